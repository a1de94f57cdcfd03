import assert from 'node:assert/strict';
import { understand } from '../../../src/language/understand/understand.js';
import { type LineCase, said, saysAllAlone } from './reading.js';

/** A line, and what it says in short. */
type Case = readonly [line: string, readings: string];

const MECHANISMS: Readonly<Record<string, readonly Case[]>> = {
  'takes several answers from one line': [
    [
      'We are an indirect reseller, customer bought Microsoft 365 under an EA',
      'partner=indirectReseller, service=license, seller=enterpriseAgreement',
    ],
    ['government EA, azure', 'service=usage, seller=enterpriseAgreement, enrollment=government'],
    ['customer is on an Azure plan', 'service=usage, azurePlatform=azurePlan'],
  ],
  'tells who is who': [
    ['we are a distributor', 'partner=indirectProvider'],
    ['they bought from a distributor', 'seller=cspPartner'],
    ['we sold it as their Advisor', 'seller=ownAdvisor'],
    ['an Advisor sold it', 'seller=advisor'],
    [
      'm365 ea indirect reseller takeover',
      'partner=indirectReseller, service=license, seller=enterpriseAgreement, goal=takeOver',
    ],
    ['we buy from a distributor', 'partner=indirectReseller'],
    ['sold by us when we were an advisor', 'seller=ownAdvisor'],
    ['we left the CSP program', 'partner=notCsp'],
    ['the reseller left the CSP program', 'seller=formerCspPartner'],
    ['who sold to them was a distributor', 'seller=cspPartner'],
    ['through our competitor (CSP, indirect provider)', 'seller=cspPartner'],
    ['we (indirect reseller) want to support it', 'partner=indirectReseller, goal=support'],
    ["the customer's current partner is a direct bill CSP", 'seller=cspPartner'],
    ["the partner who sold it isn't in CSP", 'seller=otherReseller'],
    ['reseller relationship not set up yet', 'relationship=no'],
    ['we settle directly with Microsoft, we are direct bill', 'partner=directBill'],
    ['the reseller that used to look after them lost its CSP status', 'seller=formerCspPartner'],
    ['they have an EA directly with Microsoft', 'seller=enterpriseAgreement'],
  ],
  'asks where there are two readings': [
    ['another reseller sold it', 'seller?cspPartner|otherReseller'],
    ['their previous partner sold it', 'seller?cspPartner|formerCspPartner'],
    ["we're indirect", 'partner?indirectProvider|indirectReseller'],
    ['indirect EA', 'seller=enterpriseAgreement, enrollment=indirect'],
    ['government customer', 'cloud?public|usGov'],
    ['GCC High', 'cloud=usGov'],
    ['Microsoft 365 or Azure', 'service?license|usage'],
    ['EA or Open, not sure which', 'seller?enterpriseAgreement|volumeLicensing'],
    ['from Microsoft or from another partner', 'seller?microsoft|cspPartner|otherReseller'],
    ['the previous partner was a CSP', 'seller?cspPartner|formerCspPartner'],
  ],
  'reads negation': [
    ['not through EA', 'seller≠enterpriseAgreement'],
    ['not Azure', 'service≠usage'],
    ['no reseller relationship yet', 'relationship=no'],
    ['not in the same region', 'region=different'],
    ['not in the same country', ''],
    ['not in another country', 'region=same'],
    ["we're not in CSP", 'partner=notCsp'],
    ['not on Azure plan', 'service=usage, azurePlatform=legacyAzure'],
    ['not EA or Open', 'seller≠enterpriseAgreement|volumeLicensing'],
    ["they didn't buy M365 from Microsoft", 'service=license, seller≠microsoft'],
    ["it's not CSP, it's EA", 'seller=enterpriseAgreement, seller≠cspPartner'],
    ['no relationship with us yet but they will accept one', 'relationship=no'],
    ["we don't want to take over the subscription, just support it", 'goal=support, goal≠takeOver'],
  ],
  'lets the later word correct the earlier': [
    ['Microsoft 365, no wait, Azure', 'service=usage'],
    ['sorry, I meant Azure', 'service=usage'],
    ['no, Azure', 'service=usage'],
    ['EA. Oh sorry, MPSA', 'seller=volumeLicensing'],
    ['I said distributor before but we are an indirect reseller', 'partner=indirectReseller'],
    ['same region... hmm no, a different one', 'region=different'],
    ['same country... hmm no, a different one', ''],
    ['another country... no wait, the same country', 'region=same'],
  ],
  'hears what is not known': [
    ['no idea where they bought it', 'seller=unknown'],
    ["I don't know which cloud it is", 'cloud=unknown'],
    ["Azure, but I can't tell which platform it's on", 'service=usage, azurePlatform=unknown'],
    ["not sure if it's NCE", 'licensePlatform=unknown'],
    ['the designation, no idea', 'designation=unknown'],
  ],
  'takes nothing from a question about a word': [
    ['what is EA?', ''],
    ['what does indirect reseller mean', ''],
    ['explain NCE please', ''],
    ["what's GCC High again?", ''],
    ['what do we mean by syndication partner?', ''],
    ['who qualifies as an indirect provider', ''],
    ['what is the best way to support an Azure customer?', 'service=usage, goal=support'],
  ],
  'takes nothing from talk': [
    ["what's the weather like", ''],
    ['how much does a Surface cost', ''],
    ['you are useless', ''],
    ['is Teams down today?', ''],
    ['do we have the designation?', ''],
    ['do you support German?', ''],
    ['**bold** move', ''],
    ['do we need to be a direct bill partner?', ''],
  ],
  'forgives a slip in a long word, none in a short one': [
    ['indirect reseler', 'partner=indirectReseller'],
    ['enterprsie agreement', 'seller=enterpriseAgreement'],
    ['distributer', 'partner=indirectProvider'],
    ['eb', ''],
  ],
  'understands mixed languages': [
    ['клиент bought Office 365 через EA', 'service=license, seller=enterpriseAgreement'],
    ['Azure 订阅', 'service=usage'],
  ],
};

/** The same, in the other languages. */
const ELSEWHERE: readonly LineCase[] = [
  ['hu', 'EA közvetett viszonteladó', 'partner=indirectReseller, seller=enterpriseAgreement'],
  ['hu', 'EA-juk van, közvetlen', 'seller=enterpriseAgreement, enrollment=direct'],
  ['hu', 'a partner, aki eladta, nincs a CSP-ben', 'seller=otherReseller'],
  ['hu', '**bold** szöveg', ''],
  ['hu', 'ma nem megy a Teams?', ''],
  ['hu', 'hogy a mi régiónkban van-e, arról nincs infóm', 'region=unknown'],
  ['pt-BR', 'não é CSP, é EA', 'seller=enterpriseAgreement, seller≠cspPartner'],
  ['pt-BR', 'Temos a designação?', ''],
  ['pt-BR', 'Não temos a designação, isso atrapalha?', 'designation=notHeld'],
  ['pt-BR', 'temos o selo Solutions Partner pra Azure', 'designation=held'],
  ['pt-BR', 'foi pela Microsoft ou por um parceiro, não sei', 'seller?microsoft|cspPartner|otherReseller'],
  ['zh-CN', '不过户，就加点许可', 'service=license, goal=addServices, goal≠takeOver'],
  ['zh-CN', '可以接管客户的azure plan不？', 'service=usage, goal=takeOver, azurePlatform=azurePlan'],
  ['zh-CN', '还没有拿到Azure的那个认证', 'designation=notHeld'],
  ['zh-CN', '企业协议，间接的', 'seller=enterpriseAgreement, enrollment=indirect'],
  [
    'zh-CN',
    '间接经销商 NCE 客户别家CSP买的 想接管',
    'partner=indirectReseller, seller=cspPartner, goal=takeOver, licensePlatform=newCommerce',
  ],
];

describe('understanding a line', () => {
  for (const [title, cases] of Object.entries(MECHANISMS)) {
    it(title, () => {
      for (const [line, readings] of cases) assert.equal(said(line), readings, line);
    });
  }

  it('follows the same rules in every language', () => saysAllAlone(ELSEWHERE));

  it('compares the countries of the customer and the asker', () => {
    for (const [language, here, there] of [
      ['en', 'the tenant is in Germany, we are in Austria', 'the tenant is in Germany, we are in Serbia'],
      ['hu', 'a tenant Ausztriában van, mi Magyarországon', 'a tenant Ausztriában van, mi Szerbiában'],
      ['pt-BR', 'tenant no Chile e nós no Chile', 'tenant no Chile e nós no Brasil'],
      ['zh-CN', '客户租户在日本，我们在日本', '客户租户在日本，我们在新加坡'],
      ['ru', 'тенант в Германии, мы тоже в Германии', 'тенант клиента в Германии, а мы в Казахстане'],
      ['en', 'the tenant is in Mexico, we are in Chile', 'the tenant is in Canada, we are in USA'],
      // A line in another language than the reader's.
      ['hu', 'the tenant is in Germany, we are in Austria', 'the tenant is in Germany, we are in Serbia'],
      ['ru', 'the tenant is in Germany, we are in Austria', 'the tenant is in Germany, we are in Serbia'],
      ['en', 'a tenant Ausztriában van, mi Magyarországon', 'a tenant Ausztriában van, mi Szerbiában'],
    ] as const) {
      assert.equal(said(here, { language }), 'region=same', here);
      assert.equal(said(there, { language }), 'region=different', there);
    }
    for (const line of [
      'the tenant is in Belarus, we are in Germany',
      'the tenant is in Germany, we are in Belarus',
    ])
      assert.equal(said(line), 'region=unlisted', line);
    assert.equal(said('they bought in Germany, we are in Austria'), '');
  });

  it('reads a bare word as the answer to the question on the table', () => {
    assert.equal(said('yes', { asked: 'relationship' }), 'relationship=yes');
    assert.equal(said('no', { asked: 'relationship' }), 'relationship=no');
    assert.equal(said('not yet', { asked: 'designation' }), 'designation=notHeld');
    assert.equal(said('the same', { asked: 'region' }), 'region=same');
    assert.equal(said('direct', { asked: 'seller' }), 'seller=microsoft');
    assert.equal(said('direct', { asked: 'partner' }), 'partner=directBill');
    assert.equal(said('indirect', { asked: 'enrollment' }), 'enrollment=indirect');
    assert.equal(said('a distributor', { asked: 'seller' }), 'seller=cspPartner');
    assert.equal(said("I don't know", { asked: 'cloud' }), 'cloud=unknown');
    assert.equal(said('yes'), '');
  });

  it('takes "we" for the customer in a message that was passed on', () => {
    const line = 'we bought our Office 365 from another reseller';
    assert.equal(said(line, { perspective: 'customer' }), 'service=license, seller?cspPartner|otherReseller');
    assert.equal(said('we are a distributor', { perspective: 'customer' }), '');
  });

  it('hears what the person wants of the bot', () => {
    const intent = (text: string) => understand(text, { language: 'en' }).intent;
    assert.equal(intent('why?'), 'why');
    assert.equal(intent('start over'), 'restart');
    assert.equal(intent('can I talk to a human'), 'person');
    assert.equal(intent('what can you do?'), 'help');
    assert.equal(intent('hello'), 'greeting');
    assert.equal(intent('hello, customer has an EA'), undefined);
    assert.equal(intent('thanks a lot'), 'thanks');
    assert.equal(intent("I don't know"), 'unknown');
  });

  it('hears the language somebody wants', () => {
    const speech = (text: string) => {
      const { speech } = understand(text, { language: 'en' });
      return speech && `${speech.whose} ${speech.language} ${speech.said.text}`;
    };
    assert.equal(speech('can we do this in Russian?'), 'asker ru in Russian');
    assert.equal(speech('the customer speaks Hungarian'), 'customer hu Hungarian');
    assert.equal(speech('our Hungarian office has an EA'), undefined);
  });

  it('knows whether anything of weight was left over', () => {
    const whole = (text: string) => understand(text, { language: 'en' }).whole;
    assert.ok(whole('via EA please'));
    assert.ok(!whole('via EA, and the flux capacitor is broken'));
  });
});
