import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LanguageTag } from '../../../src/language/languages.js';
import { understand } from '../../../src/language/understand/understand.js';
import type { Labelled } from '../../../src/tools/understand/labelled.js';
import { UNDERSTOOD } from '../stories.js';
import { type LineCase, said } from './reading.js';

const FOLDER = new URL('../../../../test/language/understand/', import.meta.url);

/** What customers write, and what they want. */
const CUSTOMERS: readonly LineCase[] = [
  ['en', 'We bought our Azure from you last year.', 'service=usage'],
  ['en', 'Would you be able to take over our Azure?', 'service=usage, goal=takeOver'],
  [
    'en',
    'We have Office 365 under an EA. Could your team look after our tenant?',
    'service=license, seller=enterpriseAgreement, goal=support',
  ],
  [
    'en',
    'We use Dynamics 365. The invoices should come from your company.',
    'service=license, goal=takeOver',
  ],
  [
    'en',
    'I took over as office manager. We use Teams, could you look after it?',
    'service=license, goal=support',
  ],
  [
    'en',
    'We have an EA. Can we buy Copilot from you?',
    'service=license, seller=enterpriseAgreement, goal=addServices',
  ],
  [
    'ru',
    'Мы используем Azure и хотим, чтобы счета выставляли вы, подписка перешла к вам',
    'service=usage, goal=takeOver',
  ],
  ['ru', 'В прошлом году покупали у вас Azure', 'service=usage'],
  ['zh-CN', '我们公司现有Azure，希望由贵公司开具发票', 'service=usage, goal=takeOver'],
  ['zh-CN', '我司在用Microsoft 365，想跟你们公司另外买Copilot', 'service=license, goal=addServices'],
  ['pt-BR', 'Usamos o Azure e queremos passar a pagar pra vocês', 'service=usage, goal=takeOver'],
  [
    'pt-BR',
    'Nosso Azure: a sua equipe pode administrar? O pagamento continua sendo feito por nós',
    'service=usage, goal=support',
  ],
  [
    'hu',
    'Az Azure-t használjuk. Szeretnénk, ha ezt is ti számláznátok nekünk.',
    'service=usage, goal=takeOver',
  ],
  ['hu', 'Tavaly Önöktől vásároltunk Azure-t.', 'service=usage'],
];

/** What partners write: of a customer, of themselves, or to the bot. */
const ASKERS: readonly (readonly [tag: LanguageTag, text: string])[] = [
  ['en', 'could you tell me whether we can take over the Azure of a customer?'],
  ['en', 'our customer bought Office 365 from you know who'],
  ['en', "we're a direct bill partner, our tenant is in Germany, can you help"],
  ['en', 'Customer writes: our Azure is under an EA, can you manage it for us?'],
  ['ru', 'у нас клиент с Azure, можно ли взять у вас инструкцию?'],
  ['zh-CN', '我们是间接经销商，请问你们能帮我们查一下吗'],
  ['pt-BR', 'nosso cliente usa Azure, vocês podem ajudar?'],
  ['hu', 'az ügyfelünk Azure-t használ, tudnak segíteni Önök?'],
];

describe("A customer's own words", () => {
  for (const [language, text, readings] of CUSTOMERS) {
    it(`are read from the customer's side, though nobody says so: ${text}`, () => {
      assert.equal(understand(text, { language }).perspective, 'customer');
      assert.equal(said(text, { language }), readings);
    });
  }

  for (const [language, text] of ASKERS) {
    it(`are not those of an asker: ${text}`, () =>
      assert.equal(understand(text, { language }).perspective, 'asker'));
  }

  it('are not seen in what partners write', () => {
    for (const tag of UNDERSTOOD) {
      for (const half of ['seen', 'fresh']) {
        const file = new URL(`${tag}.${half}.json`, FOLDER);
        const labelled = JSON.parse(readFileSync(file, 'utf8')) as Labelled[];
        for (const { text, perspective } of labelled)
          if (perspective !== 'customer')
            assert.equal(understand(text, { language: tag }).perspective, 'asker', text);
      }
    }
  });
});
