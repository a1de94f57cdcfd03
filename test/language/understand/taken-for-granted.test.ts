import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { understand } from '../../../src/language/understand/understand.js';
import { type LineCase, saysAll } from './reading.js';

/** The designation, and what is said of it afterwards, in the next sentence or after a correction. */
const BADGE_TAKEN_BACK: readonly LineCase[] = [
  [
    'en',
    'Yesterday I told you we hold the Solutions Partner for Infrastructure designation. My boss says we lost it in May.',
    'designation=notHeld',
  ],
  ['en', "We don't have Azure Expert MSP, correction, we do have it since Friday.", 'designation=held'],
  [
    'hu',
    'Nincs meg a Solutions Partner for Infrastructure, pontosabban de, tegnap megkaptuk.',
    'designation=held',
  ],
  [
    'pt-BR',
    'temos a designação Solutions Partner de Infraestrutura. Errei, essa nós não temos',
    'designation=notHeld',
  ],
];

const INVITATION_TAKEN_BACK: readonly LineCase[] = [
  ['en', 'They accepted the invitation, but now it shows as pending.', 'relationship=no'],
  [
    'pt-BR',
    'O convite de relacionamento foi aceito, mas vi agora no portal e está pendente.',
    'relationship=no',
  ],
  ['hu', 'Volt reseller kapcsolatunk, de a múlt héten eltávolítottak minket.', 'relationship=no'],
  ['en', 'They accepted, but only after we had sent the invitation twice.', 'relationship=yes'],
];

/** In a customer's mail. */
const INVITATION_OF_A_CUSTOMER: readonly LineCase[] = [
  ['ru', 'Ваш запрос на отношения получен, приму, когда вернусь из отпуска.', 'relationship=no'],
  ['zh-CN', '我已经点了接受,合作伙伴关系页面上有贵司。', 'relationship=yes'],
  [
    'en',
    'I clicked accept, and your company is on the page of our partner relationships.',
    'relationship=yes',
  ],
];

/** Words that have to do with a relationship in other sentences. */
const NO_RELATIONSHIP: readonly LineCase[] = [
  [
    'en',
    'The contract is with our office in Leeds and no longer the branch. It is E3 under an EA.',
    'service=license, seller=enterpriseAgreement',
  ],
  ['en', 'They never sent any reminder that E3 is due.', 'service=license'],
  ['ru', 'Лицензии E3, ключи привязаны к учётным записям сотрудников.', 'service=license'],
];

/** Another partner, through or to whom it is to be sold, has not sold it. */
const RESOLD: readonly LineCase[] = [
  ['zh-CN', '想通过一家 CSP 合作伙伴把 Visio 卖给这个客户', 'service=license, goal=resell'],
  ['pt-BR', 'a gente queria vender mas através de um outro parceiro csp', 'goal=resell'],
  ['hu', 'van egy másik csp partner és neki szeretnénk az előfizetést továbbadni', 'goal=resell'],
];

const OTHERS_DID: readonly LineCase[] = [
  [
    'pt-BR',
    'Temos o Microsoft 365 pela GoDaddy. Cada chamado eles cobram por fora. Quero que a fatura venha de vocês.',
    'service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  [
    'hu',
    'A Business Premiumot a Vodafone-tól vettük, a telefonok mellé. Az lenne jó, ha ti számláznátok.',
    'service=license, seller?cspPartner|otherReseller, goal=takeOver',
  ],
  [
    'zh-CN',
    '我们的 E3 是 EA 买的。想请贵公司来做管理员,平时帮忙加减用户,看看告警。',
    'service=license, seller=enterpriseAgreement, goal=support',
  ],
];

/** In general, of a customer: nothing is said of one. */
const OF_THE_RULES: readonly (readonly [LanguageTag, string])[] = [
  ['en', 'Can one tenant have two CSP partners?'],
  ['pt-BR', 'Existe algum limite pra cancelar licença NCE?'],
  ['zh-CN', '一个租户里能同时有几家 CSP 伙伴?'],
  ['ru', 'Есть ли какое-то ограничение на отмену лицензий NCE?'],
];

/** Said while the question of the Azure platform is open, of which "no" would be an answer. */
const NOT_UNDERSTOOD: readonly (readonly [LanguageTag, string])[] = [
  ['en', "sorry, you've lost me"],
  ['hu', 'ezt nem egészen értem'],
  ['ru', 'не совсем понял'],
  ['zh-CN', '没听懂'],
  ['pt-BR', 'não entendi muito bem'],
];

describe('What is no more so, or never was said', () => {
  it('of a designation counts as it was said last, in the next sentence and after a correction', () =>
    saysAll(BADGE_TAKEN_BACK));

  it('of an invitation counts as it is now', () => saysAll(INVITATION_TAKEN_BACK));

  it('a customer who will accept an invitation has not; one who has clicked on it has', () =>
    saysAll(INVITATION_OF_A_CUSTOMER, { perspective: 'customer' }));

  it('is no relationship where its words are about something else', () => saysAll(NO_RELATIONSHIP));

  it('is no seller who is to resell it', () => saysAll(RESOLD));

  it('is no aim of a customer what others charge or threw in, nor a task of the support', () =>
    saysAll(OTHERS_DID, { perspective: 'customer' }));

  it('is no customer where the rules are asked about', () => {
    for (const [language, line] of OF_THE_RULES) {
      const { readings, question } = understand(line, { language });
      assert.deepEqual(readings, [], line);
      assert.equal(question?.kind, 'rules', line);
    }
  });

  it('is no answer where somebody did not understand the question', () => {
    for (const [language, line] of NOT_UNDERSTOOD) {
      const { readings, intent } = understand(line, { language, asked: 'azurePlatform' });
      assert.deepEqual(readings, [], line);
      assert.equal(intent, 'help', line);
    }
  });
});
