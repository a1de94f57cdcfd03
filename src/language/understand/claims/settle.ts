import { type FactId, type OptionId, offeredOptions, optionsOf } from '../../../policy/facts.js';
import type { Clause, PlacedMention } from '../clauses/clauses.js';
import { anyIs } from '../clauses/within.js';
import type { Claim } from './claim.js';

/** What the claims about one fact come to. */
export interface Settled {
  readonly fact: FactId;
  /** One option: said. Several: unclear. None: nothing positive. */
  readonly options: readonly OptionId[];
  readonly unknown: boolean;
  readonly not: readonly OptionId[];
  /** The mentions that said so, and those that denied. */
  readonly part: PlacedMention | undefined;
  readonly notPart: PlacedMention | undefined;
}

function key({ options }: Claim): string {
  return options.join('|');
}

/** Where each option is denied last. */
function lastDenials(claims: readonly Claim[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { kind, options, part } of claims) {
    if (kind !== 'isNot') continue;
    for (const option of options) found.set(option, Math.max(part.first, found.get(option) ?? -1));
  }
  return found;
}

/** Later claims take back earlier ones where the person says so ("no wait", "I meant"), or denies what was said. */
function corrected(
  claims: readonly Claim[],
  corrections: readonly number[],
  clauses: readonly Clause[],
): readonly Claim[] {
  const denied = lastDenials(claims);
  let positive = toldOnce(claims).filter(
    (each) => each.kind === 'is' && !((denied.get(key(each)) ?? -1) > each.part.first),
  );
  const last = positive.at(-1);
  if (last === undefined || new Set(positive.map(key)).size < 2) return positive;
  // A marker before both ("I said Azure before, it's M365") counts unless the two are simply added up.
  const first = positive[0]?.part.first ?? 0;
  // "I thought it was active, but I looked and it has expired": against, not added.
  const against = clauses
    .slice((positive[0]?.part.clause ?? 0) + 1, last.part.clause + 1)
    .some(({ join }) => join === 'but');
  const added = clauses[last.part.clause]?.join === 'and' && !against;
  const marker = corrections.findLast((at) => at <= last.part.first);
  if (marker !== undefined && (marker > first || !added)) {
    const kept = positive.filter(({ part }) => part.first >= marker);
    positive = new Set(kept.map(key)).size === 1 || marker > first ? kept : [toldExactly(last, kept)];
  }
  return positive;
}

/** What one seller makes of another in the same story: it is the same one, told more exactly. */
const TOLD_AGAIN: Readonly<Record<string, readonly string[]>> = {
  formerCspPartner: ['cspPartner', 'otherReseller'],
  // Who bought through an Advisor pays Microsoft.
  ownAdvisor: ['advisor', 'microsoft'],
  advisor: ['microsoft'],
  // It is signed with somebody of Microsoft.
  mcaEnterprise: ['microsoft'],
  enterpriseAgreement: ['microsoft'],
};

/** A seller that has left CSP is no second seller beside "their CSP partner" of the same story. */
function oneSeller(claims: readonly Claim[]): readonly Claim[] {
  const vaguer = new Set(claims.flatMap((each) => TOLD_AGAIN[key(each)] ?? []));
  return vaguer.size === 0 ? claims : claims.filter((each) => !vaguer.has(key(each)));
}

/** "An MCA-E with their Microsoft rep": one clause tells of one seller, whatever is corrected. */
function toldOnce(claims: readonly Claim[]): readonly Claim[] {
  const vaguer = new Map<number, Set<string>>();
  for (const each of claims) {
    const again = each.kind === 'is' ? TOLD_AGAIN[key(each)] : undefined;
    if (again === undefined) continue;
    const there = vaguer.get(each.part.clause) ?? new Set<string>();
    vaguer.set(each.part.clause, there);
    for (const told of again) there.add(told);
  }
  return vaguer.size === 0 ? claims : claims.filter((each) => !vaguer.get(each.part.clause)?.has(key(each)));
}

/** "An MCA-E, signed with their manager at Microsoft": what is said last tells more of what was said right before it. */
function toldExactly(last: Claim, claims: readonly Claim[]): Claim {
  const isAbout = (each: Claim): boolean =>
    each.part.sentence === last.part.sentence && last.part.clause - each.part.clause <= 1;
  return claims.findLast((each) => isAbout(each) && TOLD_AGAIN[key(each)]?.includes(key(last))) ?? last;
}

function strongest(claims: readonly Claim[]): readonly Claim[] {
  const most = Math.max(0, ...claims.map(({ strength }) => strength));
  return claims.filter(({ strength }) => strength === most);
}

/** The readings that the claims leave open: one sure value, or those between which only the person can decide. */
function weigh(claims: readonly Claim[], not: readonly OptionId[]): readonly OptionId[] {
  const sure = new Set(
    claims.filter(({ options }) => options.length === 1).flatMap(({ options }) => options),
  );
  if (sure.size > 0) return [...sure];
  const open = claims.map(({ options }) => options.filter((option) => !not.includes(option)));
  const shared = (open[0] ?? []).filter((option) => open.every((options) => options.includes(option)));
  return shared.length > 0 ? shared : [...new Set(open.flat())];
}

/** "Sorry, we're not a distributor, we're a reseller": what was taken back is not news. */
function isCorrected(clauses: readonly Clause[]): boolean {
  return clauses.some(({ parts }) => anyIs(parts, 'correction', 'reported'));
}

function isDoubted(clauses: readonly Clause[]): boolean {
  return clauses.some(({ parts }) => anyIs(parts, 'unsure'));
}

/** Of two the denied one says the other; and who we are is one thing: what we are not is no news beside it. */
function isTold(fact: FactId, options: readonly OptionId[], all: number): boolean {
  return all === 2 || (fact === 'partner' && options.length === 1);
}

/** "A shop that isn't in CSP": who sells outside the programs is no partner in them. */
function isSaid(denied: OptionId, options: readonly OptionId[]): boolean {
  return denied === 'cspPartner' && options.length === 1 && options[0] === 'otherReseller';
}

/** Settles the claims about one fact, in the order in which they were made. */
export function settle(
  fact: FactId,
  claims: readonly Claim[],
  corrections: readonly number[],
  clauses: readonly Clause[],
): Settled {
  const kept = corrected(claims, corrections, clauses);
  // "From Microsoft or from a partner": one is as likely as the other, however outright it was said.
  const either = kept.length > 1 && clauses[kept.at(-1)?.part.clause ?? 0]?.join === 'or';
  const positive = either ? kept : strongest(oneSeller(kept));
  // What can mean two things is not known to be denied as either.
  const denials = claims.filter(({ kind, options }) => kind === 'isNot' && options.length === 1);
  const denied = [...new Set(denials.flatMap(({ options }) => options))];
  const open = either ? positive.flatMap(({ options }) => options) : weigh(positive, denied);
  const options = optionsOf(fact).filter((option) => open.includes(option));
  const not = optionsOf(fact).filter(
    (option) => denied.includes(option) && !options.includes(option) && !isSaid(option, options),
  );
  const unknowns = claims.filter(({ kind }) => kind === 'unknown');
  // Where only one other option exists, "not this" says the other.
  const all = offeredOptions(fact, {});
  // "Legacy or NCE, I don't know": where each of all that there are may be meant, none is.
  // An agreement is direct or indirect; who says so of a government's says it.
  const each = fact === 'enrollment' && !options.includes('government') ? 2 : all.length;
  if (options.length > 1 && options.length === each && isDoubted(clauses))
    return { fact, options: [], unknown: true, not: [], part: positive.at(-1)?.part, notPart: undefined };
  const left = all.filter((option) => !not.includes(option));
  const only = all.length === 2 && left.length === 1 ? left : [];
  const turned = options.length === 0 && unknowns.length === 0 ? only : [];
  return {
    fact,
    options: options.length > 0 ? options : turned,
    unknown: options.length === 0 && turned.length === 0 && unknowns.length > 0,
    not:
      isTold(fact, options, all.length) || turned.length > 0 || (options.length === 1 && isCorrected(clauses))
        ? []
        : not,
    part: positive.at(-1)?.part ?? (turned.length > 0 ? denials[0]?.part : unknowns[0]?.part),
    notPart: denials[0]?.part,
  };
}
