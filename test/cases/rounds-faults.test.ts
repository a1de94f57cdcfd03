import assert from 'node:assert/strict';
import fc from 'fast-check';
import { waitingFor } from '../../src/cases/case-changes.js';
import { Rounds } from '../../src/cases/reminders/rounds.js';
import { StorageError } from '../../src/storage/error.js';
import type { Store } from '../../src/storage/store.js';
import { DAY } from './case-contract.js';
import { DAY_LONG, HOUR, reachOf, WITH_GDAP, type World, world } from './rounds-world.js';

/** What goes wrong in one round. */
type Fault =
  | { readonly kind: 'none' }
  /** The store is away from the call with that number on, until the round is over. */
  | { readonly kind: 'away'; readonly call: number }
  /** The process is killed while it sends: before the channel takes it, or after. */
  | { readonly kind: 'killedBefore' }
  | { readonly kind: 'killedAfter' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'busy' };

const faults: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fault>({ kind: 'none' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('away' as const), call: fc.nat(12) }) },
  fc.constant<Fault>({ kind: 'killedBefore' }),
  fc.constant<Fault>({ kind: 'killedAfter' }),
  fc.constant<Fault>({ kind: 'failed' }),
  fc.constant<Fault>({ kind: 'busy' }),
);

const never = <T>(): Promise<T> => new Promise(() => undefined);

/** The store as somebody has it who is without it from a call on: it refuses, or never answers them again. */
function until(store: Store, isGone: () => boolean, gone: () => Promise<never>): Store {
  const guard =
    <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      isGone() ? gone() : call(...args);
  return { ...store, read: guard(store.read) as Store['read'], write: guard(store.write) as Store['write'] };
}

/** One round with a fault; resolves when it is over, or its process is dead. */
async function roundWith(one: World, fault: Fault): Promise<void> {
  const { now, store } = one;
  let calls = 0;
  let dead = false;
  let died = (): void => undefined;
  const death = new Promise<void>((resolve) => {
    died = resolve;
  });
  const away = until(
    store,
    () => {
      calls += 1;
      return fault.kind === 'away' && calls > fault.call;
    },
    () => Promise.reject(new StorageError('away')),
  );
  const killed = until(store, () => dead, never);
  const rounds = new Rounds(fault.kind === 'away' ? away : killed, {
    now,
    async post(letter) {
      if (fault.kind === 'busy') return { kind: 'busy', wait: HOUR / 2 };
      if (fault.kind === 'failed') return { kind: 'failed' };
      if (fault.kind !== 'killedBefore') one.letters.push(letter);
      if (fault.kind !== 'killedBefore' && fault.kind !== 'killedAfter') return { kind: 'posted' };
      dead = true;
      died();
      return never();
    },
  });
  const over = rounds.round().then(
    () => undefined,
    (error: unknown) => assert.ok(error instanceof StorageError, String(error)),
  );
  await Promise.race([over, death]);
}

describe('Reminders whose instances are killed, and whose store and channel fail', () => {
  it('are each sent, and twice only where one was killed between sending and writing that down', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.tuple(faults, fc.integer({ min: 1, max: 30 })), { minLength: 10, maxLength: 60 }),
      async (script) => {
        const one = world();
        const people = ['29:a', '29:b', '29:c'].map((user) => ({ channel: 'msteams', user }));
        for (const keeper of people) {
          const { id } = (await one.cases.create(keeper, WITH_GDAP, DAY)) ?? assert.fail();
          await one.reminders.reachedAt(keeper, reachOf(keeper), DAY);
          await one.reminders.start(keeper, id, DAY);
          const waiting = { step: 'customerAccepts', actor: 'customer', since: DAY } as const;
          await one.cases.change(keeper, id, waitingFor(waiting), DAY);
        }
        one.set('2026-11-30T07:50:00Z');
        for (const [fault, minutes] of script) {
          await roundWith(one, fault);
          one.pass(minutes * 60_000);
        }
        // A day without faults, which is also the longest that anything waits.
        const end = new Date(one.now() + DAY_LONG).toISOString();
        for (; one.now() < Date.parse(end); one.pass(HOUR / 6)) await roundWith(one, { kind: 'none' });
        const names = one.letters.map(({ name }) => name);
        const kills = script.filter(([{ kind }]) => kind === 'killedAfter').length;
        // Where the store is away when it was just sent, nobody can write that down either.
        const losses = script.filter(([{ kind }]) => kind === 'away').length;
        assert.equal(new Set(names).size, people.length, 'none is lost');
        assert.ok(names.length - people.length <= kills + losses, `${names.length} letters`);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });
});
