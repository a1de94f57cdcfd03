import type { EditionId } from '../edition.js';
import { FACT_IDS, type FactId, type OptionId, offeredOptions, optionsOf, type Situation } from '../facts.js';
import { restrict, support } from './diagram.js';
import { type Plan, plan } from './plan.js';
import { given, open, type Policy, presumption } from './policy.js';
import { project } from './projection.js';

/** A question as data: which fact, which options, and how far there may be to go. */
export interface Question {
  readonly fact: FactId;
  readonly options: readonly OptionId[];
  /** How many questions may remain after this one, if every answer is known. */
  readonly remaining: number;
}

/** The facts whose answer is "I don't know": they stay open, and are not asked again. */
function unknownFacts(situation: Situation): ReadonlySet<FactId> {
  return new Set(FACT_IDS.filter((fact) => situation[fact] === 'unknown'));
}

/** The plan for what is still open, or undefined when nothing that may be asked can change the guidance. */
export function nextPlan(policy: Policy, situation: Situation): Plan | undefined {
  return plan(project(open(policy, situation), unknownFacts(situation)), new Set());
}

/** The question about one fact in this situation, whether or not it is the next one. */
export function questionAbout(policy: Policy, situation: Situation, fact: FactId): Question {
  const { [fact]: _, ...rest } = situation;
  const options = offeredOptions(fact, rest);
  const after = options.map((option) => nextPlan(policy, { ...rest, [fact]: option })?.worst ?? 0);
  return { fact, options, remaining: Math.max(0, ...after) };
}

/**
 * What each policy asks first, where the build has planned it: planning looks at the facts in every order, which takes
 * a tenth of a second where nothing is answered yet.
 */
const openings = new Map<EditionId | undefined, Question>();

/** Takes the first question of a policy as `nextQuestion` has found it before, at the build. */
export function openWith({ pinned }: Policy, question: Question): void {
  openings.set(pinned, question);
}

/** Comes by what an interview is at, under a key: works it out, or has kept it. */
export interface InterviewKeeper {
  readonly situation: (key: string, find: () => Situation) => Situation;
  readonly question: (key: string, find: () => Question | undefined) => Question | undefined;
}

let keeper: InterviewKeeper = { situation: (_, find) => find(), question: (_, find) => find() };

/** Has somebody keep what is worked out, in a process that answers many: nothing is kept here. */
export function keepInterviewsWith(next: InterviewKeeper): void {
  keeper = next;
}

/** The next question, or undefined when guidance can be given. */
export function nextQuestion(policy: Policy, situation: Situation): Question | undefined {
  const opening = openings.get(policy.pinned);
  if (opening !== undefined && Object.keys(situation).length === 0) return opening;
  const key = `${policy.pinned} ${Object.entries(situation).join()}`;
  return keeper.question(key, () => questionFor(policy, situation));
}

function questionFor(policy: Policy, situation: Situation): Question | undefined {
  const next = nextPlan(policy, situation);
  if (next === undefined) return undefined;
  const { fact, worst } = next;
  const options = offeredOptions(fact, situation);
  // Where every option is offered, the plan has looked at all that may come after; the cloud decides what is offered.
  const all = fact !== 'cloud' && options.length === optionsOf(fact).length;
  return all ? { fact, options, remaining: worst - 1 } : questionAbout(policy, situation, fact);
}

/**
 * The answers that still matter, given all the others: an answer counts if some other answer to the same
 * fact would change the guidance. Of two answers that make each other pointless the later one is kept.
 */
export function relevant(policy: Policy, answers: readonly (readonly [FactId, string])[]): Situation {
  return keeper.situation(`${policy.pinned} ${answers.join()}`, () => relevantOf(policy, answers));
}

function relevantOf(policy: Policy, answers: readonly (readonly [FactId, string])[]): Situation {
  let kept: Situation = Object.fromEntries(answers);
  for (const [fact] of answers) {
    const { [fact]: _, ...others } = kept;
    if (!matters(policy, others, fact)) kept = others;
  }
  return kept;
}

/** Whether any answer to `fact` could still change the guidance, once everything else in the situation is given. */
export function matters(policy: Policy, situation: Situation, fact: FactId): boolean {
  let node = given(policy, situation);
  for (const other of FACT_IDS) {
    // What is known of others never makes a fact matter again.
    if (!support(node).has(fact)) return false;
    const value = other === fact || situation[other] !== undefined ? undefined : presumption(policy, other);
    if (value !== undefined) node = restrict(node, other, value);
  }
  return support(node).has(fact);
}
