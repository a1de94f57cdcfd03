import type { FactId } from '../../../policy/facts.js';
import { between, type Clause, is, type PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { type Claim, claim } from './claim.js';

/**
 * What has become of the invitation to a reseller relationship: sent, accepted or refused, and after that it may end.
 * There is a relationship only once it was accepted, and until it ends.
 */
const STEPS = ['sent', 'accepted', 'ended', 'lapsed'] as const;

/** What names a relationship, or the invitation to one. */
export const RELATIONSHIP = [
  'relationship',
  'relationship.yes',
  'relationship.no',
  'about.relationship',
] as const;

/** What is told of a step: when it is over, nobody needs the request any more. */
interface InvitationState {
  readonly value: 'yes' | 'no';
  readonly part: PlacedMention;
}

function names({ parts }: Clause): boolean {
  return anyIs(parts, ...RELATIONSHIP);
}

/** "Nobody has accepted it": a negation before it in its clause, and no other step between. */
function denied(step: PlacedMention, { parts }: Clause): boolean {
  const before = parts.slice(0, parts.indexOf(step));
  // "Отношения ещё не | одобрили": what is lacking ends with the very "not" of the step.
  const last = before.at(-1);
  if (last !== undefined && is(last, 'relationship.no') && between(last, step) < 1) return true;
  const not = before.findLast((part) => is(part, 'not', 'no', ...STEPS));
  return is(not, 'not', 'no') && !is(not, ...STEPS);
}

/** What else may expire, be accepted or be sent is named in the clause: a subscription, an agreement. */
function ofOther({ parts }: Clause): boolean {
  return parts.some(
    ({ concepts, value }) =>
      value &&
      [...concepts].some((concept) =>
        /^(service|seller|enrollment|licensePlatform|azurePlatform|state)\./.test(concept),
      ),
  );
}

/** "We received your request": as good as sent. */
function isReceived(part: PlacedMention): boolean {
  return is(part, 'bought') && is(part, 'have');
}

/** "It was accepted, but now I see that it is pending": against what was said before, and so now. */
function isTurned(clause: Clause, clauses: readonly Clause[], before: InvitationState): boolean {
  const later = clauses.slice(before.part.clause + 1, clauses.indexOf(clause) + 1);
  return later.some(({ join }) => join === 'but') && later.some(({ parts }) => anyIs(parts, 'now'));
}

function told(
  step: PlacedMention,
  clause: Clause,
  clauses: readonly Clause[],
  before: InvitationState | undefined,
): InvitationState | undefined {
  if (is(step, 'accepted')) {
    const accepted = !denied(step, clause);
    // "Have they accepted it?" does not say so.
    return accepted && clause.asks ? before : { value: accepted ? 'yes' : 'no', part: step };
  }
  if (is(step, 'ended', 'lapsed')) return denied(step, clause) ? before : { value: 'no', part: step };
  // "They accepted what we sent on Monday."
  const stands = before !== undefined && !(before.value === 'yes' && isTurned(clause, clauses, before));
  return stands ? before : { value: 'no', part: step };
}

/** Whether a clause speaks of the invitation: it names it, or goes on from one that did, and names nothing else. */
function speaks(clauses: readonly Clause[], number: number, asked: FactId | undefined): boolean {
  const clause = clauses[number];
  if (clause === undefined) return false;
  if (names(clause)) return true;
  if (ofOther(clause)) return false;
  if (asked === 'relationship') return true;
  // "I have clicked on accept, you are on our page of partner relationships."
  const next = clauses[number + 1];
  if (next?.sentence === clause.sentence && names(next) && anyIs(clause.parts, 'accepted')) return true;
  const earlier = clauses.slice(0, number).findLast((each) => names(each) || ofOther(each));
  return earlier !== undefined && names(earlier) && clause.sentence - earlier.sentence <= 1;
}

/**
 * The claim that replaces all others about the relationship, where the line tells a step; they are what is told of it
 * without one ("we have a relationship"), in order.
 */
export function invitationIn(
  clauses: readonly Clause[],
  claims: readonly Claim[],
  asked: FactId | undefined,
): Claim | undefined {
  let standing: InvitationState | undefined;
  let stepped = false;
  for (const [number, clause] of clauses.entries()) {
    if (anyIs(clause.parts, 'unsure', 'need')) continue;
    const received = names(clause) ? clause.parts.filter(isReceived) : [];
    const steps = speaks(clauses, number, asked)
      ? [...clause.parts.filter((part) => is(part, ...STEPS)), ...received]
      : [];
    for (const part of clause.parts) {
      if (steps.includes(part)) {
        standing = told(part, clause, clauses, standing);
        stepped ||= standing !== undefined;
      }
      // "We have sent the request" has a "have" in it, which is none.
      const said = claims.find((each) => each.part === part && each.fact === 'relationship');
      const outright = is(part, 'relationship.yes', 'relationship.no');
      if (said === undefined || said.kind === 'unknown' || (steps.length > 0 && !outright)) continue;
      const yes = (said.kind === 'is') === (said.options[0] === 'yes');
      // "There is one. Hm, no, the invitation is still open": what is said last stands.
      stepped ||= standing !== undefined && (standing.value === 'yes') !== yes;
      standing = { value: yes ? 'yes' : 'no', part };
    }
  }
  return stepped && standing !== undefined ? claim(standing.part, 'relationship', standing.value) : undefined;
}

/** Whether what is said to have expired, or to be active, is the invitation. */
export function ofInvitation(clauses: readonly Clause[], clause: Clause, asked: FactId | undefined): boolean {
  return speaks(clauses, clauses.indexOf(clause), asked);
}
