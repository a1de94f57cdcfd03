import type { FactId } from '../../../policy/facts.js';
import { type Clause, hasValue, is, type PlacedMention, setsGoal } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { Claim } from './claim.js';

function has(clause: Clause | undefined, concept: 'past' | 'now' | 'reported'): boolean {
  return clause?.parts.some((part) => is(part, concept)) === true;
}

/** "Now they want it under CSP" says what shall be, not what is. */
function isWanted(clause: Clause | undefined): boolean {
  return clause?.parts.some((part) => is(part, 'need') || setsGoal(part)) === true;
}

/** "It was a trial | until last week": till when it was so stands in a clause of its own, which names nothing. */
function endsBehind(clauses: readonly Clause[], number: number): boolean {
  const [clause, next] = [clauses[number], clauses[number + 1]];
  return (
    next !== undefined &&
    next.sentence === clause?.sentence &&
    next.join === 'clause' &&
    has(next, 'past') &&
    !next.parts.some(hasValue)
  );
}

/**
 * "It was active": the word of the past stands before what was so, and is not itself what is so ("it ended"), nor how it
 * came to be so ("была приостановлена").
 */
function wasSo({ part }: Claim, clause: Clause | undefined): boolean {
  return (
    clause?.parts.some(
      (each) =>
        each.first < part.first &&
        is(each, 'past') &&
        !(is(part, 'stopped', 'state.suspended') && each.next === part.first),
    ) === true
  );
}

/** "It's active! Suspended it was in September": with the word of the past behind it, and only they between. */
function wasSoBefore({ part }: Claim, clause: Clause | undefined): boolean {
  const behind = clause?.parts.filter((each) => each.first >= part.next && !is(each, 'they', 'filler')) ?? [];
  return is(behind[0], 'past');
}

/** "On Monday all worked, but today it is suspended": against what was before, what is today stands. */
function latest(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const last = claims.at(-1);
  if (last === undefined || new Set(claims.map(({ options }) => options.join())).size < 2) return claims;
  const first = claims[0]?.part.clause ?? 0;
  const turned = clauses
    .slice(first + 1, last.part.clause + 1)
    .some((each) => each.sentence === last.part.sentence && each.join === 'but' && has(each, 'now'));
  return turned ? claims.filter(({ options }) => options.join() === last.options.join()) : claims;
}

/** "Bought from a CSP … that partner has now not answered for weeks": the same one, told less exactly. */
function withoutVaguer(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  return claims.filter(
    ({ options, part }) =>
      options.length < 2 ||
      clauses[part.clause]?.parts.some((each) => is(each, 'other', 'new', 'former')) === true ||
      !claims.some(
        (each) =>
          each.options.length === 1 &&
          each.part.first < part.first &&
          each.options.every((option) => options.includes(option)),
      ),
  );
}

/** "At first they wanted | that we take it over": what was wanted stands in the next clause. */
function wishedBefore(clauses: readonly Clause[], number: number): boolean {
  const [before, clause] = [clauses[number - 1], clauses[number]];
  return (
    clause?.join === 'clause' &&
    before?.sentence === clause.sentence &&
    has(before, 'past') &&
    !before.parts.some(hasValue)
  );
}

/**
 * "In my first mail I put Azure, it's Power BI", "the ticket says indirect, the contract direct": what somebody has said
 * before, or what is noted somewhere, does not count beside what is said here.
 */
function firsthand(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const told = claims.filter(({ part }) => !has(clauses[part.clause], 'reported'));
  return told.length > 0 ? told : claims;
}

/** "Our Enterprise Agreement lapsed in September, we bought from a CSP partner instead": an agreement that ran out sells no more. */
function withoutLapsed(claims: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  if (claims[0]?.fact !== 'seller') return claims;
  const lapsed = new Set(
    claims.flatMap(({ part, options }) => (isLapsed(part, clauses[part.clause]) ? [options.join()] : [])),
  );
  const left = claims.filter(({ options }) => !lapsed.has(options.join()));
  return left.length > 0 ? left : claims;
}

function isLapsed(part: PlacedMention, clause: Clause | undefined): boolean {
  return (
    is(part, 'seller.enterpriseAgreement', 'seller.volumeLicensing', 'seller.mcaEnterprise') &&
    clause !== undefined &&
    anyIs(clause.parts, 'lapsed', 'state.expired') &&
    !anyIs(clause.parts, 'not', 'no', 'whether', 'unsure', 'service.license', 'service.usage')
  );
}

/** What was said of one fact, in the order of the line, without what is no longer so. */
function current(all: readonly Claim[], clauses: readonly Clause[]): readonly Claim[] {
  const clauseOf = ({ part }: Claim): Clause | undefined => clauses[part.clause];
  const claims = withoutLapsed(firsthand(all, clauses), clauses);
  // "The trial is over": a state is what it is now, and "active until June" is.
  if (claims[0]?.fact === 'state') {
    const wasBefore = (each: Claim): boolean =>
      wasSo(each, clauseOf(each)) || endsBehind(clauses, each.part.clause);
    // "It expired yesterday, it was NCE": what has run out is so now, whatever else was.
    const so = claims.filter(
      (each) => !wasBefore(each) || has(clauseOf(each), 'now') || is(each.part, 'lapsed', 'state.expired'),
    );
    const still = so.filter((each) => !wasSoBefore(each, clauseOf(each)));
    return latest(still.length > 0 ? still : so, clauses);
  }
  if (new Set(claims.map(({ options }) => options.join('|'))).size < 2) return claims;
  const exact = withoutVaguer(claims, clauses);
  if (exact.length < claims.length) return current(exact, clauses);
  if (claims.some((each) => clauseOf(each)?.join === 'or')) return claims;
  // "First they wanted it moved, now they only want it looked after": of what is wanted, too, the last counts.
  const isGoal = claims[0]?.fact === 'goal';
  const isOver = (each: Claim): boolean =>
    has(clauseOf(each), 'past') || (isGoal && wishedBefore(clauses, each.part.clause));
  const changed = isGoal && claims.some(isOver);
  const isNow = (each: Claim): boolean =>
    has(clauseOf(each), 'now') && !has(clauseOf(each), 'past') && (changed || !isWanted(clauseOf(each)));
  const isPast = (each: Claim): boolean => isOver(each) && !has(clauseOf(each), 'now');
  // "E3 through EA, and Azure is now with another partner": what is named besides is there as well.
  const first = claims[0]?.fact === 'service' ? undefined : claims.find(isNow);
  if (first !== undefined) {
    return claims.filter((each) => isNow(each) || (!isPast(each) && each.part.first > first.part.first));
  }
  const left = claims.filter((each) => !isPast(each));
  return left.length > 0 ? left : claims;
}

/**
 * "Was EA until June, now MCA-E": what was so before does not compete with what is so now, in whichever sentence
 * each stands. Where nothing else is said of a fact, what was stands.
 * @param only the facts that are looked at, if not all
 */
export function presently(
  claims: readonly Claim[],
  clauses: readonly Clause[],
  only?: readonly FactId[],
): readonly Claim[] {
  const marked = clauses.some(({ parts }) =>
    anyIs(parts, 'past', 'now', 'reported', 'lapsed', 'state.expired'),
  );
  if (!marked) return claims;
  const positive = claims.filter(({ kind }) => kind === 'is');
  const facts = new Set(positive.map(({ fact }) => fact).filter((fact) => only?.includes(fact) !== false));
  const kept = new Set(
    [...facts].flatMap((fact) =>
      current(
        positive.filter((each) => each.fact === fact),
        clauses,
      ),
    ),
  );
  return claims.filter((each) => each.kind !== 'is' || !facts.has(each.fact) || kept.has(each));
}
