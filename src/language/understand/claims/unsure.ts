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

function topics(parts: readonly PlacedMention[], services: ReadonlySet<string>): readonly Claim[] {
  return parts.flatMap((part) => {
    const facts = [...part.concepts].flatMap((concept) => topicOf(concept) ?? []);
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

/** Nothing in the line, or only small words, stands beside an "I don't know". */
function single(fact: FactId, claims: readonly Claim[]): boolean {
  const values = new Set(claims.filter((each) => each.fact === fact).flatMap(({ options }) => options));
  return values.size === 1;
}

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

/** Finds what each "don't know" of a line leaves open. */
export function unsureIn(
  clauses: readonly Clause[],
  claims: readonly Claim[],
  potential: (part: PlacedMention) => readonly Claim[],
): Unsure {
  const found: Claim[] = [];
  const dropped = new Set<Claim>();
  let bare = false;
  const services = new Set<string>(
    claims.flatMap(({ fact, kind, options }) => (fact === 'service' && kind === 'is' ? options : [])),
  );
  for (const [number, clause] of clauses.entries()) {
    for (const doubt of clause.parts) {
      if (!is(doubt, 'unsure')) continue;
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
      const [then] = [...after, ...later.flatMap(({ parts }) => parts)].filter(
        (part) => is(part, 'allowed') || !is(part, 'filler', 'whether', 'clause', 'we', 'they'),
      );
      if (is(then, 'allowed')) continue;
      const inScope = [
        ...after,
        ...(looksBack ? [] : until === -1 ? later : later.slice(0, until)).flatMap(({ parts }) => parts),
      ];
      const sameSentence = partsOf(clause.sentence, clauses).filter((part) => part.first < doubt.first);
      const named = topics(inScope, services);
      const topical = named.length > 0 ? named : topics(sameSentence, services);
      if (topical.length > 0) {
        found.push(...topical);
        for (const each of claims) {
          if (topical.some(({ fact }) => fact === each.fact) && inScope.includes(each.part))
            dropped.add(each);
        }
        continue;
      }
      const doubtedClaims = doubted(inScope.filter(hasValue).flatMap(potential));
      for (const each of doubtedClaims) {
        if (!single(each.fact, doubtedClaims)) continue;
        found.push(unknown(each.part, each.fact));
        for (const other of claims)
          if (other.fact === each.fact && other.part === each.part) dropped.add(other);
      }
      if (doubtedClaims.length > 0) continue;
      // "The designation, I couldn't say": named, but nothing was said of it.
      const topic = sameSentence.findLast(
        (part) => hasValue(part) && !is(part, 'service.license', 'service.usage'),
      );
      const said = claims.filter(({ part }) => part === topic);
      if (
        topic &&
        is(topic, 'designation', 'relationship') &&
        (said.length === 0 || topic.clause === number)
      ) {
        found.push(unknown(topic, is(topic, 'designation') ? 'designation' : 'relationship'));
        for (const each of said) dropped.add(each);
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
      if (last !== undefined && single(last.fact, before)) {
        // "Is there a relationship? No idea" leaves it open; "EA, not sure" is no fact at all.
        if (sameSentence.some((part) => is(part, 'whether'))) found.push(unknown(last.part, last.fact));
        for (const other of claims)
          if (other.fact === last.fact && other.part === last.part) dropped.add(other);
      }
    }
  }
  return { claims: eachOnce(found), dropped, bare };
}
