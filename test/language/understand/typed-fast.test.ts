import assert from 'node:assert/strict';
import { inOneScript } from '../../../src/language/understand/text/scripts.js';
import { type LineCase, said, saysAll } from './reading.js';

const PLACES: readonly LineCase[] = [
  ['en', 'client is in Swedne, we are in Dnemark', 'region=same'],
  ['en', 'the tenant is in Polnad, we are in Cnaada', 'region=different'],
  ['en', 'customer in Barselona, we are in Lisbno', 'region=same'],
  ['ru', 'клиент в Казахстанне, мы в Узбекистнае', 'region=same'],
  ['pt-BR', 'cliente em Portugla, nos em Espanah', 'region=same'],
  ['hu', 'az ügyfél debrceni, mi pozsnyiak vagyunk', 'region=same'],
];

const CODES: readonly LineCase[] = [
  ['en', 'they bought it from another CPS partner', 'seller=cspPartner'],
  ['ru', 'купили у другого СЦП партнёра', 'seller=cspPartner'],
  ['pt-BR', 'compraram de outro parceiro CPS', 'seller=cspPartner'],
  ['hu', 'egy másik CPS partnertől vették', 'seller=cspPartner'],
  ['zh-CN', '从另一家CPS合作伙伴买的', 'seller=cspPartner'],
];

const RUN_TOGETHER: readonly LineCase[] = [
  ['en', 'the client wantsus to take over the subscription', 'goal=takeOver'],
  ['ru', 'клиентхочет чтобы мызабрали подписку', 'goal=takeOver'],
  ['ru', 'подпискаистекла', 'state=expired'],
  ['ru', 'клиент вПраге, мы вВене', 'region=same'],
];

/** A slip in a word that begins as words of many phrases do. */
const LOOSE: readonly LineCase[] = [
  ['ru', 'взяли у дистрибьютроа', 'seller=cspPartner'],
  ['hu', 'azt szeretnék, ha mi üzmeltetnénk', 'goal=support'],
  ['hu', 'egy helyi számítástechnikai bolbtól vették', 'seller=otherReseller'],
];

const OTHER_KEYS: readonly LineCase[] = [
  ['ru', 'vs ghzvjq gfhnyth, [jnbv pf,hfnm gjlgbcre', 'partner=directBill, goal=takeOver'],
  [
    'ru',
    'e rkbtynf Dynamics 365 gj EA, flvbybcnhbhjdfnm ,eltv vs',
    'service=license, seller=enterpriseAgreement, goal=support',
  ],
];

describe('What is typed in a hurry', () => {
  it('names a place with a slip in it', () => saysAll(PLACES));
  it('has the letters of a code in another order', () => saysAll(CODES));
  it('leaves out a blank', () => saysAll(RUN_TOGETHER));
  it('begins as many words do', () => saysAll(LOOSE));
  it('is on the wrong layout between names and commas', () => saysAll(OTHER_KEYS));

  it('is no place where the word is another one', () => {
    for (const line of ['the client is in charge, we are in retail', 'customer is in pairs, we are in sync'])
      assert.equal(said(line), '', line);
  });

  it('has a letter of the other script in a word', () => {
    assert.equal(inOneScript('kлиент'), 'клиент');
    assert.equal(inOneScript('nсe'), 'nce');
    for (const whole of ['клиент', 'client', 'azureный']) assert.equal(inOneScript(whole), whole);
  });
});
