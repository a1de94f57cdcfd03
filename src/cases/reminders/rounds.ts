import { createHash, randomBytes } from 'node:crypto';
import { type BackOff, pauseBefore } from '../../async/back-off.js';
import type { Store } from '../../storage/store.js';
import { dayAt } from '../own-hour.js';
import { readKept } from '../read-case.js';
import { type Due, type Planned, plannedFor } from './due.js';
import { DueList, hourOf, type ListedReminder, type ReminderOf } from './due-list.js';
import type { LetterEnd, Post } from './letters.js';
import { type KeeperReach, Reaches } from './reach.js';
import { type Reminder, readReminder, reminderKey } from './reminder.js';
import { type ReviewedPassages, type ReviewOf, stillReviewed, toldWith } from './reviewed.js';
import { writePlanned } from './write-planned.js';

/** How long whoever claimed a reminder has for it, in milliseconds: many times as long as sending may take. */
export const LEASE = 120_000;
const MINUTE = 60_000;
/** What failed is tried again after a minute, then more and more rarely, four times a day at last. */
const BACK_OFF: BackOff = { first: MINUTE, longest: 360 * MINUTE, jitter: 0.5 };
/** Where the channel says that it is busy and not for how long. */
const BUSY: BackOff = { first: 5 * MINUTE, longest: 60 * MINUTE, jitter: 0.5 };

export interface RoundsOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly post: Post;
  readonly reviewOf?: ReviewOf;
}

/** The name of a letter: the same for whoever sends it, and another for each day and reason. */
function nameOf({ id, keeper }: ReminderOf, { reason, upTo }: Due): string {
  const about = reason.kind === 'news' ? reason.news.to : reason.kind === 'review' ? reason.passages : upTo;
  return createHash('sha256')
    .update(JSON.stringify([id, keeper, reason.kind, about]))
    .digest('base64url');
}

/** A claim counts until its end; one that ends later than any can is from a clock that was set right since. */
function isClaimed({ lease }: Reminder, now: number): boolean {
  return lease !== undefined && lease.until > now && lease.until <= now + LEASE;
}

/** What was said, and what it was about. */
function said({ again: _, tries: __, ...known }: Reminder, { reason, upTo }: Due, day: string): Reminder {
  const after = upTo > known.after ? upTo : known.after;
  return {
    ...known,
    after,
    sent: day,
    ...(reason.kind === 'news' ? { told: reason.news.to } : {}),
    ...(reason.kind === 'review' ? { review: toldWith(known.review, reason.passages) } : {}),
  };
}

/** What somebody has compared meanwhile is forgotten. */
function withoutCompared({ review, ...known }: Reminder, now: ReviewedPassages): Reminder {
  const still = review === undefined ? '' : stillReviewed(review, now);
  return { ...known, ...(still === '' ? {} : { review: still }) };
}

function notTaken(known: Reminder, wait: number, now: number): Reminder {
  return { ...known, tries: (known.tries ?? 0) + 1, again: now + Math.round(wait) };
}

/**
 * Sends what is due. Any number of instances may go round at once: each reminder is claimed by compare-and-swap before it is
 * sent, and is free again when its claim ends, so that one who was killed in between loses nothing. Killed between sending and
 * writing that down, the same letter goes out once more, under the same name.
 */
export class Rounds {
  readonly #store: Store;
  readonly #due: DueList;
  readonly #reaches: Reaches;
  readonly #options: RoundsOptions;
  /** Until then nothing is sent: the channel said so. */
  #quiet = 0;
  #stopped = false;

  constructor(store: Store, options: RoundsOptions) {
    this.#store = store;
    this.#due = new DueList(store);
    this.#reaches = new Reaches(store);
    this.#options = options;
  }

  /** Nothing more is begun. */
  stop(): void {
    this.#stopped = true;
  }

  /** Looks once at everything that may be due. Resolves to how many letters were sent. Rejects with `StorageError`. */
  async round(): Promise<number> {
    const { now } = this.#options;
    let sent = 0;
    for (const listed of await this.#due.until(hourOf(now()))) {
      // A quiet that is longer than any is from a clock that was set right since.
      const quiet = now() < this.#quiet && this.#quiet <= now() + BUSY.longest * 2;
      if (this.#stopped || quiet) break;
      if (await this.#look(listed)) sent += 1;
    }
    return sent;
  }

  /** Whether a letter was sent. */
  async #look(listed: ListedReminder): Promise<boolean> {
    const now = this.#options.now();
    const stored = await readReminder(this.#store, listed);
    const at = stored?.value.at;
    if (at === undefined || hourOf(at) > Math.max(listed.hour, hourOf(now))) {
      await this.#drop(listed);
      return false;
    }
    if (stored === undefined || at > now || isClaimed(stored.value, now)) return false;
    const kept = (await readKept(this.#store, listed.id))?.kept;
    if (kept?.keepers.includes(listed.keeper) !== true) {
      await this.#store.delete(reminderKey(listed));
      await this.#due.remove(listed);
      return false;
    }
    const reach = await this.#reaches.read(listed.keeper);
    const plan = (reminder: Reminder, moment: number, to = reach): Planned =>
      plannedFor(kept, reminder, to, moment, this.#options.reviewOf);
    const { due } = plan(stored.value, now);
    if (due === undefined || reach === undefined) {
      const reviewed = this.#options.reviewOf?.(kept) ?? '';
      await this.#settle(listed, (known) => withoutCompared(known, reviewed), plan);
      return false;
    }
    const claim = { until: now + LEASE, by: randomBytes(6).toString('base64url') };
    const mine = await this.#store.write(
      reminderKey(listed),
      { ...stored.value, lease: claim },
      stored.version,
    );
    if (mine === undefined) return false;
    const posted = await this.#options.post({ name: nameOf(listed, due), kept, reason: due.reason, reach });
    await this.#note(listed, posted, due, reach, plan);
    return posted.kind === 'posted';
  }

  async #note(
    listed: ListedReminder,
    posted: LetterEnd,
    due: Due,
    reach: KeeperReach,
    plan: (reminder: Reminder, now: number, to?: KeeperReach) => Planned,
  ): Promise<void> {
    const now = this.#options.now();
    const day = dayAt(now, reach.zone);
    switch (posted.kind) {
      case 'posted':
        return this.#settle(listed, (known) => said(known, due, day), plan);
      case 'blocked': {
        await this.#reaches.block(listed.keeper, day);
        const blocked = { ...reach, blocked: day };
        return this.#settle(
          listed,
          (known) => ({ ...known }),
          (reminder, moment) => plan(reminder, moment, blocked),
        );
      }
      case 'busy': {
        const asked = posted.wait === undefined ? undefined : Math.min(posted.wait, BUSY.longest);
        const wait = pauseBefore(BUSY, 0, asked);
        this.#quiet = now + wait;
        return this.#settle(listed, (known) => notTaken(known, wait, now), plan);
      }
      case 'failed': {
        const wait = (known: Reminder): number => pauseBefore(BACK_OFF, Math.min(known.tries ?? 0, 20));
        return this.#settle(listed, (known) => notTaken(known, wait(known), now), plan);
      }
    }
  }

  /** Writes what became of it, without the claim, and takes it off the list unless it is due in the same hour again. */
  async #settle(
    listed: ListedReminder,
    change: (known: Reminder) => Reminder,
    plan: (reminder: Reminder, now: number) => Planned,
  ): Promise<void> {
    const { now } = this.#options;
    const planning = { store: this.#store, due: this.#due, now };
    const at = await writePlanned(
      planning,
      listed,
      (known) => {
        // Whoever was forgotten meanwhile is not remembered for it.
        if (known === undefined) return undefined;
        const { lease: _, ...rest } = known;
        return change(rest);
      },
      plan,
    );
    if (at === undefined || hourOf(Math.max(at, now())) !== listed.hour) await this.#drop(listed);
  }

  /** Takes it off the list; back on it where somebody has planned it for that hour meanwhile. */
  async #drop(listed: ListedReminder): Promise<void> {
    await this.#due.remove(listed);
    const at = (await readReminder(this.#store, listed))?.value.at;
    if (at !== undefined && hourOf(at) <= listed.hour) await this.#due.add(listed, listed.hour);
  }
}
