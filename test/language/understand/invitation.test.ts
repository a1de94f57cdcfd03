import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import type { FactId } from '../../../src/policy/facts.js';
import { said } from './reading.js';

type Case = readonly [language: LanguageTag, line: string, asked?: FactId];

function read(readings: string, cases: readonly Case[]): void {
  for (const [language, line, asked] of cases)
    assert.equal(said(line, { language, ...(asked && { asked }) }), readings, line);
}

describe('the invitation to a reseller relationship', () => {
  it('makes a relationship once it was accepted', () => {
    read('relationship=yes', [
      ['en', 'reseller relationship got accepted yesterday only'],
      ['en', 'we sent the invite on Monday and they accepted it'],
      ['ru', 'Ваше приглашение на реселлерские отношения наш администратор вчера принял'],
      ['hu', 'kiküldtük a meghívót, tegnap elfogadták'],
      ['zh-CN', '把贵公司的经销商关系请求点了接受'],
      ['pt-BR', 'o convite de revendedor ele já aceitou ontem'],
    ]);
  });

  it('makes none while it is only sent, or was refused', () => {
    read('relationship=no', [
      ['en', "We've sent the relationship request but nobody's clicked on it yet"],
      ['en', 'the reseller relationship is sitting in their inbox'],
      ['en', 'sent it friday, still sitting there pending', 'relationship'],
      ['en', 'your reseller relationship request was declined by our admin by mistake'],
      ['en', 'the invitation expired before they clicked'],
      ['ru', 'приглашение отправили, не отвечают'],
      ['ru', 'Отношения с вами как с реселлером мы ещё не подтверждали'],
      ['hu', 'a reseller relationship linket tegnap kiküldtük, de még nem kattintott rá senki'],
      ['hu', 'a meghívót megkaptuk, de a kollégám tévedésből elutasította'],
      ['hu', 'még nem, most küldtem ki', 'relationship'],
      ['zh-CN', '经销商关系邀请发了，客户还没点'],
      ['zh-CN', '贵公司上星期发来的经销商关系邀请，我已经按了拒绝'],
      ['pt-BR', 'O convite de revendedor já foi enviado mas ainda não aceitaram'],
    ]);
  });

  it('makes none any more when it has ended', () => {
    read('relationship=no', [
      ['en', 'the reseller relationship we had was removed last month'],
      ['en', 'yes we have the reseller relationship, well actually no, they never accepted'],
      ['ru', 'отношения реселлера приняты ой нет, глянул в партнер центре, уже истекли'],
      ['hu', 'Reseller kapcsolat megvan. Vagyis megvolt, az ügyfél múlt hónapban törölte.'],
      ['pt-BR', 'removeram a relação de revendedor'],
    ]);
  });
});

describe('how a subscription stands', () => {
  it('is said of it without its name', () => {
    read('state=active', [
      ['en', "It's active as of today"],
      ['ru', 'всё активно, работает', 'state'],
      ['hu', 'fut, semmi gond vele', 'state'],
      ['zh-CN', '订阅状态还是active'],
      ['pt-BR', 'Tudo ativo.'],
    ]);
    read('state=suspended', [
      ['en', "it's been suspended since last Thursday"],
      ['ru', 'её приостановили'],
      ['hu', 'tegnap óta fel van függesztve'],
      ['zh-CN', '被暂停的'],
      ['pt-BR', 'foi suspenso hoje de manhã'],
    ]);
    read('state=expired', [
      ['en', 'the term got over on 31st March'],
      ['ru', 'уже истекла'],
      ['hu', 'múlt kedden lejárt'],
      ['zh-CN', '上个月就过期了'],
      ['pt-BR', 'já expirou faz uns dez dias'],
    ]);
  });

  it('is not what is said of an agreement, a partner, a card or an invitation', () => {
    read('seller=enterpriseAgreement', [['en', 'their EA has expired']]);
    read('seller=cspPartner', [['en', 'an active CSP partner sold it']]);
    read('', [
      ['en', 'the credit card expired'],
      ['en', 'Azure Active Directory'],
      ['ru', 'карта истекла'],
    ]);
    read('state=suspended, relationship=yes', [['en', "it's suspended, invite accepted"]]);
  });
});
