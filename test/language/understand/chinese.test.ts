import { saysAll } from './reading.js';

/** What partners write of their customers, as they write it. */
const LINES: readonly (readonly [line: string, readings: string])[] = [
  [
    '客户在京东上拍的Office 365家庭版换成商业版了，50个账号，想转我们这边结算',
    'service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  [
    '客户原来那家代理跑路了，M365一直没人管，想让我们接手运维',
    'service=license, seller?cspPartner|formerCspPartner, goal=support',
  ],
  [
    '我们是神州数码下面的代理，客户从伟仕买的Azure，想把账单归到我们',
    'partner=indirectReseller, service=usage, seller=cspPartner, goal=takeOver',
  ],
  [
    'E5，EA间接，LSP是软通，客户就想加买Copilot',
    'service=license, seller=enterpriseAgreement, goal=addServices, enrollment=indirect',
  ],
  ['客户的订阅现在还在跑，一切正常，世纪互联的Azure', 'cloud=china, service=usage, state=active'],
  ['订阅被微软冻结了，原因是欠费，国际版', 'cloud=public, state=suspended'],
  ['试用还没结束，客户想正式买', 'state=trial'],
  [
    '我们拿了Azure的SP称号，客户想把Azure plan切过来',
    'service=usage, goal=takeOver, azurePlatform=azurePlan, designation=held',
  ],
  ['我们不是CSP，客户是MCA-E，想找我们做运维外包', 'partner=notCsp, seller=mcaEnterprise, goal=support'],
  [
    '客户在台湾，我们在香港，Business Premium，刷卡买的',
    'service=license, seller=microsoft, region=different',
  ],
  ['客户M365是微软直签的，要求后续由我司续费开票', 'service=license, seller=microsoft, goal=takeOver'],
  ['客户用的是老传统Azure，offer号MS-AZR-0145P', 'service=usage, azurePlatform=legacyAzure'],
  ['Azure即用即付，客户自己绑卡开的，我们想代他运维', 'service=usage, seller=microsoft, goal=support'],
  ['邀请链接发给客户了，客户迟迟没点', 'relationship=no'],
  ['客户昨天把我们的经销商关系给删了', 'relationship=no'],
  ['跟客户的reseller relationship去年就建立了', 'relationship=yes'],
  ['国行Office 2019家庭学生版，买电脑送的', 'service=other'],
  ['客户买的是盒装SQL Server 2019，用的是Open Value', 'service=other, seller=volumeLicensing'],
  ['GCC High租户，客户是国防承包商，E5', 'cloud=usGov, service=license'],
  ['政府客户，想问能不能帮他加Copilot', 'cloud?public|usGov, service=license, goal=addServices'],
  [
    '客户之前通过另外一家Advisor买的Dynamics，我们现在要接过来',
    'service=license, seller=advisor, goal=takeOver',
  ],
  [
    '客户在GoDaddy买域名的时候送的M365，想搬到我们CSP下',
    'service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  ['卖给客户的那家公司CSP资质被微软收回了', 'seller=formerCspPartner'],
  [
    '我们是国代，下面的经销商来问：客户365在阿里云买的，能不能转给他',
    'partner=indirectProvider, service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  ['客户想保留原有E3，让我们另外供20个Visio', 'service=license, goal=addServices'],
  ['客户合同继续跟微软走，只要我们出人做日常运维', 'seller=microsoft, goal=support'],
  ['客户在日本东京，我司在大连', 'region=unlisted'],
  ['租户在匈牙利，我们公司在德国，同属欧盟', 'region=same'],
  ['老许可，不是NCE，E1 30个', 'service=license, licensePlatform=legacy'],
  ['客户的Azure是MPN里面送的额度，不是，是按量付费', 'service=usage'],
  ['不清楚客户是EA还是MPSA，反正是批量许可一类', 'seller?enterpriseAgreement|volumeLicensing'],
  ['客户说他们是跟微软的销售签的，叫什么MCA企业版', 'seller=mcaEnterprise'],
  ['客户那边的服务商还在CSP里，合作挺好，我们只想叠加安全服务', 'seller=cspPartner, goal=addServices'],
  [
    '联通集成卖的365，世纪互联版，客户要转到我们这',
    'cloud=china, service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  ['我们还没拿到Infra的designation', 'designation=notHeld'],
  ['我们是Azure Expert MSP', 'designation=held'],
  [
    '客户用的Teams Rooms Pro和Intune，NCE月付，分销出的',
    'service=license, seller=cspPartner, licensePlatform=newCommerce',
  ],
  [
    'D365 BC 10个用户，客户在官网自助买的，状态是已停用',
    'service=license, seller=microsoft, state=suspended',
  ],
  [
    '呃那个客户啊他是做外贸的然后他那个三六五嘛是从京东买的好像五十来个账号现在就想把它挪到我们这边来付钱',
    'service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  [
    '喂你好就是我想问一下哈我们有个客户他用的世纪互联的云然后是跟世纪互联直接买的合同还没到期他想让我们帮他做运维',
    'cloud=china, seller=vianet, goal=support',
  ],
  [
    '那个啥客户是一杠三杠五不对是那个一五就是M三六五E五然后通过EA买的直签的那种',
    'service=license, seller=enterpriseAgreement, enrollment=direct',
  ],
  [
    '客户说他那个是跟微软签的什么客户协议就是有微软的人上门来签的那个不是网上点的那种',
    'seller=mcaEnterprise',
  ],
  [
    '我们这边呢是从伟仕佳杰拿货的小代理然后客户的office呢是别的代理卖给他的他想续费的时候从我们这走',
    'partner=indirectReseller, service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  [
    '他在新加坡我们在上海然后他买的是国际版的business standard大概三十个用户',
    'cloud=public, service=license, region=unlisted',
  ],
  [
    '就是他们那个azure plan嘛原来是别家csp在管现在想把账单转到我们这来',
    'service=usage, seller=cspPartner, goal=takeOver, azurePlatform=azurePlan',
  ],
  ['客户是EA，哦不，是MCA-E', 'seller=mcaEnterprise'],
  ['之前写的是间接经销商，其实我们去年已经转成直接计费了', 'partner=directBill'],
  ['说是试用，实际上已经转正式了，现在在用', 'state=active'],
  ['不是E3，是Azure，写反了', 'service=usage'],
  ['上面说客户想转给我们，问清楚了，只要我们帮忙维护', 'goal=support'],
  ['我以为是世纪互联，查了租户是国际版的', 'cloud=public'],
  ['经销商关系之前有，上周被客户解除了', 'relationship=no'],
  ['更正，订阅没过期，是被停用', 'state=suspended'],
  ['一开始是从分销商买的，去年起改成微软直接开票', 'seller=microsoft'],
  ['我们是见接经销商，客护在关网买得365', 'partner=indirectReseller, service=license, seller=microsoft'],
  ['客户的定阅过器了，像转到我们这', 'goal=takeOver, state=expired'],
  ['客户企业协仪，想加购扣拍勒特', 'service=license, seller=enterpriseAgreement, goal=addServices'],
  ['实际互连的虚拟积，请我们代运为', 'cloud=china, service=usage, goal=support'],
  [
    '客戶透過經銷商買的M365，想轉到我們名下',
    'service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  [
    '我們是間接轉售商，客戶跟微軟直接買的，訂閱已過期',
    'partner=indirectReseller, seller=microsoft, state=expired',
  ],
  ['客户从分消商买的ofice365，新商物', 'service=license, seller=cspPartner, licensePlatform=newCommerce'],
  ['我们没有成号，客户是azure plna', 'service=usage, azurePlatform=azurePlan, designation=notHeld'],
  ['daili商卖的，guojiban的E3', 'cloud=public, service=license, seller?cspPartner|otherReseller'],
  ['客户和我们都再香港，M356', 'service=license, region=same'],
  ['经销商关系以建立，客户想要我门托管', 'goal=support, relationship=yes'],
  ['订阅被战停了，azure按亮付费', 'service=usage, state=suspended'],
  ['客户不是走EA的，也不是批量许可', 'seller≠enterpriseAgreement|volumeLicensing'],
  ['我们没有Solutions Partner称号', 'designation=notHeld'],
  ['客户不在世纪互联', 'cloud≠china'],
  ['不是要接管，只要做支持', 'goal=support, goal≠takeOver'],
  ['还没跟客户建立经销商关系', 'relationship=no'],
  ['我们并非分销商', 'partner≠indirectProvider'],
  [
    '客户EA买的E3，我们能不能卖Copilot给他？',
    'service=license, seller=enterpriseAgreement, goal=addServices',
  ],
  ['客户365在信用卡自己付，咱们能接过来吗', 'service=license, seller=microsoft, goal=takeOver'],
  [
    '我们只是个间接的小经销商，客户在另一家CSP那，能帮他提工单吗',
    'partner=indirectReseller, seller=cspPartner, goal=support',
  ],
  ['客户在墨西哥我们在西班牙能不能卖给他E5', 'service=license, goal=addServices, region=different'],
  ['因为没交钱被停', 'state=suspended'],
  ['订阅已于上月到期', 'state=expired'],
  ['目前使用正常', 'state=active'],
  ['还没买，先试用着', 'state=trial'],
  ['邀请石沉大海', 'relationship=no'],
  ['邀请客户已经点了', 'relationship=yes'],
  ['我们是佳杰的经销商', 'partner=indirectReseller'],
  ['我们挂在神州数码下面', 'partner=indirectReseller'],
  ['下家都找我们下单', 'partner=indirectProvider'],
  ['跟微软客户经理签的MCA', 'seller=mcaEnterprise'],
  ['客户想转成从我们采购', 'goal=takeOver'],
  ['平时出问题我们处理', 'goal=support'],
  ['把自家的安全服务卖进去', 'goal=addServices'],
  ['不是EA就是MPSA', 'seller?enterpriseAgreement|volumeLicensing'],
  ['反正不是EA，别的还没问到', 'seller≠enterpriseAgreement'],
  ['我们在新加坡，客户在JB', 'region=same'],
];

describe('Chinese as partners write it', () => {
  for (const [line, readings] of LINES) {
    it(line, () => saysAll([['zh-CN', line, readings]]));
  }
});
