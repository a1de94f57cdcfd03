import { type FactId, outlasts } from '../../policy/facts.js';
import { BY_DEFAULT, type Claim } from './claims/claim.js';
import { type Clause, is, type PlacedMention } from './clauses/clauses.js';
import type { Reading } from './readings.js';
import { alikeApart } from './states-apart.js';

/**
 * Tells apart what a line says of several subscriptions ("E3 through EA and Azure from another partner"). They differ in
 * the service: one product that is named twice, an "or", a correction and what is only to be sold are one subscription.
 */

interface Anchor {
  readonly service: string;
  readonly part: PlacedMention;
}

/** The products in a line, and the clauses of it. */
interface Products {
  readonly anchors: readonly Anchor[];
  readonly clauses: readonly Clause[];
  /** The services that are named in one breath with each. */
  readonly rows: ReadonlyMap<Anchor, readonly string[]>;
}

function anchorsIn(claims: readonly Claim[]): readonly Anchor[] {
  const denied = claims.flatMap(({ fact, kind, options }) =>
    fact === 'service' && kind === 'isNot' ? options : [],
  );
  return claims.flatMap(({ fact, kind, options: [service, ...others], part, strength }) =>
    // What is named only as what is to be sold is claimed by default.
    fact === 'service' &&
    kind === 'is' &&
    service !== undefined &&
    others.length === 0 &&
    strength > BY_DEFAULT
      ? denied.includes(service)
        ? []
        : [{ service, part }]
      : [],
  );
}

/** "We'd sell them Azure on top": that is what is to be sold, not what they have. */
function toBeSold({ part }: Anchor, clauses: readonly Clause[], aims: ReadonlySet<PlacedMention>): boolean {
  const parts = clauses[part.clause]?.parts ?? [];
  // "Next to those Azure on an EA" has no aim.
  const selling = parts.find(
    (each) => is(each, 'sell') || (is(each, 'goal.addServices', 'goal.resell') && aims.has(each)),
  );
  if (selling === undefined || parts.some((each) => is(each, 'bought'))) return false;
  if (is(selling, 'sell') && parts.some((each) => is(each, 'sold'))) return false;
  const had = parts.find((each) => is(each, 'have') && each.first < part.first);
  return part.first > selling.first ? had === undefined || had.first < selling.first : had === undefined;
}

/**
 * "Perpetual Office licences" are of another kind; two purchases are told one after the other, licences first, in two
 * sentences or each with its own seller.
 */
function withoutPerpetual(
  anchors: readonly Anchor[],
  claims: readonly Claim[],
  corrections: readonly number[],
): readonly Anchor[] {
  const other = anchors.find(({ service }) => service === 'other');
  if (other === undefined) return anchors;
  const sellers = claims.filter(({ fact, kind }) => fact === 'seller' && kind === 'is');
  const soldApart = (part: PlacedMention): boolean =>
    part.clause < other.part.clause &&
    sellers.some((each) => each.part.clause === part.clause) &&
    sellers.some((each) => each.part.clause >= other.part.clause);
  // "I thought of boxed Office, but it turned out to be Microsoft 365".
  const instead = (part: PlacedMention): boolean =>
    corrections.some((at) => at > other.part.first && at < part.first);
  return anchors.filter(
    ({ service, part }) =>
      service !== 'license' || part.sentence < other.part.sentence || soldApart(part) || instead(part),
  );
}

function servicesOf(anchors: readonly Anchor[]): readonly string[] {
  return [...new Set(anchors.map(({ service }) => service))];
}

/** Whether the services are named as alternatives: "Azure or Office, I don't know". */
function isEither(anchors: readonly Anchor[], clauses: readonly Clause[]): boolean {
  return anchors.some(({ service, part }, at) => {
    const before = anchors[at - 1];
    if (before === undefined || before.service === service) return false;
    return clauses.slice(before.part.clause + 1, part.clause + 1).some(({ join }) => join === 'or');
  });
}

/** A correction is of one subscription's facts where both had been named, or of the whole where it comes first. */
function survives(anchors: readonly Anchor[], every: readonly number[]): boolean {
  const beginning = Math.min(...anchors.map(({ part }) => part.first));
  const within = every.filter((at) => at > beginning);
  // "I mixed them up: Visio is from the web, it's Azure that is the EA": what was said before is corrected.
  const corrections = within.length === 0 ? every : within;
  const [first] = corrections;
  const last = corrections.at(-1);
  if (first === undefined || last === undefined) return true;
  return [
    anchors.filter(({ part }) => part.first < first),
    anchors.filter(({ part }) => part.first > last),
  ].some((some) => servicesOf(some).length > 1);
}

/** Whether nothing but small words stands between two products: "Microsoft 365 and their Azure". */
function inOneBreath(before: PlacedMention, after: PlacedMention, clauses: readonly Clause[]): boolean {
  const parts = clauses
    .slice(before.clause, after.clause + 1)
    .flatMap((clause) => clause.parts)
    .filter(({ first }) => first >= before.next && first < after.first);
  const known = parts.reduce((sum, { first, next }) => sum + next - first, 0);
  return (
    known >= after.first - before.next &&
    parts.every((part) => is(part, 'and', 'have', 'they', 'we', 'our', 'filler'))
  );
}

/**
 * The services that are named in one breath with each product, so that what follows is true of all of them. Each row goes on
 * from the one before, so that it is put together once for all that is said behind it.
 */
function rowsOf(
  anchors: readonly Anchor[],
  clauses: readonly Clause[],
): ReadonlyMap<Anchor, readonly string[]> {
  const rows = new Map<Anchor, readonly string[]>();
  for (const [at, anchor] of anchors.entries()) {
    const before = anchors[at - 1];
    const row = before && inOneBreath(before.part, anchor.part, clauses) ? (rows.get(before) ?? []) : [];
    rows.set(anchor, row.includes(anchor.service) ? row : [...row, anchor.service]);
  }
  return rows;
}

/** Which services a claim is about; `isOne`: that all that is said of this fact may be of all of them. */
function about({ part }: Claim, line: Products, isOne: boolean): readonly string[] {
  const { anchors } = line;
  const services = servicesOf(anchors);
  const here = anchors.filter((each) => each.part.clause === part.clause);
  const before = anchors.filter((each) => each.part.first <= part.first);
  const nearest =
    here.findLast((each) => each.part.first <= part.first) ?? here[0] ?? before.at(-1) ?? anchors[0];
  const aside = here.length === 0;
  const opens = line.clauses[part.clause]?.parts.find((each) => !is(each, 'filler') || is(each, 'other'));
  // "The second is suspended": whatever was named last.
  if (aside && services.length === 2 && is(opens, 'other') && opens?.next !== part.first)
    return services.slice(-1);
  if (nearest === undefined || (aside && isOne)) return services;
  if (nearest.part.first > part.first) return [nearest.service];
  return line.rows.get(nearest) ?? services;
}

/** What stays as it is, where it is said of one product and not of all: "E3 they renew themselves, the Azure comes to us". */
function keptAsIs({ anchors, clauses }: Products): ReadonlySet<string> {
  return new Set(
    clauses.flatMap(({ parts }, at) => {
      const kept = parts.find((part) => is(part, 'keeps'));
      if (kept === undefined || parts.some((part) => is(part, 'both'))) return [];
      const before = anchors.filter(({ part }) => part.first <= kept.first);
      const here = anchors.filter(({ part }) => part.clause === at);
      const nearest = here.findLast((each) => before.includes(each)) ?? here[0] ?? before.at(-1);
      return nearest === undefined ? [] : [nearest.service];
    }),
  );
}

/** "We have two things from Microsoft: …": whose products they are, where who sold them is told of each. */
function isHeadline({ fact, part }: Claim, own: readonly Claim[], line: Products): boolean {
  const { anchors, clauses } = line;
  if (fact !== 'seller' || !is(part, 'microsoft', 'seller.microsoft')) return false;
  if (anchors.some((anchor) => anchor.part.first <= part.first || anchor.part.clause === part.clause))
    return false;
  if (clauses[part.clause]?.parts.some((each) => is(each, 'bought', 'direct', 'not'))) return false;
  const told = own.filter((each) => each.fact === 'seller' && each.kind === 'is' && each.part !== part);
  return new Set(told.flatMap((each) => about(each, line, false))).size > 1;
}

/** Which services each claim is about. */
function assigned(claims: readonly Claim[], line: Products): ReadonlyMap<Claim, readonly string[]> {
  const services = servicesOf(line.anchors);
  const own = claims.filter(({ fact }) => !outlasts(fact) && fact !== 'service');
  const values = (fact: FactId): number =>
    new Set(
      own.filter((each) => each.fact === fact && each.kind === 'is').map(({ options }) => options.join()),
    ).size;
  const both = new Set(
    line.clauses.flatMap((clause, at) => (clause.parts.some((part) => is(part, 'both')) ? [at] : [])),
  );
  const beginning = Math.min(...line.anchors.map((anchor) => anchor.part.first));
  const sellers = new Set(own.filter(({ fact }) => fact === 'seller').map(({ part }) => part));
  const kept = keptAsIs(line);
  const moving = services.filter((service) => !kept.has(service));
  return new Map(
    claims.map((each) => {
      const { fact, options, part } = each;
      if (outlasts(fact)) return [each, services];
      if (fact === 'service') return [each, options];
      if (isHeadline(each, own, line)) return [each, []];
      if (fact === 'licensePlatform' && services.includes('license')) return [each, ['license']];
      if (fact === 'azurePlatform' && services.includes('usage')) return [each, ['usage']];
      // One aim, or one cloud, is that of all; what 21Vianet sold is in its cloud.
      const single = (fact === 'goal' || (fact === 'cloud' && !sellers.has(part))) && values(fact) < 2;
      // "An MCA-E with two things in it: Azure and E5"; "it has expired".
      const ahead =
        (fact === 'seller' || fact === 'enrollment') &&
        own.every((other) => other.fact !== fact || other.part.first < beginning);
      const isOne = ahead || (fact === 'state' && values(fact) < 2);
      const taken = fact === 'goal' && options.includes('takeOver') && moving.length > 0 ? moving : services;
      // Two sellers are not those of both.
      const ofBoth = both.has(part.clause) && values(fact) < 2;
      return [each, single || ofBoth ? taken : about(each, line, isOne)];
    }),
  );
}

/** The claims about each subscription that the line speaks of, in the order of the text; usually it is one. */
export function apart(
  claims: readonly Claim[],
  clauses: readonly Clause[],
  corrections: readonly number[],
): readonly (readonly Claim[])[] {
  const all = anchorsIn(claims);
  if (servicesOf(all).length < 2)
    return (corrections.length > 0 ? undefined : alikeApart(claims, clauses)) ?? [claims];
  if (isEither(all, clauses)) return [claims];
  const aims = new Set(claims.filter(({ fact }) => fact === 'goal').map(({ part }) => part));
  const theirs = all.filter((each) => !toBeSold(each, clauses, aims));
  const anchors = withoutPerpetual(theirs.length === 0 ? all : theirs, claims, corrections);
  const parts = new Set(anchors.map(({ part }) => part));
  const kept = claims.filter(
    ({ fact, kind, part }) => fact !== 'service' || kind !== 'is' || parts.has(part),
  );
  const services = servicesOf(anchors);
  if (services.length < 2 || !survives(anchors, corrections)) return [kept];
  const owners = assigned(kept, { anchors, clauses, rows: rowsOf(anchors, clauses) });
  return services.map((service) => kept.filter((each) => owners.get(each)?.includes(service)));
}

function same(a: Reading, b: Reading): boolean {
  if (a.kind !== b.kind || a.fact !== b.fact) return false;
  return a.kind === 'is'
    ? b.kind === 'is' && a.value === b.value
    : b.kind !== 'is' && `${a.options}` === `${b.options}`;
}

/** What is true of every subscription, and what each has of its own. */
export function commonTo(each: readonly (readonly Reading[])[]): {
  readonly readings: readonly Reading[];
  readonly subscriptions?: readonly (readonly Reading[])[];
} {
  const [first = [], ...others] = each;
  if (others.length === 0) return { readings: first };
  const common = (reading: Reading): boolean => each.every((all) => all.some((one) => same(one, reading)));
  return {
    readings: first.filter(common),
    subscriptions: each.map((all) => all.filter((reading) => !common(reading))),
  };
}
