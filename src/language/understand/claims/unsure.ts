import type { FactId } from '../../../policy/facts.js';
import { topicOf } from '../../lexicon/concepts.js';
import { type Clause, hasValue, is, type PlacedMention, partsOf } from '../clauses/clauses.js';
import { type Claim, unknown } from './claim.js';

/** What "I don't know" in a line is about. */
export interface Unsure {
  readonly claims: readonly Claim[];
  /** Claims these drop: what was only mentioned as what is not known. */
  readonly dropped: ReadonlySet<Claim>;
  /** It is about nothing that was named. */
  readonly bare: boolean;
}

/**
 * Every doubt looks at what stands around it, so their number is bounded: nobody doubts as much in one text, and what is
 * not doubted is shown all the same.
 */
export const MOST_DOUBTS = 24;

const NO_FACTS: readonly FactId[] = [];
/** What a mention is the topic of does not change: several doubts ask for it. */
const topicsOf = new WeakMap<PlacedMention, readonly FactId[]>();

function factsOf(part: PlacedMention): readonly FactId[] {
  const known = topicsOf.get(part);
  if (known !== undefined) return known;
  const facts = [...part.concepts].flatMap((concept) => topicOf(concept) ?? NO_FACTS);
  topicsOf.set(part, facts);
  return facts;
}

function topics(parts: readonly PlacedMention[], services: ReadonlySet<string>): readonly Claim[] {
  return parts.flatMap((part) => {
    const facts = factsOf(part);
    if (facts.length === 0) return [];
    // "Which platform" is asked of licences and of Azure: by what the line names.
    const platform = facts.includes('licensePlatform') && facts.includes('azurePlatform');
    const kept = platform
      ? facts.filter((fact) => services.has(fact === 'azurePlatform' ? 'usage' : 'license'))
      : facts;
    return kept.map((fact) => unknown(part, fact));
  });
}

/** Service is mostly named in passing ("no idea whether the M365 is NCE"), so it is unknown only if nothing else is. */
function doubted(all: readonly Claim[]): readonly Claim[] {
  // "Is the EA direct or indirect" doubts the kind of agreement, not the agreement.
  const kinds = new Set(all.filter(({ fact }) => fact === 'enrollment').map(({ part }) => part));
  const claims = all.filter(({ fact, part }) => fact !== 'seller' || !kinds.has(part));
  const others = claims.filter(({ fact }) => fact !== 'service');
  return others.length > 0 ? others : claims;
}

/** The facts of which these claims say one value, and no other. */
function singles(claims: readonly Claim[]): ReadonlySet<FactId> {
  const values = new Map<FactId, Set<string>>();
  for (const { fact, options } of claims) {
    const said = values.get(fact) ?? new Set<string>();
    values.set(fact, said);
    for (const option of options) said.add(option);
  }
  return new Set([...values].flatMap(([fact, { size }]) => (size === 1 ? [fact] : NO_FACTS)));
}

/** What was said of a fact by one mention: looked up by the mention. */
function byPart(claims: readonly Claim[]): ReadonlyMap<PlacedMention, readonly Claim[]> {
  const found = new Map<PlacedMention, Claim[]>();
  for (const each of claims) {
    const there = found.get(each.part);
    if (there === undefined) found.set(each.part, [each]);
    else there.push(each);
  }
  return found;
}

/** What a doubt goes on with: small words and who is spoken of say nothing yet. */
function begins(part: PlacedMention): boolean {
  return is(part, 'allowed') || !is(part, 'filler', 'whether', 'clause', 'we', 'they');
}

function firstIn(
  clauses: readonly Clause[],
  wanted: (part: PlacedMention) => boolean,
): PlacedMention | undefined {
  for (const { parts } of clauses) {
    const found = parts.find(wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

const NO_CLAIMS: readonly Claim[] = [];

/** The values of a sentence that its last "whether" is about: those after it, or (Hungarian "-e") those in its clause. */
function questioned(sentence: readonly PlacedMention[]): readonly PlacedMention[] {
  const last = sentence.findLast((part) => is(part, 'whether'));
  const values = sentence.filter(hasValue);
  if (last === undefined) return values;
  const first = sentence.find((part) => part.clause === last.clause && is(part, 'whether')) ?? last;
  const after = values.filter((part) => part.first > first.first);
  return after.length > 0 ? after : values.filter((part) => part.clause === last.clause);
}

/** Several doubts may be about the same mention: it is said once. */
function eachOnce(claims: readonly Claim[]): readonly Claim[] {
  const said = new Map<PlacedMention, Set<FactId>>();
  return claims.filter(({ part, fact }) => {
    const facts = said.get(part) ?? new Set<FactId>();
    said.set(part, facts);
    const again = facts.has(fact);
    facts.add(fact);
    return !again;
  });
}

/** "An Advisor, not sure what he does these days": a question of its own about what somebody does. */
function asksOtherwise(doubt: PlacedMention, { join, parts }: Clause): boolean {
  if (join !== 'comma' && join !== 'sentence') return false;
  if (parts.find((part) => !is(part, 'filler')) !== doubt) return false;
  const [question, subject, ...rest] = parts.filter((part) => part.first >= doubt.next);
  return (
    is(question, 'term.weak', 'clause') &&
    is(subject, 'they') &&
    !rest.some((part) => hasValue(part) || is(part, 'bought', 'sold', 'from', 'have'))
  );
}

/** Finds what each "don't know" of a line leaves open. */
export function unsureIn(
  clauses: readonly Clause[],
  claims: readonly Claim[],
  potential: (part: PlacedMention) => readonly Claim[],
  count: (steps: number) => void = () => undefined,
): Unsure {
  const found: Claim[] = [];
  const dropped = new Set<Claim>();
  let bare = false;
  const services = new Set<string>(
    claims.flatMap(({ fact, kind, options }) => (fact === 'service' && kind === 'is' ? options : [])),
  );
  const said = byPart(claims);
  let doubts = 0;
  for (const [number, clause] of clauses.entries()) {
    for (const doubt of clause.parts) {
      if (!is(doubt, 'unsure') || doubts >= MOST_DOUBTS) continue;
      doubts += 1;
      const after = clause.parts.filter((part) => part.first > doubt.first);
      const later = clauses.slice(number + 1);
      const until = later.findIndex(
        ({ join, sentence }) => join === 'but' || join === 'and' || sentence !== clause.sentence,
      );
      // "Legacy or NCE, no idea, we want it moved": it is about what stands before it.
      const looksBack =
        clause.join === 'or' && clause.parts.some((part) => part.first < doubt.first && hasValue(part));
      // "It isn't an EA, the rest we haven't asked": what is not known is something else.
      if (clause.parts.some((part) => part.first < doubt.first && is(part, 'other') && !hasValue(part)))
        continue;
      // "I don't know whether we may administer it": that is asked of the rules.
      const then = after.find(begins) ?? firstIn(later, begins);
      if (is(then, 'allowed')) continue;
      if (asksOtherwise(doubt, clause)) continue;
      // "Their invoices are a mystery", 账单看不懂.
      if (
        clause.parts.some((part) => part.first < doubt.first && is(part, 'invoice')) &&
        !partsOf(clause.sentence, clauses).some((part) => is(part, 'whether'))
      )
        continue;
      const inScope = [
        ...after,
        ...(looksBack ? [] : until === -1 ? later : later.slice(0, until)).flatMap(({ parts }) => parts),
      ];
      const sameSentence = partsOf(clause.sentence, clauses).filter((part) => part.first < doubt.first);
      count(inScope.length + sameSentence.length);
      const named = topics(inScope, services);
      const topical = named.length > 0 ? named : topics(sameSentence, services);
      if (topical.length > 0) {
        found.push(...topical);
        const facts = new Set(topical.map(({ fact }) => fact));
        for (const part of inScope)
          for (const each of said.get(part) ?? NO_CLAIMS) if (facts.has(each.fact)) dropped.add(each);
        continue;
      }
      const doubtedClaims = doubted(inScope.filter(hasValue).flatMap(potential));
      const sure = singles(doubtedClaims);
      for (const each of doubtedClaims) {
        if (!sure.has(each.fact)) continue;
        found.push(unknown(each.part, each.fact));
        for (const other of said.get(each.part) ?? NO_CLAIMS)
          if (other.fact === each.fact) dropped.add(other);
      }
      if (doubtedClaims.length > 0) continue;
      // "The designation, I couldn't say": named, but nothing was said of it.
      const topic = sameSentence.findLast(
        (part) => hasValue(part) && !is(part, 'service.license', 'service.usage'),
      );
      const ofTopic = topic === undefined ? NO_CLAIMS : (said.get(topic) ?? NO_CLAIMS);
      if (
        topic &&
        is(topic, 'designation', 'relationship') &&
        (ofTopic.length === 0 || topic.clause === number)
      ) {
        found.push(unknown(topic, is(topic, 'designation') ? 'designation' : 'relationship'));
        for (const each of ofTopic) dropped.add(each);
        continue;
      }
      const before = doubted(questioned(sameSentence).flatMap(potential));
      const last = before.at(-1);
      if (last === undefined) {
        // "Who did they buy from? No idea."
        const earlier = partsOf(clause.sentence - 1, clauses);
        const asked = topics(earlier, services);
        found.push(...asked);
        bare ||= asked.length === 0;
      }
      if (last !== undefined && singles(before).has(last.fact)) {
        // "Is there a relationship? No idea" leaves it open; "EA, not sure" is no fact at all.
        if (sameSentence.some((part) => is(part, 'whether'))) found.push(unknown(last.part, last.fact));
        for (const other of said.get(last.part) ?? NO_CLAIMS)
          if (other.fact === last.fact) dropped.add(other);
      }
    }
  }
  return { claims: eachOnce(found), dropped, bare };
}
