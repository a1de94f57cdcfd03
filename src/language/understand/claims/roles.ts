import type { FactId } from '../../../policy/facts.js';
import { between, type Clause, hasValue, is, type PlacedMention, setsGoal } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { BY_DEFAULT, SAID } from './claim.js';

/**
 * Whose a partner or seller in a clause is: who is asking (`asker`), who sold to the customer (`seller`, or `former`
 * where it is one of the past, or `theirs` where the customer just has one), nobody's in a terse line (`bare`), or somebody who does not matter (`nobody`).
 */
export type SpeakerRole = 'asker' | 'seller' | 'former' | 'theirs' | 'bare' | 'nobody';

/** What a partner is called. */
export const PARTNER_NOUNS = [
  'kind.reseller',
  'kind.indirectProvider',
  'kind.indirectReseller',
  'kind.directBill',
] as const;

/** How far an adjective may stand from its noun: "another big local partner". */
const ADJECTIVE_REACH = 3;

const SELLING = ['bought', 'from', 'sold', 'about.seller'] as const;

/** The mention right before (within a reach, nothing of value between) that is one of these. */
function near(
  part: PlacedMention,
  clause: Clause,
  reach: number,
  ...concepts: Parameters<typeof is>[1][]
): boolean {
  const index = clause.parts.indexOf(part);
  for (let before = index - 1; before >= 0; before--) {
    const other = clause.parts[before];
    if (other === undefined || between(other, part) >= reach) return false;
    if (is(other, ...concepts)) return true;
    if (hasValue(other)) return false;
  }
  return false;
}

/** Adjectives and postpositions that follow their noun ("parceiro anterior", "partneren keresztül"). */
function follows(part: PlacedMention, clause: Clause, ...concepts: Parameters<typeof is>[1][]): boolean {
  const after = clause.parts[clause.parts.indexOf(part) + 1];
  return after !== undefined && after.first === part.next && is(after, ...concepts);
}

/** "We buy from a distributor": the asker's own supply says nothing about the customer's. */
function ownSupply(clause: Clause, cue: PlacedMention): boolean {
  const before = clause.parts.slice(0, clause.parts.indexOf(cue));
  const subject = before.findLast((part) => is(part, 'we', 'they', 'have') || setsGoal(part));
  return subject !== undefined && is(subject, 'we');
}

/** The role of a partner or seller, by the nearest cue on its left, else on its right. */
export function roleOf(
  part: PlacedMention,
  clause: Clause,
  customer: boolean,
  asked: FactId | undefined,
): SpeakerRole {
  const index = clause.parts.indexOf(part);
  if (is(part, 'former') || near(part, clause, ADJECTIVE_REACH, 'former') || follows(part, clause, 'former'))
    return 'former';
  if (is(part, 'other') || near(part, clause, ADJECTIVE_REACH, 'other') || follows(part, clause, 'other'))
    return 'seller';
  // Hungarian "mi" is "we" as well.
  const ours = near(part, clause, 1, 'our') && !near(part, clause, 1, 'we');
  if (is(part, 'our') || ours) return customer ? 'seller' : 'nobody';
  // A case ending says it inside the word: "disztribútortól" (from), "viszonteladóként" (we, as).
  const led = (): boolean => clause.parts.slice(0, index).some((each) => is(each, 'we'));
  if (is(part, 'from', 'bought') || (is(part, 'sold') && !led())) {
    const us = !customer && clause.parts.some((each) => is(each, 'we') && is(each, 'bought'));
    return us ? 'nobody' : 'seller';
  }
  if (is(part, 'we')) return customer ? 'nobody' : 'asker';
  // "Disztribútoruk": their distributor.
  if (is(part, 'they')) return 'nobody';
  const cued = anyIs(clause.parts, 'we', 'they', ...SELLING, 'supply');
  const cues = (cued ? clause.parts.slice(0, index) : []).filter(
    (each) => is(each, 'we', 'they', ...SELLING) || (customer && is(each, 'supply')),
  );
  // "We are their reseller": whose it is stands nearer than who it is.
  const possessive = cues.length > 1 && is(cues.at(-1), 'they') && cues.at(-1)?.next === part.first;
  const nearest = cues.at(possessive ? -2 : -1);
  const before = cues.at(possessive ? -3 : -2);
  // "Who sold to them was a distributor": them is only to whom.
  const object = is(nearest, customer ? 'we' : 'they') && is(before, 'sold', 'about.seller');
  const left = object && nearest && before && between(before, nearest) <= 2 ? before : nearest;
  if (left !== undefined) {
    if (is(left, ...SELLING) || (customer && is(left, 'supply'))) {
      const us = !customer && is(left, 'we');
      if (us || (!customer && ownSupply(clause, left))) return is(left, 'sold') ? 'asker' : 'nobody';
      return 'seller';
    }
    if (is(left, 'we')) return customer ? 'nobody' : 'asker';
    // "Their distributor": whose it is has been said.
    if (is(nearest, 'they') && nearest && between(nearest, part) < 1 && cues.length === 1) {
      const had = clause.parts.slice(0, index).some((each) => is(each, 'have'));
      if (!had && clause.parts.slice(index + 1).some((each) => is(each, 'we'))) return 'nobody';
    }
    const possessed = clause.parts.slice(0, index).some((each) => is(each, 'have'));
    if (possessed) return 'theirs';
  } else if (follows(part, clause, 'from')) {
    return 'seller';
  }
  // What stands beyond the customer is the customer's: "indirect reseller, NCE, customer bought from …".
  // To a customer "we" is who buys: "the distributor we buy from".
  const right = clause.parts
    .slice(index + 1)
    .find((each) => is(each, 'bought', 'sold') || (customer ? is(each, 'supply') : is(each, 'we', 'they')));
  if (right !== undefined) {
    if (is(right, 'we') && !customer) return 'asker';
    if (is(right, 'bought', 'sold') || customer) return 'seller';
  }
  if (asked === 'seller') return 'seller';
  return left === undefined && !customer ? 'bare' : 'nobody';
}

/** Whether a company's name stands where a seller does: "from Microsoft", "Microsoft sold it", "Microsoft direct". */
export function sells(part: PlacedMention, clause: Clause, asked: FactId | undefined): boolean {
  if (is(part, 'from') || near(part, clause, 2, 'from', 'about.seller')) return true;
  const index = clause.parts.indexOf(part);
  if (clause.parts.some((each) => is(each, 'direct') && Math.abs(each.from - part.from) <= ADJECTIVE_REACH)) {
    return true;
  }
  const after = clause.parts[index + 1];
  const named = after !== undefined && after.first === part.next && hasValue(after);
  if (named) return false;
  if (near(part, clause, 2, 'bought', 'sold')) return true;
  if (after !== undefined && between(part, after) <= 1 && is(after, 'sold', 'bought')) return true;
  return asked === 'seller';
}

/** Of whom nobody said whose it is, it is told by default. */
export function strengthOf(role: SpeakerRole): number {
  return role === 'bare' ? BY_DEFAULT : SAID;
}
