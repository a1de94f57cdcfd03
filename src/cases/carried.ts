import type { EditionId } from '../policy/edition.js';
import type { SaidStep } from '../policy/engine/statement.js';
import { withoutSubscription, withSubscription } from './case-changes.js';
import { type CaseAnswers, type KeptCase, MOST_SUBSCRIPTIONS } from './kept-case.js';
import { tickedOn, untickedOn } from './plan-ticks.js';

/** What a conversation about a case knows of it. */
export interface CarriedAnswers {
  readonly shared: CaseAnswers;
  readonly subscriptions: readonly CaseAnswers[];
  readonly edition: EditionId | undefined;
  readonly done: readonly SaidStep[];
}

/** The answers with what has changed from `before` to `now`; what somebody else has changed meanwhile stays. */
function merged(known: CaseAnswers, before: CaseAnswers, now: CaseAnswers): CaseAnswers {
  const was = new Map(before);
  const is = new Map(now);
  const gone = before.filter(([fact]) => !is.has(fact)).map(([fact]) => fact);
  const anew = now.filter(([fact, value]) => was.get(fact) !== value);
  const kept = known.filter(([fact]) => !gone.includes(fact));
  return [...new Map([...kept, ...anew])];
}

function areSame(one: CaseAnswers | undefined, other: CaseAnswers | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Where the subscription is that one of the lists has and the other has not; undefined where there is none, or several. */
function missingPlace(longer: readonly CaseAnswers[], shorter: readonly CaseAnswers[]): number | undefined {
  if (longer.length !== shorter.length + 1) return undefined;
  const place = shorter.findIndex((each, at) => !areSame(each, longer[at]));
  return place === -1 ? shorter.length : place;
}

function withSubscriptions(kept: KeptCase, before: CarriedAnswers, now: CarriedAnswers): KeptCase {
  const [was, is] = [before.subscriptions, now.subscriptions];
  const gone = missingPlace(was, is);
  if (gone !== undefined) {
    // Somebody else may have left another one out meanwhile, or answered for this one.
    const known = areSame(kept.subscriptions[gone], was[gone]);
    return known ? withoutSubscription(gone)(kept) : kept;
  }
  const subscriptions = kept.subscriptions.map((own, at) => merged(own, was[at] ?? own, is[at] ?? own));
  const more = is.slice(was.length, was.length + MOST_SUBSCRIPTIONS - subscriptions.length);
  return more.reduce<KeptCase>((sofar, each) => withSubscription(each)(sofar), { ...kept, subscriptions });
}

/**
 * A case with what was answered, corrected and ticked in a conversation about it, from `before` to `now`; whatever else became
 * of the case meanwhile stays. Steps that are done stay ticked, whether or not the plan still has them. Pure.
 */
export function withCarried(
  kept: KeptCase,
  before: CarriedAnswers,
  now: CarriedAnswers,
  day: string,
): KeptCase {
  const { edition: _, ...rest } = kept;
  const edition = before.edition === now.edition ? kept.edition : now.edition;
  const shared = merged(kept.shared, before.shared, now.shared);
  const answered = withSubscriptions(
    { ...rest, shared, ...(edition === undefined ? {} : { edition }) },
    before,
    now,
  );
  const untickeds = before.done.filter((step) => !now.done.includes(step));
  const ticked = now.done.filter((step) => !before.done.includes(step));
  const without = untickeds.reduce((sofar, step) => untickedOn(step, day)(sofar), answered);
  return ticked.reduce((sofar, step) => tickedOn(step, day)(sofar), without);
}
