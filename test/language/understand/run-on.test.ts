import { type LineCase, saysAll } from './reading.js';

/** What is spoken of stands first, and then who lacks it; nothing parts that from what is said next. */
const LACKED: readonly LineCase[] = [
  [
    'en',
    'no we have not got that infrastructure designation and the client is on an azure plan',
    'service=usage, azurePlatform=azurePlan, designation=notHeld',
  ],
  [
    'ru',
    'а статус солюшнс партнер инфраструктура у нас отсутствует его нету а азур у клиента есть',
    'service=usage, designation=notHeld',
  ],
  [
    'pt-BR',
    'essa designação de infraestrutura nós não temos só a outra e o cliente usa azure',
    'service=usage, designation=notHeld',
  ],
  [
    'hu',
    'a solutions partner infrastruktúra nekünk sajnos nincs meg csak készülünk rá és azure van',
    'service=usage, designation=notHeld',
  ],
  ['zh-CN', '那个称号我们是没有的客户用的是 Azure', 'service=usage, designation=notHeld'],
];

/** A question that is told has no mark, and what is asked politely with a "not" denies nothing. */
const INQUIRED: readonly LineCase[] = [
  ['en', "they asked if we couldn't take over the billing of their e3", 'service=license, goal=takeOver'],
  ['ru', 'клиент спрашивает не могли бы мы администрировать их азур', 'service=usage, goal=support'],
  ['pt-BR', 'o cliente perguntou se não poderíamos administrar o azure dele', 'service=usage, goal=support'],
  ['hu', 'azt kérdezik nem tudnánk-e üzemeltetni az azure-jukat', 'service=usage, goal=support'],
];

/** A short word before a full stop is no abbreviation where somebody is named behind it. */
const STOPPED: readonly LineCase[] = [
  ['en', 'not us. they run azure', 'service=usage, designation=notHeld'],
  ['ru', 'у нас нет. у них азур', 'service=usage, designation=notHeld'],
  ['pt-BR', 'nós não. eles usam azure', 'service=usage, designation=notHeld'],
];

/** What is lacking may end with the very "not" of the step that was not taken. */
const NOT_YET: readonly LineCase[] = [
  ['ru', 'отношения реселлера еще не подтвердили', 'relationship=no'],
  ['ru', 'отношения реселлера подтвердили', 'relationship=yes'],
];

/** Signs that are said in words. */
const SIGNS: readonly LineCase[] = [
  [
    'en',
    'not an enterprise agreement comma they bought it from microsoft full stop',
    'seller=microsoft, seller≠enterpriseAgreement',
  ],
  ['ru', 'клиент в Праге запятая мы в Вене новая строка у них азур', 'service=usage, region=same'],
  [
    'pt-BR',
    'o cliente fica em Lisboa vírgula nós em Madri ponto final eles usam azure',
    'service=usage, region=same',
  ],
  ['hu', 'az ügyfél pozsonyi vessző mi győriek vagyunk új bekezdés azure', 'service=usage, region=same'],
  ['zh-CN', '客户在新加坡逗号我们在吉隆坡句号用的是Azure', 'service=usage, region=same'],
];

/** What is left out is not what stands before it. */
const WITHOUT: readonly LineCase[] = [
  ['ru', 'хотят чтобы мы обслуживали тенант без счетов', 'goal=support, goal≠takeOver'],
  ['en', 'the power bi trial ran out on monday it was a thirty day trial', 'service=license, state=expired'],
  ['hu', 'egy webshopban vették ami nem is partnere a microsoftnak', 'seller=otherReseller'],
  ['pt-BR', 'compraram numa lojinha que nem é parceira da microsoft', 'seller=otherReseller'],
  ['pt-BR', 'tudo o que a gente vende vem da ingram', 'partner=indirectReseller'],
];

describe('What is said in one go', () => {
  it('has its signs in words', () => saysAll(SIGNS));
  it('tells what is left out, what is over, and who is no partner', () => saysAll(WITHOUT));
  it('denies what was spoken of first', () => saysAll(LACKED));
  it('tells a question without its mark', () => saysAll(INQUIRED));
  it('ends where a subject begins', () => saysAll(STOPPED, { asked: 'designation' }));
  it('denies the step that its words lack', () => saysAll(NOT_YET));
});
