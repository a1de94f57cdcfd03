import type { FactId } from '../../../policy/facts.js';
import { type Clause, hasValue, is, type PlacedMention, placesOf } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import { type Claim, claim } from './claim.js';
import { RELATIONSHIP } from './invitation.js';

/** Concepts that name something one can have or not, or be the same or not. */
const TOPICS = {
  relationship: RELATIONSHIP,
  designation: ['designation', 'about.designation'],
  partner: ['kind.csp'],
  region: ['region.same', 'region.different', 'country.same', 'country.different', 'about.region'],
} as const;

function topicOf(part: PlacedMention): keyof typeof TOPICS | undefined {
  return (Object.keys(TOPICS) as (keyof typeof TOPICS)[]).find((fact) => is(part, ...TOPICS[fact]));
}

/** A service is mostly named in passing. */
function decides(part: PlacedMention): boolean {
  return hasValue(part) && !is(part, 'service.license', 'service.usage');
}

function haveable(part: PlacedMention, having: boolean): boolean {
  const topic = topicOf(part);
  if (topic === 'partner') return false;
  return topic !== undefined && (!having || topic !== 'region');
}

/** "Or rather yes, we got it on Monday": who corrects says since when, or of what, in so many words. */
const WHEN = 3;

/** A clause that only answers: "no", "we have it already", "a different one". */
function answer(clause: Clause, next: number, corrects: boolean): readonly PlacedMention[] {
  // With a word in it that nobody knows it may say anything: "isso atrapalha?" is no "yes".
  const known = new Set(clause.parts.flatMap(placesOf));
  if (known.size + (corrects ? WHEN : 0) < next - clause.first) return [];
  if (corrects && clause.asks) return [];
  const answering = clause.parts.filter((part) => is(part, 'have', 'not', 'no', 'yes', 'same', 'other'));
  const light = clause.parts.every(
    (part) =>
      answering.includes(part) ||
      is(part, 'filler', 'and', 'but', 'clause', 'correction', 'we', 'they', 'our', 'nothing', 'now', 'past'),
  );
  return light ? answering : [];
}

/** What an answer says of what was named; "another one", of a country, says nothing of the region. */
function read(
  fact: keyof typeof TOPICS,
  said: readonly PlacedMention[],
  named: PlacedMention,
): Claim | undefined {
  const part = said.at(-1);
  if (part === undefined) return undefined;
  const not = said.some((each) => is(each, 'not', 'no'));
  // "Status: active" is said of a subscription.
  const badge = fact !== 'designation' || is(named, 'designation');
  const has = said.some((each) => is(each, 'have', 'yes') && (badge || !is(each, 'runs')));
  if (fact === 'region') {
    const different = is(named, 'region.same', 'region.different') ? ['different' as const] : [];
    if (said.some((each) => is(each, 'other'))) return claim(part, fact, different);
    return said.some((each) => is(each, 'same')) ? claim(part, fact, not ? different : 'same') : undefined;
  }
  if (fact === 'partner') return not ? claim(part, fact, 'notCsp') : undefined;
  if (!not && !has) return undefined;
  if (fact === 'relationship') return claim(part, fact, not ? 'no' : 'yes');
  return claim(part, fact, not ? 'notHeld' : 'held');
}

/** A designation was the last that was named. */
function isBadge(before: readonly PlacedMention[]): boolean {
  return is(before.findLast(decides), 'designation');
}

/** "We were in CSP until last year, now we aren't any more". */
function wereInCsp(clauses: readonly Clause[], number: number): PlacedMention | undefined {
  const parts = clauses[number]?.parts ?? [];
  if (!anyIs(parts, 'not') || !anyIs(parts, 'we', 'now')) return undefined;
  const last = clauses.findLast((clause, at) => at < number && clause.parts.some(hasValue));
  const subject = last?.parts.find((part) => is(part, 'we', 'they', 'other'));
  const csp = last?.parts.findLast(hasValue);
  const own =
    is(subject, 'we') && !last?.parts.some((part) => is(part, 'bought', 'from', 'sold', 'goal.resell'));
  return own && is(csp, 'kind.csp') ? csp : undefined;
}

/** "We have it no more, please change the “yes” I wrote": a word of what was said before, and no answer. */
function isQuoted(clauses: readonly Clause[], number: number): boolean {
  const [before, clause] = [clauses[number - 1], clauses[number]];
  return (
    before?.sentence === clause?.sentence &&
    before?.parts.some((part) => is(part, 'reported')) === true &&
    !before.parts.some(hasValue)
  );
}

/** "Do we need the designation? We don't have it": a clause that only answers is about what was named before it. */
export function carried(
  clauses: readonly Clause[],
  words: number,
  explicit: readonly Claim[],
  asked: FactId | undefined,
): readonly Claim[] {
  const claims: Claim[] = [];
  const settledFacts = new Set(explicit.map((each) => each.fact));
  const before: PlacedMention[] = [];
  let correction = false;
  for (const [number, clause] of clauses.entries()) {
    // What stands before is put together as the text goes on, not anew for each answer.
    const previous = clauses[number - 1]?.parts ?? [];
    before.push(...previous);
    correction ||= previous.some((part) => is(part, 'correction'));
    const rights = correction && !anyIs(clause.parts, 'unsure') && isBadge(before);
    const said = answer(clause, clauses[number + 1]?.first ?? words, rights);
    if (said.length === 0 || number === 0 || isQuoted(clauses, number)) continue;
    // One can "have" a relationship or a designation; a bare "no" is about whatever was named last.
    const ours = anyIs(clause.parts, 'we');
    const having = ours || said.some((part) => is(part, 'have'));
    const inCsp = wereInCsp(clauses, number);
    const named = inCsp ?? before.findLast((part) => (!having && decides(part)) || haveable(part, having));
    const topic = named === undefined ? undefined : topicOf(named);
    const fact = topic === 'partner' && !inCsp ? undefined : topic;
    // "No relationship yet, but they will accept": what was said outright is not taken back in passing.
    const corrects =
      correction ||
      anyIs(clause.parts, 'correction') ||
      // "We hold it … they say we no longer do."
      (fact === 'designation' && anyIs(clause.parts, 'now', 'past') && anyIs(clause.parts, 'not', 'no'));
    const settled = fact !== 'region' && !corrects && fact !== undefined && settledFacts.has(fact);
    const open = named !== undefined && fact !== undefined && fact !== asked && !settled;
    const read_ = open ? read(fact, said, named) : undefined;
    if (read_ !== undefined) claims.push(read_);
  }
  return claims;
}
