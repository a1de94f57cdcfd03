import { CaseStore } from '../../src/cases/case-store.js';
import type { ChannelKeeper } from '../../src/cases/keeper.js';
import type { CaseDraft } from '../../src/cases/kept-case.js';
import type { Letter, LetterEnd } from '../../src/cases/reminders/letters.js';
import type { KeeperReach } from '../../src/cases/reminders/reach.js';
import { Reminders } from '../../src/cases/reminders/reminders.js';
import type { ReviewOf } from '../../src/cases/reminders/reviewed.js';
import { Rounds } from '../../src/cases/reminders/rounds.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY_LONG = 24 * HOUR;

/** An eligible licence customer of a direct-bill partner: the plan asks for GDAP. */
export const WITH_GDAP: CaseDraft = {
  label: 'Contoso',
  shared: [
    ['cloud', 'public'],
    ['partner', 'directBill'],
  ],
  subscriptions: [
    [
      ['service', 'license'],
      ['seller', 'microsoft'],
      ['goal', 'support'],
    ],
  ],
  told: '2026-11',
};

/** How a keeper in Teams is reached. */
export function reachOf(
  { channel, user }: ChannelKeeper,
  zone = 'Europe/Budapest',
  hour = 9,
): Omit<KeeperReach, 'month'> {
  const address = {
    channel,
    serviceUrl: 'https://smba.example/emea/',
    conversation: `a:${user}`,
    bot: '28:bot',
    user,
  };
  return { address, language: 'en', zone, hour };
}

interface WorldOptions {
  readonly store?: Store;
  readonly start?: string;
  readonly reviewOf?: ReviewOf;
}

/** A store, a clock that is set by hand, a post that is told what to answer, and as many instances as are wanted. */
export function world({
  store = memoryStore(),
  start = '2026-11-23T12:00:00Z',
  reviewOf = () => '',
}: WorldOptions = {}) {
  let time = Date.parse(start);
  const now = (): number => time;
  const letters: Letter[] = [];
  /** When each letter was sent, as an ISO minute. */
  const times: string[] = [];
  const moods: (LetterEnd | 'hang')[] = [];
  const post = async (letter: Letter): Promise<LetterEnd> => {
    letters.push(letter);
    times.push(new Date(time).toISOString().slice(0, 16));
    const mood = moods.shift() ?? { kind: 'posted' };
    return mood === 'hang' ? new Promise(() => undefined) : mood;
  };
  const instance = (over: Store = store): Rounds => new Rounds(over, { now, post, reviewOf });
  const reminders = new Reminders(store, { now, reviewOf });
  return {
    store,
    cases: new CaseStore(store, [reminders]),
    reminders,
    letters,
    times,
    /** What the channel answers to the next letters. */
    will: (...next: readonly (LetterEnd | 'hang')[]) => moods.push(...next),
    now,
    set: (iso: string) => {
      time = Date.parse(iso);
    },
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    instance,
    /** Goes round every so often until then. */
    async until(
      iso: string,
      rounds: { round(): Promise<number> } = instance(),
      every = 20 * MINUTE,
    ): Promise<void> {
      for (; time < Date.parse(iso); time += every) await rounds.round();
    },
  };
}

export type World = ReturnType<typeof world>;
