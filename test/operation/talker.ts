import assert from 'node:assert/strict';
import { measuredStore } from '../../src/operation/measured-store.js';
import { createMeasures } from '../../src/operation/measures.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { type Answered, botServer, type Json } from '../turn/bot-server.js';
import { askedFact, cardOf, tapFor, taps } from '../turn/card-reader.js';
import { counted } from './counted.js';

/** The store and the desk of the talk, which break when they are told to. */
export function breakable() {
  const broken = { store: false, desk: false };
  const memory = memoryStore();
  const unless = <T>(call: () => Promise<T>): Promise<T> =>
    broken.store ? Promise.reject(new Error('the store is broken')) : call();
  const store: Store = {
    read: (key) => unless(() => memory.read(key)),
    write: (key, value, expected) => unless(() => memory.write(key, value, expected)),
    delete: (key) => unless(() => memory.delete(key)),
    sweep: (before, isKept) => unless(() => memory.sweep(before, isKept)),
    close: () => memory.close(),
  };
  const handOver = {
    send: () => (broken.desk ? Promise.reject(new Error('nobody there')) : Promise.resolve()),
  };
  return { broken, store, handOver };
}

/** Somebody in Teams who types and taps, and what was counted since one last looked. */
export async function talker() {
  const measures = createMeasures();
  const { broken, store, handOver } = breakable();
  const bot = await botServer({ measures, handOver, store: measuredStore(store, measures) });
  let before: Readonly<Record<string, number>> = {};

  function tap(data: Json, more: Json = {}): Promise<Answered> {
    return bot.post({ type: 'message', value: data, replyToId: 'card-1', ...more });
  }

  return {
    bot,
    broken,
    registry: measures.registry,
    say: bot.say,
    tap,
    /** Taps the answer to the question on the table. */
    answer(value: string): Promise<Answered> {
      const card = cardOf(bot.last());
      return tap(tapFor(card, String(askedFact(card)), value));
    },
    /** Taps what does this. */
    act(action: string, more: Json = {}): Promise<Answered> {
      const found = taps(cardOf(bot.lastCard())).find((data) => data.action === action);
      if (found === undefined) throw new Error(`The card offers no ${action}.`);
      return tap({ ...found, ...more });
    },
    /** What grew, but for the times. */
    async grown(): Promise<Readonly<Record<string, number>>> {
      const now = await counted(measures.registry);
      const grown = Object.entries(now)
        .map(([series, value]) => [series.replaceAll('"', ''), value - (before[series] ?? 0)] as const)
        .filter(([series, value]) => value !== 0 && !series.includes('_seconds'));
      before = now;
      return Object.fromEntries(grown);
    },
    /** Whether exactly this grew since one last looked. */
    async grows(...what: readonly Json[]): Promise<void> {
      assert.deepEqual(await this.grown(), Object.assign({}, ...what));
    },
    close: () => bot.close(),
  };
}

/** As far as the guidance that multi-channel support applies. */
export async function toGuidance(one: Talker): Promise<void> {
  await one.say('start');
  for (const value of ['public', 'indirectReseller', 'support', 'license', 'enterpriseAgreement']) {
    await one.answer(value);
  }
  await one.grown();
}

export type Talker = Awaited<ReturnType<typeof talker>>;
