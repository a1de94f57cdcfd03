import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../src/language/languages.js';
import type { Situation } from '../../../src/policy/facts.js';
import { ask, missing } from './printed.js';

/** What only somebody who does it is told; a reseller's provider does it. */
const YOU_DO_IT: Record<LanguageTag, RegExp> = {
  en: /you (start|order|create|request)\b/i,
  ru: /начинаете вы|вы (начинаете|заказываете|создаете|запрашиваете)/i,
  'zh-CN': /由你(发起|订购|创建)|你(在 CSP 中)?(发起|订购|创建)/,
  'pt-BR': /você (inicia|faz|cria|solicita)\b/i,
  hu: /(^|\s)Ön (indítja|megrendeli|hozza létre|kéri)|indítja el Ön|Ön indítja/i,
};

/** That the current partner accepts a request for a transfer. */
const REQUEST_ACCEPTED: Record<LanguageTag, RegExp> = {
  en: /transfer request that the current partner accepts/,
  ru: /запрос на перемещение, и текущий партнер должен его принять/,
  'zh-CN': /转移请求，再由当前合作伙伴接受/,
  'pt-BR': /solicitação de transferência, que o parceiro atual aceita/,
  hu: /átadási kérelem kell, amelyet a jelenlegi partner elfogad/,
};

const takeOver = { cloud: 'public', goal: 'takeOver', seller: 'cspPartner' } as const;
const azure = { ...takeOver, service: 'usage', azurePlatform: 'azurePlan' } as const;
const legacy = { ...takeOver, service: 'license', licensePlatform: 'legacy' } as const;

function reason(situation: Situation, id: string, tag: LanguageTag): string {
  return (
    ask(situation)
      .json(tag)
      .reasons.find((each) => each.id === id)?.text ?? ''
  );
}

describe('In practice: who starts it', () => {
  for (const partner of ['directBill', 'indirectProvider', 'indirectReseller'] as const) {
    const reseller = partner === 'indirectReseller';

    it(`R43, R73: a transfer of Azure: the reason fits whoever sends the request (${partner})`, () => {
      const { steps } = ask({ ...azure, partner });
      const [sends, never] = reseller
        ? ['providerRequestsTransfer', 'requestTransfer']
        : ['requestTransfer', 'providerRequestsTransfer'];
      assert.deepEqual(missing(steps, sends, 'currentPartnerAcceptsAzure'), []);
      assert.ok(!steps.includes(never));
      for (const tag of LANGUAGE_TAGS) {
        const text = reason({ ...azure, partner }, 'azurePlanTransfers', tag);
        assert.match(text, REQUEST_ACCEPTED[tag]);
        assert.doesNotMatch(text, YOU_DO_IT[tag]);
      }
    });

    it(`R48, R67: licences that are bought anew: the reason fits whoever orders (${partner})`, () => {
      const { steps } = ask({ ...legacy, partner });
      assert.deepEqual(missing(steps, reseller ? 'providerOrdersSameLicenses' : 'orderSameLicenses'), []);
      for (const tag of LANGUAGE_TAGS) {
        const text = reason({ ...legacy, partner }, 'licensesMoveByReorder', tag);
        assert.ok(text.includes('CSP'), tag);
        assert.doesNotMatch(text, YOU_DO_IT[tag]);
      }
    });
  }

  it('R70, R72, R73: no reason tells an indirect reseller to do what its provider does', () => {
    for (const goal of ['support', 'addServices', 'takeOver'] as const) {
      for (const service of ['license', 'usage'] as const) {
        for (const seller of ['microsoft', 'enterpriseAgreement', 'cspPartner'] as const) {
          const said = ask({ cloud: 'public', partner: 'indirectReseller', goal, service, seller });
          for (const tag of LANGUAGE_TAGS)
            for (const { id, text } of said.json(tag).reasons)
              assert.doesNotMatch(text, YOU_DO_IT[tag], `${tag} ${id}`);
        }
      }
    }
  });
});
