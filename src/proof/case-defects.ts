import { combine, type ForSome, type SaidOfAll, type SaidOfOne } from '../policy/case/combine.js';
import { conflictsAmong } from '../policy/case/standing-against.js';
import type { EditionId } from '../policy/edition.js';
import { CONFLICTS, type Saying } from '../policy/editions/conflicts.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { shared } from '../policy/engine/alike.js';
import { outcomes } from '../policy/engine/diagram.js';
import { diagramOf } from '../policy/engine/policy.js';
import { type GuidanceStep, numberOf, type Statement } from '../policy/engine/statement.js';
import type { Defect, DefectKind, ProofLanguage } from './proof.js';
import { KINDS, type Kind } from './said-bits.js';

/** What was looked at of the plans of an edition, and what was found. */
export interface CasePlansFound {
  /** Different answers of the edition, and the pairs of them. */
  readonly answers: number;
  readonly pairs: number;
  /** Pairs of different lists of reasons, of steps and of cautions that these pairs come to: each was looked at. */
  readonly lists: number;
  /** Plans of two and of three whole answers that were looked at besides. */
  readonly sampled: number;
  readonly defects: readonly Defect[];
}

/** So many plans of two, and so many of three, are looked at as a whole. */
const SAMPLED = 1000;

/** Whole numbers that look like chance and are the same in every run. */
function* sample(below: number): Generator<number> {
  let state = 2026;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield Math.floor((state / 2 ** 32) * below);
  }
}

/** What some subscriptions say of one thing, to be held against the plan. */
interface Expected {
  readonly said: Statement[];
  readonly subscriptions: number[];
}

function expected(parts: readonly SaidOfOne[], kind: Kind): ReadonlyMap<string, Expected> {
  const all = new Map<string, Expected>();
  for (const [at, part] of parts.entries()) {
    for (const said of part[kind]) {
      const known = all.get(said.id);
      if (known === undefined) all.set(said.id, { said: [said], subscriptions: [at] });
      else {
        known.said.push(said);
        known.subscriptions.push(at);
      }
    }
  }
  return all;
}

function sameNumbers(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** Whether a statement of the plan is cited by all that its subscriptions cite for it and nothing else, and is certain where each is. */
function isSound(told: ForSome<Statement>, { said, subscriptions }: Expected): boolean {
  if (!sameNumbers(told.subscriptions, subscriptions)) return false;
  // Mostly there is nothing to put together.
  if (said.every((each) => each.citations === told.citations && each.certain === told.certain)) return true;
  let certain = true;
  let cited = 0;
  for (const each of said) {
    certain &&= each.certain;
    for (const citation of each.citations) if (!told.citations.includes(citation)) return false;
  }
  for (const [at, citation] of told.citations.entries()) {
    if (told.citations.indexOf(citation) === at && said.some((each) => each.citations.includes(citation)))
      cited += 1;
  }
  return cited === told.citations.length && told.certain === certain;
}

function sameStep(told: GuidanceStep, own: GuidanceStep | undefined): boolean {
  return own !== undefined && told.actor === own.actor && told.roles === own.roles && told.page === own.page;
}

/** What is wrong with a plan: what it leaves out, says twice, adds or says otherwise, and whose order it does not keep. */
export function wrongIn(
  plan: SaidOfAll,
  parts: readonly SaidOfOne[],
): readonly (readonly [DefectKind, string])[] {
  const wrong: (readonly [DefectKind, string])[] = [];
  for (const kind of KINDS) {
    const wanted = expected(parts, kind);
    const told = new Set<string>();
    for (const each of plan[kind]) {
      const own = wanted.get(each.id);
      if (own === undefined || told.has(each.id) || !isSound(each, own))
        wrong.push(['planSays', `${kind} ${each.id}`]);
      told.add(each.id);
    }
    for (const id of wanted.keys()) if (!told.has(id)) wrong.push(['planSilent', `${kind} ${id}`]);
  }
  const places = new Map(plan.steps.map(({ id }, at) => [id, at]));
  for (const { steps } of parts) {
    let last = -1;
    for (const step of steps) {
      const place = places.get(step.id) ?? -1;
      if (place < last) wrong.push(['planOrder', step.id]);
      last = place;
      const told = plan.steps[place];
      if (told !== undefined && !sameStep(told, step)) wrong.push(['planSays', `steps ${step.id}`]);
    }
  }
  return wrong;
}

/** Composes a plan; in a test, one that is broken. */
export type Composer = (edition: EditionId, parts: readonly SaidOfOne[]) => SaidOfAll;

const NOTHING: SaidOfOne = { reasons: [], steps: [], cautions: [] };

/** The different answers of an edition. */
function answersOf(id: EditionId): readonly SaidOfOne[] {
  return outcomes(diagramOf(EDITIONS[id])).map((each) => shared([each]));
}

/** Answers that say one kind of thing and nothing else: all different ones. */
function* differentIn(kind: Kind, answers: readonly SaidOfOne[]): Generator<SaidOfOne> {
  const seen = new Set<string>();
  for (const answer of answers) {
    const key = answer[kind].map(numberOf).join();
    if (!seen.has(key)) yield { ...NOTHING, [kind]: answer[kind] };
    seen.add(key);
  }
}

/**
 * Proves the plans of an edition, for all pairs of its different answers, whether or not one customer can have both: each
 * plan has every reason, step and caution of each, each once, with all citations, in an order that keeps that of each. What
 * a plan says of one kind follows from what is said of that kind alone, so that it is enough to look at each pair of
 * different lists; a sample of whole answers, two and three together, is looked at besides.
 */
export function provePlans(id: EditionId, composer: Composer = combine): CasePlansFound {
  const answers = answersOf(id);
  const found = new Map<string, Defect>();
  const look = (...parts: readonly SaidOfOne[]): void => {
    for (const [kind, about] of wrongIn(composer(id, parts), parts))
      found.set(`${kind} ${about}`, { kind, about, rules: [], edition: id, situation: {} });
  };
  let lists = 0;
  for (const kind of KINDS) {
    const different = [...differentIn(kind, answers)];
    for (const [at, one] of different.entries()) {
      for (const other of different.slice(at)) {
        look(one, other);
        lists += 1;
      }
    }
  }
  const dice = sample(answers.length);
  const pick = (): SaidOfOne => answers[dice.next().value ?? 0] ?? NOTHING;
  for (let count = 0; count < SAMPLED; count += 1) {
    look(pick(), pick());
    look(pick(), pick(), pick());
  }
  const pairs = (answers.length * (answers.length + 1)) / 2;
  return { answers: answers.length, pairs, lists, sampled: 2 * SAMPLED, defects: [...found.values()] };
}

function says(part: SaidOfOne, saying: Saying): boolean {
  return KINDS.every((kind) => (saying[kind] ?? []).every((id) => part[kind].some((each) => each.id === id)));
}

/** What is wrong with what stands against each other: no source, no words, a sign that nobody gives, or never named. */
export function conflictDefects(id: EditionId, languages: readonly ProofLanguage[]): readonly Defect[] {
  const edition = EDITIONS[id];
  const answers = answersOf(id);
  const defect = (kind: DefectKind, about: string): Defect => {
    return { kind, about, rules: [], edition: id, situation: {} };
  };
  return CONFLICTS[id].flatMap((conflict) => {
    const sides = [conflict.one, conflict.other];
    const [ones = [], others = []] = sides.map((side) => {
      return answers.filter((each) => side.some((saying) => says(each, saying)));
    });
    const isNamed = ones.some((one) => {
      return others.some((other) => conflictsAmong(id, [one, other]).some((each) => each.id === conflict.id));
    });
    const mute = sides.flat().filter((saying) => !answers.some((each) => says(each, saying)));
    const unknown = conflict.cites.filter((cite) => !Object.hasOwn(edition.citations, cite));
    const wordless = languages.filter(({ has }) => !has(`conflict.${conflict.id}`));
    return [
      ...(conflict.cites.length === 0 ? [defect('noCitation', conflict.id)] : []),
      ...unknown.map((cite) => defect('danglingReference', cite)),
      ...mute.map((saying) => defect('deadConflict', `${conflict.id} ${JSON.stringify(saying)}`)),
      ...(isNamed ? [] : [defect('deadConflict', conflict.id)]),
      ...wordless.map(({ tag }) => defect('missingWords', `${tag}: conflict.${conflict.id}`)),
    ];
  });
}
