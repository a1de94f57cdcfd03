import { type Clause, hasValue, is, type PlacedMention, partsOf, setsGoal } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { Claim } from './claim.js';

/**
 * What a customer asks for, told apart from what they tell: in "your rivals' support is a disaster, we want the invoice
 * from you" only the invoice is wanted.
 */

/** A word by itself says no more than "besides". */
const ADVERB = 2;

/** Somebody wants something in this sentence, or asks for it. */
function asksFor(sentence: number, clauses: readonly Clause[]): boolean {
  return (
    clauses.some((clause) => clause.sentence === sentence && clause.asks) ||
    partsOf(sentence, clauses).some((part) => is(part, 'wish') || (is(part, 'you') && setsGoal(part)))
  );
}

/** "We don't want to migrate anything", "their support is none": away from where they are, not from the asker. */
function isOfOthers({ fact, kind, options, part }: Claim, clauses: readonly Clause[]): boolean {
  if (fact !== 'goal' || kind !== 'isNot') return false;
  const parts = partsOf(part.sentence, clauses);
  if (options.join() === 'takeOver') return !anyIs(parts, 'you', 'invoice');
  return !anyIs(parts, 'you', 'wish');
}

/** "A local firm, she also repairs our printers": what the seller does. */
function isTold({ options, part }: Claim, clauses: readonly Clause[]): boolean {
  // "On top of that there are two Windows servers": what they have.
  if (options.join() === 'addServices') {
    const parts = clauses[part.clause]?.parts ?? [];
    const theirs = anyIs(parts, 'have', 'seller.otherReseller', 'kind.reseller', 'kind.csp', 'nothing');
    const bare = part.to - part.from < ADVERB && !anyIs(parts, 'you');
    return anyIs(parts, 'past') || (theirs && bare);
  }
  const before = partsOf(part.sentence, clauses).filter(({ first }) => first < part.first);
  const theirs = clauses[part.clause]?.parts.some((each) => is(each, 'they') && each.first < part.first);
  return (
    options.join() === 'support' &&
    theirs === true &&
    before.some((each) => is(each, 'kind.reseller', 'seller.otherReseller', 'kind.csp')) &&
    !before.some((each) => is(each, 'you'))
  );
}

/** "Looking after our tenant: new users, devices, reports": the tasks that make up the support. */
function isTask({ fact, options, part }: Claim, all: readonly Claim[], clauses: readonly Clause[]): boolean {
  if (fact !== 'goal' || options.join() !== 'addServices') return false;
  const { parts = [], join } = clauses[part.clause] ?? {};
  const alone = parts.every((each) => each === part || is(each, 'filler', 'and', 'intent.help'));
  const next = clauses[part.clause + 1];
  const goesOn = next?.sentence === part.sentence && (next.join === 'comma' || next.join === 'and');
  return (
    alone &&
    join === 'comma' &&
    goesOn &&
    !next.parts.some((each) => hasValue(each) || is(each, 'wish')) &&
    all.some(
      (each) =>
        each.fact === 'goal' &&
        each.options.join() === 'support' &&
        each.part.sentence === part.sentence &&
        each.part.clause < part.clause,
    )
  );
}

/** "Whatever I ask for they charge extra", "it was thrown in besides, two years ago": what others did. */
function isDoneByOthers({ fact, options, part }: Claim, clauses: readonly Clause[]): boolean {
  if (fact !== 'goal' || options.join() !== 'addServices' || part.to - part.from >= ADVERB) return false;
  const before = (clauses[part.clause]?.parts ?? []).filter(({ first }) => first < part.first);
  const subject = before.findLast((each) => is(each, 'we', 'you', 'they'));
  if (is(subject, 'they') && !is(subject, 'we', 'you')) return true;
  const sentence = partsOf(part.sentence, clauses);
  return anyIs(sentence, 'bought') && anyIs(sentence, 'kind.reseller') && !anyIs(sentence, 'wish', 'you');
}

/** The claims without goals that are only told of, where another one is asked for. */
export function requested(all: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const claims = all.filter(
    (each) => !isOfOthers(each, clauses) && !isDoneByOthers(each, clauses) && !isTask(each, all, clauses),
  );
  const goals = claims.filter(({ fact, kind }) => fact === 'goal' && kind === 'is');
  const wanted = new Set(goals.filter(({ part }) => asksFor(part.sentence, clauses)));
  if (wanted.size === 0) return claims.filter((each) => !goals.includes(each) || !isTold(each, clauses));
  return claims.filter((each) => !goals.includes(each) || wanted.has(each));
}

function has(claims: readonly Claim[], option: string): boolean {
  return claims.some((each) => each.fact === 'goal' && each.kind === 'is' && each.options.join() === option);
}

/** What the less makes of the more: whoever takes it over supports it, and whoever sells a service does so. */
function lesser(claims: readonly Claim[], clauses: readonly Clause[]): string | undefined {
  const [support, takeOver] = [has(claims, 'support'), has(claims, 'takeOver')];
  const adds = has(claims, 'addServices');
  if (support && takeOver && !adds) {
    const owned = claims.some(
      ({ fact, kind, options }) => fact === 'service' && kind === 'is' && options.join() === 'other',
    );
    // What was bought for good has no bill to take over: "will you take it on?" is the work.
    return owned ? 'takeOver' : 'support';
  }
  if (support && adds && !takeOver) return 'support';
  const keeps = (part: PlacedMention): boolean => is(part, 'keeps');
  return adds && takeOver && clauses.some(({ parts }) => parts.some(keeps)) ? 'takeOver' : undefined;
}

/** One aim of a customer's mail about one subscription. */
export function oneAim(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const less = lesser(claims, clauses);
  if (less === undefined) return claims;
  return claims.filter(
    ({ fact, kind, options }) => fact !== 'goal' || kind !== 'is' || options.join() !== less,
  );
}
