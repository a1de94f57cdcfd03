import type { Store } from '../../storage/store.js';
import type { CaseId } from '../case-keys.js';
import { caseLists } from '../case-list.js';
import { type CaseNews, newestFor, newsOf } from '../case-news.js';
import type { CaseCompany } from '../case-store.js';
import { dayFrom } from '../days.js';
import { type Keeper, type KeeperId, keeperId } from '../keeper.js';
import type { KeptCase } from '../kept-case.js';
import { USUAL_HOUR } from '../own-hour.js';
import { readKept } from '../read-case.js';
import { dueAtReturn } from './at-return.js';
import { type Planned, plannedFor, toldLast } from './due.js';
import { DueList, type ReminderOf } from './due-list.js';
import type { ReminderReason } from './next-reminder.js';
import { type KeeperReach, Reaches } from './reach.js';
import { type Reminder, readReminder, reminderKey } from './reminder.js';
import { type ReviewedPassages, type ReviewOf, toldWith, untold } from './reviewed.js';
import { writePlanned } from './write-planned.js';

/** What "my cases" says of the reminders of a case. */
export interface ReminderState {
  readonly on: boolean;
  /** The day since which the channel takes no messages for this keeper (ISO). */
  readonly blocked: string | undefined;
  /** Whether it is known where to write at all. */
  readonly reached: boolean;
  /** The hour of their own clock. */
  readonly hour: number;
}

/** Why a case is told to whoever comes back. */
export type ReturnReason = ReminderReason | { readonly kind: 'news' | 'review' };

/** What the newest edition says differently; of a case that asks for an edition nothing is news. */
function unknownNews(kept: KeptCase, reminder: Partial<Reminder> = {}): CaseNews | undefined {
  if (kept.edition !== undefined) return undefined;
  return newsOf(kept, newestFor(kept), toldLast(kept, reminder));
}

export interface RemindersOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly reviewOf?: ReviewOf;
}

/**
 * When who is to be written to about which case. A reminder is listed under its hour before it says itself when it is due: a
 * process that ends in between leaves a name on a list, and never a reminder that nobody finds. Every method rejects with
 * `StorageError`.
 */
export class Reminders implements CaseCompany {
  readonly #store: Store;
  readonly #due: DueList;
  readonly #reaches: Reaches;
  readonly #options: RemindersOptions;

  constructor(store: Store, options: RemindersOptions) {
    this.#store = store;
    this.#due = new DueList(store);
    this.#reaches = new Reaches(store);
    this.#options = options;
  }

  /** Where a keeper is written to, from now on; they wrote just now, so that messages are taken there. */
  async reachedAt(keeper: Keeper, reach: Omit<KeeperReach, 'blocked' | 'month'>, day: string): Promise<void> {
    const own = keeperId(keeper);
    if (!(await this.#reaches.remember(own, reach, day))) return;
    for (const id of await caseLists(this.#store).read(own)) await this.#replan({ id, keeper: own });
  }

  /** The same for somebody who may keep nothing at all: only who was reached before is taken down anew. */
  async seen(keeper: Keeper, reach: Omit<KeeperReach, 'blocked' | 'month'>, day: string): Promise<void> {
    if ((await this.#reaches.read(keeperId(keeper))) !== undefined) await this.reachedAt(keeper, reach, day);
  }

  /** They want to be written to at this hour of their own clock, about all their cases. */
  async setHour(keeper: Keeper, hour: number): Promise<void> {
    const own = keeperId(keeper);
    // Where nobody is reached, or the hour is the same, nothing is planned for another one.
    if (!(await this.#reaches.setHour(own, hour))) return;
    for (const id of await caseLists(this.#store).read(own)) await this.#replan({ id, keeper: own });
  }

  /** Reminds a keeper of a case from now on. */
  async start(keeper: Keeper, id: CaseId, day: string): Promise<void> {
    const fresh: Reminder = { on: true, after: dayFrom(day, -1) };
    await this.#change({ id, keeper: keeperId(keeper) }, (known = fresh) => ({ ...known, on: true }));
  }

  /** Reminds them no longer; that the answer changes they are still told, where they watch it. */
  async stop(keeper: Keeper, id: CaseId): Promise<void> {
    await this.#change({ id, keeper: keeperId(keeper) }, (known) => known && { ...known, on: false });
  }

  /** Not before that day (ISO). */
  async later(keeper: Keeper, id: CaseId, day: string): Promise<void> {
    await this.#change({ id, keeper: keeperId(keeper) }, (known) => known && { ...known, notBefore: day });
  }

  async state(keeper: Keeper, id: CaseId): Promise<ReminderState> {
    const own = keeperId(keeper);
    const reminder = await readReminder(this.#store, { id, keeper: own });
    const reach = await this.#reaches.read(own);
    return {
      on: reminder?.value.on === true,
      blocked: reach?.blocked,
      reached: reach !== undefined,
      hour: reach?.hour ?? USUAL_HOUR,
    };
  }

  /** What is due of a case for a keeper who comes back, or that its answer has changed; undefined where nothing is. */
  async atReturn(keeper: Keeper, kept: KeptCase, today: string): Promise<ReturnReason | undefined> {
    const reminder = await readReminder(this.#store, { id: kept.id, keeper: keeperId(keeper) });
    if (reminder === undefined) return undefined;
    const isNews =
      kept.watched && kept.closed === undefined && unknownNews(kept, reminder.value) !== undefined;
    if (isNews) return { kind: 'news' };
    const passages = this.#unknownReview(kept, reminder.value);
    return passages === '' ? dueAtReturn(kept, reminder.value, today) : { kind: 'review' };
  }

  /** What the newest edition says differently of a case than what its keeper knows; from now on they know it. */
  async news(keeper: Keeper, kept: KeptCase): Promise<CaseNews | undefined> {
    const of = { id: kept.id, keeper: keeperId(keeper) };
    const news = unknownNews(kept, (await readReminder(this.#store, of))?.value);
    if (news === undefined) return undefined;
    const unknown: Reminder = { on: false, after: kept.changed };
    await this.#change(of, (known = unknown) => ({ ...known, told: news.to }));
    return news;
  }

  /** What a watched case rests on and is under review, unless its keeper knows; from now on they know it. Empty where nothing is. */
  async review(keeper: Keeper, kept: KeptCase): Promise<ReviewedPassages> {
    const of = { id: kept.id, keeper: keeperId(keeper) };
    const passages = this.#unknownReview(kept, (await readReminder(this.#store, of))?.value);
    if (passages !== '')
      await this.#change(of, (known) => known && { ...known, review: toldWith(known.review, passages) });
    return passages;
  }

  #unknownReview(kept: KeptCase, reminder: Reminder | undefined): ReviewedPassages {
    if (reminder === undefined || !kept.watched || kept.closed !== undefined) return '';
    return untold(this.#options.reviewOf?.(kept) ?? '', reminder.review);
  }

  /** The case is another now: so may be what is due, and when. */
  async changed(kept: KeptCase): Promise<void> {
    for (const keeper of kept.keepers) await this.#replan({ id: kept.id, keeper }, kept);
  }

  async left(id: CaseId, keeper: KeeperId): Promise<void> {
    await this.#store.delete(reminderKey({ id, keeper }));
  }

  /** Nobody knows any more where to write to them; what is listed of them finds nothing. */
  async forget(keeper: Keeper): Promise<void> {
    await this.#reaches.forget(keeperId(keeper));
  }

  async #replan(of: ReminderOf, kept?: KeptCase): Promise<void> {
    const unplanned = (known: Reminder | undefined): Reminder | undefined =>
      known ?? (kept?.watched === true ? { on: false, after: kept.changed } : undefined);
    await this.#change(of, unplanned, kept);
  }

  /** Changes a reminder and plans it anew; undefined leaves it as it is. */
  async #change(
    of: ReminderOf,
    change: (known: Reminder | undefined) => Reminder | undefined,
    known?: KeptCase,
  ): Promise<void> {
    const kept = known ?? (await readKept(this.#store, of.id))?.kept;
    if (kept?.keepers.includes(of.keeper) !== true) return;
    const reach = await this.#reaches.read(of.keeper);
    const plan = (reminder: Reminder, now: number): Planned =>
      plannedFor(kept, reminder, reach, now, this.#options.reviewOf);
    await writePlanned({ store: this.#store, due: this.#due, now: this.#options.now }, of, change, plan);
  }
}
