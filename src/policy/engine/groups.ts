import { VERDICTS, type Verdict } from '../edition.js';
import { type CautionId, EDITIONS, type KnownIds, type ReasonId } from '../editions/registry.js';
import { FACT_IDS, type FactId, type OptionId, offeredOptions, optionsOf, type Situation } from '../facts.js';
import type { Outcome } from '../outcome.js';
import { Cover, type Covered, type Restriction } from './cover.js';
import { branch, isEnd, isLeaf, mark, type Node, support } from './diagram.js';
import { type GuidanceStep, type Statement, statement, stepStatement } from './statement.js';
import { LIKELY, probabilities } from './weights.js';

/** What is to be done, or to be minded, if one of the open facts turns out to be one of these options. */
export interface Differing {
  readonly fact: FactId;
  readonly options: readonly OptionId[];
  readonly steps: readonly GuidanceStep[];
  readonly cautions: readonly Statement<CautionId>[];
}

/** A condition on the open facts under which one verdict holds, and what is said wherever it does. */
export interface GuidanceGroup {
  readonly eligibility: Verdict;
  /** Whether the verdict rests everywhere in it on a text that was read in Microsoft's own words. */
  readonly certain: boolean;
  /** The condition: open facts, each limited to some of its options. No limit at all where one verdict holds always. */
  readonly options: Restriction;
  readonly reasons: readonly Statement<ReasonId>[];
  readonly steps: readonly GuidanceStep[];
  readonly cautions: readonly Statement<CautionId>[];
  /** What is said besides for some options only. */
  readonly differing: readonly Differing[];
  /** Whether some of its members need steps that only several of the open facts tell together. */
  readonly more: boolean;
}

type Outcomes = readonly Outcome<KnownIds>[];

const verdicts = new Map<Node, Node>();

/** The diagram of the verdict alone. */
function verdictsOf(node: Node): Node {
  const known = verdicts.get(node);
  if (known !== undefined) return known;
  const result = isEnd(node)
    ? mark(isLeaf(node) ? node.outcome.verdict : node.text)
    : branch(node.fact, node.children.map(verdictsOf));
  verdicts.set(node, result);
  return result;
}

const byVerdict = new Cover((end) => (isLeaf(end) ? end.outcome.verdict : end.text));

/** The options of each fact that a condition leaves. */
type Left = ReadonlyMap<FactId, readonly OptionId[]>;

/** Every outcome in which each fact has one of the options that are left for it, each once. */
function outcomesWithin(node: Node, left: Left): Outcomes {
  const found = new Set<Outcome<KnownIds>>();
  const seen = new Set<Node>();
  const visit = (at: Node): void => {
    if (seen.has(at)) return;
    seen.add(at);
    if (isEnd(at)) {
      if (isLeaf(at)) found.add(at.outcome);
      return;
    }
    const options = left.get(at.fact) ?? [];
    optionsOf(at.fact).forEach((option, index) => {
      const child = at.children[index];
      if (child !== undefined && options.includes(option)) visit(child);
    });
  };
  visit(node);
  return [...found];
}

/** A statement that several outcomes make: cited wherever any of them is, and certain where each of them is. */
function together<S extends Statement>([first, ...rest]: readonly S[]): readonly S[] {
  if (first === undefined) return [];
  const all = [first, ...rest];
  const citations = [...new Set(all.flatMap((each) => each.citations))];
  return [{ ...first, citations, certain: all.every(({ certain }) => certain) }];
}

/** What one outcome says, with where it stands in its edition. */
type Told = Pick<GuidanceGroup, 'certain' | 'reasons' | 'steps' | 'cautions'>;

/** What each outcome says: finitely many, a table of the diagram as its others are. */
const told = new Map<Outcome<KnownIds>, Told>();

function tell(outcome: Outcome<KnownIds>): Told {
  const known = told.get(outcome);
  if (known !== undefined) return known;
  const { cites, uncertain, reasons, steps, cautions } = outcome;
  const edition = EDITIONS[outcome.edition];
  const result: Told = {
    certain: statement(edition, { id: outcome.verdict, cites, uncertain }).certain,
    reasons: reasons.map((each) => statement(edition, each)),
    steps: steps.flatMap((each) => stepStatement(edition, each)),
    cautions: cautions.map((each) => statement(edition, each)),
  };
  told.set(outcome, result);
  return result;
}

/** What every list says, in the order of the first. */
function inEach<S extends Statement>(lists: readonly (readonly S[])[]): readonly S[] {
  return (lists[0] ?? []).flatMap(({ id }) => {
    const own = lists.flatMap((each) => each.find((said) => said.id === id) ?? []);
    return own.length === lists.length ? together(own) : [];
  });
}

/** What every outcome says alike, cited wherever one of them is, and certain where each of them is. */
export function shared(outcomes: Outcomes): Told {
  const all = outcomes.map(tell);
  return {
    certain: all.every(({ certain }) => certain),
    reasons: inEach(all.map(({ reasons }) => reasons)),
    steps: inEach(all.map(({ steps }) => steps)),
    cautions: inEach(all.map(({ cautions }) => cautions)),
  };
}

function without<S extends Statement>(all: readonly S[], others: readonly Statement[]): readonly S[] {
  return all.filter(({ id }) => !others.some((other) => other.id === id));
}

function differingBy(
  node: Node,
  left: Left,
  fact: FactId,
  { steps, cautions }: Pick<GuidanceGroup, 'steps' | 'cautions'>,
): readonly Differing[] {
  const found = new Map<string, Differing & { readonly options: OptionId[] }>();
  for (const option of left.get(fact) ?? []) {
    const own = shared(outcomesWithin(node, new Map([...left, [fact, [option]]])));
    const more = { steps: without(own.steps, steps), cautions: without(own.cautions, cautions) };
    if (more.steps.length + more.cautions.length === 0) continue;
    const key = JSON.stringify(more);
    const known = found.get(key) ?? { fact, options: [], ...more };
    known.options.push(option);
    found.set(key, known);
  }
  const chances = probabilities(LIKELY, fact);
  const chance = ({ options }: Differing): number =>
    options.reduce((sum, option) => sum + (chances[optionsOf(fact).indexOf(option)] ?? 0), 0);
  return [...found.values()].toSorted((a, b) => chance(b) - chance(a));
}

function group(node: Node, offered: Left, { limits, kind }: Covered): GuidanceGroup {
  const options = limits.map((limit) => ({
    fact: limit.fact,
    // What is not offered says what an offered option says, and is not told.
    options: limit.options.filter((option) => offered.get(limit.fact)?.includes(option)),
  }));
  const left = new Map([...offered, ...options.map((limit) => [limit.fact, limit.options] as const)]);
  const all = outcomesWithin(node, left);
  const said = shared(all);
  const open = all.length < 2 ? [] : [...left].filter(([, each]) => each.length > 1);
  const differing = open.flatMap(([fact]) => differingBy(node, left, fact, said));
  const named = new Set([...said.steps, ...differing.flatMap(({ steps }) => steps)].map(({ id }) => id));
  return {
    eligibility: kind as Verdict,
    options,
    ...said,
    differing,
    more: all.some(({ steps }) => steps.some(({ id }) => !named.has(id))),
  };
}

/** How likely it is that a condition holds, before anything is known. */
function share(offered: Left, limits: Restriction): number {
  return limits.reduce((product, { fact, options }) => {
    const chances = probabilities(LIKELY, fact);
    const of = (some: readonly OptionId[]): number =>
      some.reduce((sum, option) => sum + (chances[optionsOf(fact).indexOf(option)] ?? 0), 0);
    return (product * of(options)) / of(offered.get(fact) ?? options);
  }, 1);
}

/** The likeliest verdict first, and of one verdict the likeliest group. */
function likeliestFirst(offered: Left, groups: readonly GuidanceGroup[]): readonly GuidanceGroup[] {
  const shares = new Map(groups.map((each) => [each, share(offered, each.options)]));
  const of = (each: GuidanceGroup): number => shares.get(each) ?? 0;
  const total = new Map<Verdict, number>();
  for (const each of groups) total.set(each.eligibility, (total.get(each.eligibility) ?? 0) + of(each));
  const rank = ({ eligibility }: GuidanceGroup): number =>
    VERDICTS.filter((other) => (total.get(other) ?? 0) > (total.get(eligibility) ?? 0)).length;
  const byKind = (each: GuidanceGroup): number => VERDICTS.indexOf(each.eligibility);
  return groups.toSorted((a, b) => rank(a) - rank(b) || byKind(a) - byKind(b) || of(b) - of(a));
}

/** Comes by the groups that stand under a key: finds them, or has kept them. */
export type GroupsKeeper = (key: string, find: () => readonly GuidanceGroup[]) => readonly GuidanceGroup[];

let keeper: GroupsKeeper = (_, find) => find();

/** Has somebody keep what is found, in a process that answers many: nothing is kept here. */
export function keepGroupsWith(next: GroupsKeeper): void {
  keeper = next;
}

/**
 * What can be said while facts are open: conditions that together cover every combination of the options offered
 * exactly once, each with its verdict and what holds wherever the condition does. Empty where nothing is open.
 */
export function groupsOf(node: Node, situation: Situation): readonly GuidanceGroup[] {
  if (isEnd(node)) return [];
  const open = FACT_IDS.filter((fact) => support(node).has(fact));
  const offered: Left = new Map(open.map((fact) => [fact, offeredOptions(fact, situation)]));
  const key = `${node.id}:${[...offered.values()].map((options) => options.length).join()}`;
  return keeper(key, () => {
    const boxes = byVerdict.boxes(verdictsOf(node));
    return likeliestFirst(
      offered,
      boxes.map((box) => group(node, offered, box)),
    );
  });
}
