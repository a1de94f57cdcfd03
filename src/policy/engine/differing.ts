import type { CautionId, KnownIds } from '../editions/registry.js';
import { FACT_IDS, type FactId, type OptionId } from '../facts.js';
import type { Outcome } from '../outcome.js';
import { type Alike, alike } from './alike.js';
import { Cover, type Restriction, under } from './cover.js';
import {
  isLeaf,
  mark,
  type Node,
  optionSet,
  optionsIn,
  outcomes,
  restrict,
  support,
  withEnds,
} from './diagram.js';
import { type Left, leaving, leftOf, within } from './left.js';
import { type GuidanceStep, numberOf, type Statement } from './statement.js';
import { likelihood } from './weights.js';

/** What is to be done, or to be minded, if some of the open facts turn out to be of these options. */
export interface Differing {
  /** One open fact, or several that have to be so together, each limited to some of its options. */
  readonly options: Restriction;
  readonly steps: readonly GuidanceStep[];
  readonly cautions: readonly Statement<CautionId>[];
}

interface DifferingSteps {
  readonly differing: readonly Differing[];
  /** Whether some of it is left out, because too much would have to be so together to be read. */
  readonly more: boolean;
}

/** So many facts are still read as one condition, */
const FACTS_TOGETHER = 3;
/** and so many such conditions one after another. */
const CONDITIONS_TOGETHER = 4;

/** What there is to do and to mind, under whatever condition. */
export type StepsAndCautions = Pick<Differing, 'steps' | 'cautions'>;

function without<S extends Statement>(all: readonly S[], others: readonly Statement[]): readonly S[] {
  return all.filter(({ id }) => !others.some((other) => other.id === id));
}

function likeliestFirst(all: readonly Differing[], left: Left): readonly Differing[] {
  const chance = new Map(all.map((each) => [each, likelihood(each.options, left)]));
  return all.toSorted((a, b) => (chance.get(b) ?? 0) - (chance.get(a) ?? 0));
}

/** What each option of one fact tells by itself, options that tell the same together. */
function byFact(
  part: Node,
  left: Left,
  fact: FactId,
  { steps, cautions }: Alike,
  known: Map<Node, Alike>,
): readonly Differing[] {
  const found = new Map<string, StepsAndCautions & { readonly options: OptionId[] }>();
  for (const option of optionsIn(fact, leftOf(left, fact))) {
    const own = alike(restrict(part, fact, option), known);
    const besides = { steps: without(own.steps, steps), cautions: without(own.cautions, cautions) };
    if (besides.steps.length + besides.cautions.length === 0) continue;
    const key = [...besides.steps, ...besides.cautions].map(numberOf).join();
    const same = found.get(key) ?? { options: [], ...besides };
    same.options.push(option);
    found.set(key, same);
  }
  const all = [...found.values()].map(({ options, ...besides }) => ({
    options: [{ fact, options }],
    ...besides,
  }));
  return likeliestFirst(all, left);
}

/** One thing that is said or not: a step, or a caution. */
interface Thing {
  readonly kind: keyof StepsAndCautions;
  readonly id: string;
}

function saysIt(said: StepsAndCautions, { kind, id }: Thing): boolean {
  return said[kind].some((each) => each.id === id);
}

type Outcomes = ReadonlySet<Outcome<KnownIds>>;

const SAID = mark('said');
const UNSAID = mark('unsaid');
const whereSaid = new Cover((end) => (end === SAID ? 'said' : undefined));

/** The diagram of whether one of some outcomes is the case. */
function presence(node: Node, saying: Outcomes): Node {
  return withEnds(node, (end) => (isLeaf(end) && saying.has(end.outcome) ? SAID : UNSAID), new Map());
}

/** Things that the very same outcomes say, so that one condition is good for all of them. */
interface SaidTogether {
  readonly things: readonly Thing[];
  readonly saying: Outcomes;
}

/** Everything to do or to mind that some end of a diagram says and some does not. */
function thingsIn(part: Node): readonly SaidTogether[] {
  const all = outcomes(part);
  const places = (['steps', 'cautions'] as const).flatMap((kind) => {
    const byId = new Map<string, number[]>();
    for (const [index, outcome] of all.entries()) {
      for (const { id } of outcome[kind]) {
        const at = byId.get(id);
        if (at === undefined) byId.set(id, [index]);
        else at.push(index);
      }
    }
    return [...byId].map(([id, at]) => ({ thing: { kind, id }, at }));
  });
  const found = new Map<string, { readonly things: Thing[]; readonly saying: Outcomes }>();
  for (const { thing, at } of places) {
    if (at.length === all.length) continue;
    const key = at.join();
    const same = found.get(key) ?? { things: [], saying: new Set(at.flatMap((index) => all[index] ?? [])) };
    same.things.push(thing);
    found.set(key, same);
  }
  return [...found.values()];
}

/** What is left of each fact once no option is looked at that tells some things by itself. */
function leftUntold(left: Left, { things: [thing] }: SaidTogether, told: readonly Differing[]): Left {
  return told
    .filter((each) => thing !== undefined && saysIt(each, thing))
    .flatMap(({ options }) => options)
    .reduce(
      (all, { fact, options }) => leaving(all, fact, leftOf(all, fact) & ~optionSet(fact, options)),
      left,
    );
}

/** Where something is said that no single fact tells: disjoint conditions, each on several facts. */
function conditionsFor(
  part: Node,
  left: Left,
  said: SaidTogether,
  told: readonly Differing[],
): readonly Restriction[] {
  const untold = leftUntold(left, said, told);
  // Whatever the others are, each option of some fact tells it.
  if (untold.includes(0)) return [];
  const rest = within(part, untold);
  if (!outcomes(rest).some((outcome) => said.saying.has(outcome))) return [];
  return whereSaid
    .boxes(presence(rest, said.saying))
    .map(({ limits }) => limits.map(({ fact, options }) => limited(fact, options, untold)));
}

function limited(fact: FactId, options: readonly OptionId[], left: Left): Restriction[number] {
  return { fact, options: optionsIn(fact, optionSet(fact, options) & leftOf(left, fact)) };
}

/** What several facts tell only together. */
function together(
  part: Node,
  left: Left,
  single: readonly Differing[],
  known: Map<Node, Alike>,
): readonly Differing[] {
  const found = new Map<string, { readonly options: Restriction; readonly things: Thing[] }>();
  for (const said of thingsIn(part)) {
    for (const options of conditionsFor(part, left, said, single)) {
      const key = JSON.stringify(options);
      const same = found.get(key) ?? { options, things: [] };
      same.things.push(...said.things);
      found.set(key, same);
    }
  }
  const all = [...found.values()].map(({ options, things }) => {
    const { steps, cautions } = alike(under(part, options), known);
    const isOne = (kind: Thing['kind'], { id }: Statement): boolean =>
      things.some((thing) => thing.kind === kind && thing.id === id);
    return {
      options,
      steps: steps.filter((each) => isOne('steps', each)),
      cautions: cautions.filter((each) => isOne('cautions', each)),
    };
  });
  return likeliestFirst(all, left);
}

/**
 * What only some situations of a part need besides what all of them share: first what one fact tells, in the order of
 * the vocabulary, then what several tell together, the likelier before the others.
 * @param said what all of them share
 * @param known what parts of the diagram say alike, as far as that was found
 */
export function differingIn(part: Node, left: Left, said: Alike, known: Map<Node, Alike>): DifferingSteps {
  const open = FACT_IDS.filter((fact) => support(part).has(fact));
  const single = open.flatMap((fact) => byFact(part, left, fact, said, known));
  const several = open.length < 2 ? [] : together(part, left, single, known);
  const shown = several
    .filter(({ options }) => options.length <= FACTS_TOGETHER)
    .slice(0, CONDITIONS_TOGETHER);
  return { differing: [...single, ...shown], more: shown.length < several.length };
}
