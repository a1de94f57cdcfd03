import { saysAll } from './reading.js';

/** What Chinese partners write and say of the same facts, by the turn of phrase; new ones beside those that measure. */
const LINES: Readonly<Record<string, readonly (readonly [line: string, readings: string])[]>> = {
  'what stays, and what comes beside it': [
    [
      '客户 E5 走 EA，这块别碰，我们只想另外卖他们 20 个 Visio',
      'service=license, seller=enterpriseAgreement, goal=addServices',
    ],
    ['原来的订阅一个都不动，想在边上再加 10 个 Project', 'service=license, goal=addServices'],
    [
      '客户原来从微软官网买的 E3 先不动，想跟我们多买 Copilot',
      'service=license, seller=microsoft, goal=addServices',
    ],
    ['世纪互联的合同不变，另外从我们这里加购 Power BI', 'cloud=china, service=license, goal=addServices'],
    ['EA 保持原样，日常维护交给我们', 'seller=enterpriseAgreement, goal=support'],
    ['合同动都不动，请我们做技术支持', 'goal=support'],
    ['现有的 Business Premium 保留不动，我们再卖 15 个 Teams Phone', 'service=license, goal=addServices'],
    ['不要动他们的 EA，我们卖自己的备份服务', 'seller=enterpriseAgreement, goal=addServices'],
    ['不碰它，再卖他们 30 个 Copilot', 'service=license, goal=addServices'],
    ['原有许可继续由微软开票，我们叠加安全服务', 'service=license, seller=microsoft, goal=addServices'],
  ],
  'partners of a program behind the name of Microsoft': [
    ['客户的 Visio 是通过微软的联合合作伙伴买的', 'service=license, seller=syndicationPartner'],
    ['E3 是从当地一家 syndication partner 那里订的', 'service=license, seller=syndicationPartner'],
    ['从微软授权的 syndication 合作伙伴买的 Business Standard', 'service=license, seller=syndicationPartner'],
    ['跟一个叫什么 syndication 渠道的运营商买的 365', 'service=license, seller=syndicationPartner'],
    ['微软的联合经销商卖给他们的 E1', 'service=license, seller=syndicationPartner'],
    ['向微软那家联合销售伙伴订的 Office 365', 'service=license, seller=syndicationPartner'],
    ['Teams 是由 syndication 伙伴提供的', 'service=license, seller=syndicationPartner'],
    ['客户是从运营商也就是微软的辛迪加伙伴那里拿的', 'seller=syndicationPartner'],
    ['从微软的 syndication 伙伴（当地一家运营商）那里订的', 'seller=syndicationPartner'],
    ['中国电信是微软的 syndication 伙伴，客户从那儿买的', 'seller=syndicationPartner'],
  ],
  'preinstalled, boxed and of one’s own machines': [
    ['Office 是买笔记本时预装的，想让我们管', 'service=other, goal=support'],
    ['三十台电脑，OEM 的 Office，跟着机器来的', 'service=other'],
    ['盒装 Office 2016 家庭版，超市买的', 'service=other, seller=otherReseller'],
    ['学校机房装的是本地 SQL Server 2019，永久授权', 'service=other'],
    ['自己机房里的 Exchange Server，想让我们维护', 'service=other, goal=support'],
    ['客户用的是 Windows Server 本地许可，通过 Open 买的', 'service=other, seller=volumeLicensing'],
    ['marketplace 上的第三方 SaaS，不是微软自己的产品', 'service=other'],
    ['只有一个 marketplace 备份产品', 'service=other'],
    ['Office 全是电脑出厂预装的 OEM 版', 'service=other'],
    ['一个 marketplace 的 offer，第三方备份软件', 'service=other'],
  ],
  'customers who are a shop, and shops that sell': [
    ['药房连锁，五十家门店，M365 F3，想请我们做日常支持', 'service=license, goal=support'],
    ['酒店集团，每家分店都有 Business Basic，EA 里的', 'service=license, seller=enterpriseAgreement'],
    ['客户开网店的，Office 365 从微软官网买的', 'service=license, seller=microsoft'],
    ['客户自己是做电商的，E3 走 EA', 'service=license, seller=enterpriseAgreement'],
    ['客户是个电脑店，自己在微软官网买的 Business Standard', 'service=license, seller=microsoft'],
    ['连锁餐饮，从阿里云买的 M365', 'service=license, seller?cspPartner|otherReseller'],
    ['卖给他们的那店跟微软什么伙伴项目都不沾边', 'seller=otherReseller'],
  ],
  'through other partners': [
    ['我们是间接提供商，想把这批卖给别的 CSP，由他们供给终端客户', 'partner=indirectProvider, goal=resell'],
    ['想借另一家 CSP 的渠道卖给客户', 'goal=resell'],
    ['我们不直接卖，通过同行 CSP 出给客户', 'goal=resell'],
    ['改由别家 CSP 伙伴来卖，我们在后面', 'goal=resell'],
    ['这批货想卖给另一家 CSP 伙伴，由它再卖到最终客户', 'goal=resell'],
  ],
  'of two subscriptions one moves': [
    ['E3 归客户自己续，Azure 那部分账单要转给我们', ' / service=license / service=usage, goal=takeOver'],
    [
      'M365 在 EA 里不动，Azure plan 从别家 CSP 买的，想转到我们这',
      ' / service=license, seller=enterpriseAgreement / service=usage, seller=cspPartner, goal=takeOver, azurePlatform=azurePlan',
    ],
    ['Visio 他们自己续，虚拟机想挪到我们名下', ' / service=license / service=usage, goal=takeOver'],
  ],
  'corrected, two at a time': [
    [
      '前面说混了：E3 是 EA，Azure 是网上跟微软直接买的',
      ' / service=license, seller=enterpriseAgreement / service=usage, seller=microsoft',
    ],
    [
      '前面两个订阅说混了，重新说：Visio 是网上跟微软直接买的，Azure 才是 EA',
      ' / service=license, seller=microsoft / service=usage, seller=enterpriseAgreement',
    ],
    [
      '更正一下，Visio 是 MPSA，Azure 是 EA',
      ' / service=license, seller=volumeLicensing / service=usage, seller=enterpriseAgreement',
    ],
    [
      'Azure 不是 EA，是从 CSP 拿的，E3 才是 EA',
      ' / service=usage, seller=cspPartner, seller≠enterpriseAgreement / service=license, seller=enterpriseAgreement',
    ],
  ],
  'designations that were lost': [
    ['我们那个 Azure Expert MSP 去年就掉了', 'designation=notHeld'],
    ['称号上个月没续上', 'designation=notHeld'],
    ['Solutions Partner 基础设施没过年审', 'designation=notHeld'],
    ['Frontier Distributor 资格今年没保住', 'designation=notHeld'],
  ],
};

describe('Chinese as it is sent', () => {
  for (const [turn, lines] of Object.entries(LINES)) {
    describe(turn, () => {
      for (const [line, readings] of lines) it(line, () => saysAll([['zh-CN', line, readings]]));
    });
  }
});
