import assert from 'node:assert/strict';
import { planView } from '../../src/conversation/interview/case-view.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { caseOf } from '../../src/policy/case/case.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import type { Situation } from '../../src/policy/facts.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { botServer } from './bot-server.js';
import { cardOf, textOf } from './card-reader.js';

const SHARED: Situation = { cloud: 'public', partner: 'directBill', region: 'same', relationship: 'no' };
const SUBSCRIPTIONS: readonly Situation[] = [
  { service: 'license', seller: 'microsoft', goal: 'support' },
  { service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
  { service: 'usage', seller: 'cspPartner', goal: 'takeOver', azurePlatform: 'azurePlan' },
  { service: 'license', seller: 'cspPartner', goal: 'takeOver', licensePlatform: 'newCommerce' },
  { service: 'usage', seller: 'microsoft', goal: 'support' },
];

/** What a turn may take, for one subscription as for five. */
const LARGEST = 80 * 1024;
const LONGEST_RECORD = 4096;

/** A store that counts what is asked of it, and knows the largest value. */
function counting(store: Store) {
  const seen = { reads: 0, writes: 0, bytes: 0 };
  const counted: Store = {
    ...store,
    read(key) {
      seen.reads += 1;
      return store.read(key);
    },
    write(key, value, version) {
      seen.writes += 1;
      seen.bytes = Math.max(seen.bytes, Buffer.byteLength(JSON.stringify(value)));
      return store.write(key, value, version);
    },
  };
  return { seen, store: counted };
}

/** What the turns of a whole case take, from the receipt that opens it. */
async function taken(subscriptions: readonly Situation[], tag: (typeof LANGUAGE_TAGS)[number]) {
  const { seen, store } = counting(memoryStore());
  const bot = await botServer({ store });
  const turns: object[] = [];
  let largest = 0;
  try {
    const policy = policyFor(undefined);
    const language = LANGUAGES[tag];
    const { receipt } = planView(policy, caseOf(SHARED, subscriptions));
    const asides = (['why', 'ticket', 'share'] as const).map(
      (key) => language.alternatives(`command.${key}`)[0],
    );
    const lines = [receipt, ...asides, receipt];
    for (const line of lines) {
      const before = { ...seen };
      await bot.say(line ?? '', { locale: tag });
      largest = Math.max(largest, JSON.stringify(bot.last()).length * 2);
      turns.push({ reads: seen.reads - before.reads, writes: seen.writes - before.writes });
    }
    const text = textOf(cardOf(bot.last()));
    return { turns, largest, bytes: seen.bytes, text };
  } finally {
    await bot.close();
  }
}

describe('A case of five subscriptions', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`is answered within the budgets of one in ${tag}: as many looks into the store, a message under 80 KB, under 4 KB stored`, async () => {
      const one = await taken(SUBSCRIPTIONS.slice(0, 1), tag);
      const five = await taken(SUBSCRIPTIONS, tag);
      assert.ok(five.text.includes(LANGUAGES[tag].say('case.title', { count: 5 })), five.text);
      assert.deepEqual(five.turns, one.turns);
      assert.ok(five.largest < LARGEST, `${five.largest} bytes`);
      assert.ok(five.bytes < LONGEST_RECORD, `${five.bytes} bytes`);
    });
  }
});
