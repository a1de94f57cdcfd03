import { type LineCase, saysAll, saysAllAlone } from './reading.js';

const RENEWED: readonly LineCase[] = [
  [
    'en',
    'the E3 has expired, expired I said, meanwhile it has been renewed',
    'service=license, state=active',
  ],
  ['ru', 'подписка E3 истекла, говорю истекла, но её вчера продлили', 'service=license, state=active'],
  ['zh-CN', 'E3到期了，不过昨天已经续费了', 'service=license, state=active'],
  ['pt-BR', 'o E3 expirou, expirou eu disse, mas ontem renovaram', 'service=license, state=active'],
  ['hu', 'az E3 lejárt, mármint lejárt volt, tegnap megújították', 'service=license, state=active'],
];

/** What is still to come, or is an agreement, says nothing of how the subscription stands. */
const NOT_RENEWED: readonly LineCase[] = [
  ['en', 'the E3 has expired and they want it renewed', 'service=license, state=expired'],
  ['en', 'the E3 has expired, it will be renewed', 'service=license, state=expired'],
  ['en', 'the E3 has expired, it was never renewed', 'service=license, state=expired'],
  ['pt-BR', 'o E3 expirou, antes de renovar querem falar com a gente', 'service=license, state=expired'],
];

const CARDS: readonly LineCase[] = [
  [
    'en',
    'their E3 is suspended, because the credit card that they have on file at microsoft.com has expired',
    'service=license, seller=microsoft, state=suspended',
  ],
  [
    'pt-BR',
    'suspenderam o E3 porque o cartão de crédito que o cliente cadastrou venceu',
    'service=license, state=suspended',
  ],
  [
    'ru',
    'E3 приостановлен, потому что карта их бухгалтерии вчера истекла',
    'service=license, state=suspended',
  ],
  [
    'hu',
    'felfüggesztették az E3-at, mert a cég hitelkártyája múlt héten lejárt',
    'service=license, state=suspended',
  ],
  ['zh-CN', 'E3被暂停了，因为信用卡的有效期过期了', 'service=license, state=suspended'],
];

const LAPSED: readonly LineCase[] = [
  ['en', 'their Enterprise Agreement expired in May, they bought from a CSP partner', 'seller=cspPartner'],
  ['ru', 'Enterprise Agreement истёк в мае, купили у партнёра CSP', 'seller=cspPartner'],
  ['zh-CN', 'EA五月到期了，他们从CSP合作伙伴那里买的', 'seller=cspPartner'],
  ['pt-BR', 'o Enterprise Agreement venceu em maio, compraram de um parceiro CSP', 'seller=cspPartner'],
  [
    'hu',
    'az Enterprise Agreement májusban lejárt, egy CSP-partnertől vettek előfizetést',
    'seller=cspPartner',
  ],
];

const UNREALISED: readonly LineCase[] = [
  ['en', "they were thinking about signing an EA but didn't", ''],
  ['ru', 'хотели подписать EA, но не подписали', ''],
  ['zh-CN', '他们想签EA，但没签', ''],
  ['pt-BR', 'queriam assinar um EA, mas não assinaram', ''],
];

const NOBODYS: readonly LineCase[] = [
  ['ru', 'этот тенант с нашим никак не связан, у клиента азур', 'service=usage'],
  ['en', 'not related to the reseller, they have Azure', 'service=usage'],
  ['en', 'they never signed an EA', 'seller≠enterpriseAgreement'],
  ['en', 'Visio from some IT company down the road', 'service=license, seller?cspPartner|otherReseller'],
  ['ru', 'раньше мы были прямым партнёром, теперь мы непрямой реселлер', 'partner=indirectReseller'],
  ['en', 'we used to be a direct bill partner, now we are an indirect reseller', 'partner=indirectReseller'],
  [
    'ru',
    'нам прежний партнёр клиента ничего не передал, у них E3',
    'service=license, seller?cspPartner|formerCspPartner',
  ],
  ['ru', 'платили картой подписка E3 истекла', 'service=license, seller=microsoft, state=expired'],
];

const BOTH: readonly LineCase[] = [
  [
    'en',
    'E5 works fine, Visio is suspended, both straight from Microsoft',
    'service=license, seller=microsoft / state=active / state=suspended',
  ],
  [
    'ru',
    'E5 действует, Visio приостановлен, оба куплены на сайте Microsoft',
    'service=license, seller=microsoft / state=active / state=suspended',
  ],
  [
    'zh-CN',
    'E5还在用，Visio被停了，两个都是直接跟微软买的',
    'service=license, seller=microsoft / state=active / state=suspended',
  ],
  [
    'pt-BR',
    'o E5 está ativo, o Visio está suspenso, os dois direto da Microsoft',
    'service=license, seller=microsoft / state=active / state=suspended',
  ],
  [
    'hu',
    'az E5 aktív, a Visio fel van függesztve, mindkettőt közvetlenül a Microsofttól vették',
    'service=license, seller=microsoft / state=active / state=suspended',
  ],
  [
    'en',
    'the E3 seats are NCE, the Visio seats are legacy, both from another CSP partner',
    'service=license, seller=cspPartner / licensePlatform=newCommerce / licensePlatform=legacy',
  ],
];

const SUPPLIED: readonly LineCase[] = [
  [
    'en',
    'You order through Ingram, as far as I know. We have Azure.',
    'partner=indirectReseller, service=usage',
  ],
  ['en', 'You buy everything from a distributor. We have Azure.', 'partner=indirectReseller, service=usage'],
  ['ru', 'Вы закупаете всё через дистрибьютора. У нас Azure.', 'partner=indirectReseller, service=usage'],
  ['zh-CN', '贵司都是从总代拿货的。我们用的是Azure。', 'partner=indirectReseller, service=usage'],
  [
    'pt-BR',
    'Vocês compram tudo de um distribuidor. Nós temos Azure.',
    'partner=indirectReseller, service=usage',
  ],
  [
    'hu',
    'Önök az ALSO-n keresztül rendelnek mindent. Nálunk Azure van.',
    'partner=indirectReseller, service=usage',
  ],
  ['en', 'We order through a distributor. We have Azure.', 'service=usage, seller=cspPartner'],
];

describe('What is taken back, or was never so', () => {
  for (const [title, cases] of [
    ['is active where it had run out and was renewed', RENEWED],
    ['is still expired where it is only to be renewed', NOT_RENEWED],
    ['is no expired subscription where a card has expired', CARDS],
    ['is no seller where an agreement ran out and something else was bought', LAPSED],
    ['is no agreement where it was wanted and not signed', UNREALISED],
    ['is nothing of this case where it is said of somebody else, or before', NOBODYS],
    ['is told of both where both are named behind two of a kind', BOTH],
  ] as const) {
    it(title, () => saysAllAlone(cases));
  }

  it("is the asker's own supply where a customer tells it, and the customer's where they tell theirs", () => {
    saysAll(SUPPLIED, { perspective: 'customer' });
  });
});
