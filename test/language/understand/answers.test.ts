import assert from 'node:assert/strict';
import { plainAnswer } from '../../../src/language/gate/plain-answers.js';
import type { LanguageTag } from '../../../src/language/languages.js';
import { understand } from '../../../src/language/understand/understand.js';
import { type FactId, offeredOptions } from '../../../src/policy/facts.js';
import { short } from './reading.js';

type Case = readonly [LanguageTag, FactId, line: string, readings: string];

/** Shown before it counts, as everything that is more than the answer itself. */
const IN_PASSING: readonly Case[] = [
  ['en', 'azurePlatform', "no, it isn't", 'azurePlatform=legacyAzure'],
  ['ru', 'azurePlatform', 'нет, не на нём', 'azurePlatform=legacyAzure'],
  ['en', 'relationship', 'yes they accepted it yesterday', 'relationship=yes'],
  ['en', 'relationship', 'not yet, we only sent it', 'relationship=no'],
  ['ru', 'relationship', 'нет ещё', 'relationship=no'],
  ['hu', 'relationship', 'még nem, de küldtük', 'relationship=no'],
  ['pt-BR', 'relationship', 'ainda não', 'relationship=no'],
  ['zh-CN', 'relationship', '还没有', 'relationship=no'],
  ['en', 'region', 'no, a different one', 'region=different'],
  [
    'en',
    'seller',
    'the third one. and they accepted our reseller relationship',
    'seller=enterpriseAgreement, relationship=yes',
  ],
  ['ru', 'goal', '2. и кстати у них Azure plan', 'goal=addServices, azurePlatform=azurePlan, service=usage'],
  ['en', 'seller', '2, they have an EA', 'seller?mcaEnterprise|enterpriseAgreement'],
  ['zh-CN', 'service', '第二个。客户用世纪互联', 'service=usage, cloud=china'],
];

/** A word that could answer stands somewhere in the line, and the line is about something else. */
const NO_ANSWER: readonly Case[] = [
  ['en', 'relationship', 'we have a customer with Azure', 'service=usage'],
  ['en', 'designation', 'they have forty people to train before Monday', ''],
  ['en', 'region', 'can you show me another question', ''],
  ['ru', 'relationship', 'у клиента не работает почта с утра', ''],
];

function heard(language: LanguageTag, asked: FactId, line: string) {
  return understand(line, { language, asked, shown: offeredOptions(asked, {}) });
}

describe('A line while a question is open', () => {
  it('answers it with its beginning, and is shown first where it says more', () => {
    for (const [language, asked, line, readings] of IN_PASSING) {
      const understanding = heard(language, asked, line);
      assert.deepEqual(new Set(short(understanding)), new Set(readings.split(', ')), line);
      if (!readings.includes(',')) continue;
      const shown = { fact: asked, options: offeredOptions(asked, {}) };
      assert.equal(plainAnswer(line, language, shown), undefined, line);
    }
  });

  it('does not answer it with a word somewhere in it', () => {
    for (const [language, asked, line, readings] of NO_ANSWER)
      assert.equal(short(heard(language, asked, line)).join(', '), readings, line);
  });
});
