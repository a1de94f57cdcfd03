import type { NamedFact, RuleQuestion } from '../language/understand/understand.js';
import { type EditionId, VERDICTS, type Verdict } from '../policy/edition.js';
import { outcomes } from '../policy/engine/diagram.js';
import { type Guidance, guide } from '../policy/engine/guidance.js';
import { relevant } from '../policy/engine/interview.js';
import { editionFor, open, type Policy } from '../policy/engine/policy.js';
import { answersIn, type FactId, type OptionId, offeredOptions, type Situation } from '../policy/facts.js';
import { type Conversation, policyOf, situationOf } from './interview/state.js';

/** Options of a fact that can come to the same verdicts, the rest being open. */
export interface OptionVerdicts {
  readonly options: readonly OptionId[];
  readonly verdicts: readonly Verdict[];
}

/** What is told of a question about the rules, beside what is shown. Nothing of it counts as an answer. */
export type RuleNote =
  | {
      readonly kind: 'rules';
      /** What the question is about, and what of the answers so far counts with it. */
      readonly asked: Situation;
      readonly known: Situation;
      readonly guidance: Guidance;
    }
  | { readonly kind: 'whyFact'; readonly fact: FactId; readonly cases: readonly OptionVerdicts[] }
  | { readonly kind: 'terms'; readonly named: readonly NamedFact[] }
  | { readonly kind: 'program'; readonly edition: EditionId }
  /** What becomes of the subscription that the customer has. */
  | { readonly kind: 'fate'; readonly edition: EditionId; readonly service: Situation['service'] }
  | { readonly kind: 'notInPolicy' };

const KINDS: ReadonlySet<string> = new Set<RuleNote['kind']>([
  'rules',
  'whyFact',
  'terms',
  'program',
  'fate',
  'notInPolicy',
]);

/** Whether a note answers a question about the rules. */
export function isRuleNote(note: { readonly kind: string }): note is RuleNote {
  return KINDS.has(note.kind);
}

/** So many words are explained at once. */
const MOST_TERMS = 3;

/** The options that a question names, of facts of which it names one. */
export function askedOf({ named }: RuleQuestion): Situation {
  const single = named.filter(
    ({ fact, option }) => option !== undefined && named.filter((each) => each.fact === fact).length === 1,
  );
  return Object.fromEntries(single.map(({ fact, option }) => [fact, option]));
}

/** What is known besides. */
function knownBeside(conversation: Conversation, asked: Situation): Situation {
  const known = answersIn(situationOf(conversation));
  return Object.fromEntries(
    known.filter(([fact, value]) => asked[fact] === undefined && value !== 'unknown'),
  );
}

function ruled(conversation: Conversation, asked: Situation): RuleNote {
  const policy = policyOf(conversation);
  const beside = knownBeside(conversation, asked);
  const counts = relevant(policy, answersIn({ ...beside, ...asked }));
  const known = Object.fromEntries(answersIn(beside).filter(([fact]) => counts[fact] !== undefined));
  return { kind: 'rules', asked, known, guidance: guide(policy, counts) };
}

function verdictsOf(policy: Policy, situation: Situation): readonly Verdict[] {
  const all = new Set(outcomes(open(policy, situation)).map(({ verdict }) => verdict));
  return VERDICTS.filter((verdict) => all.has(verdict));
}

/** Why a fact is asked for: what each answer to it can come to. */
export function whyFact(conversation: Conversation, fact: FactId): RuleNote {
  const policy = policyOf(conversation);
  const { [fact]: _, ...others } = situationOf(conversation);
  const cases: { readonly options: OptionId[]; readonly verdicts: readonly Verdict[] }[] = [];
  for (const option of offeredOptions(fact, others)) {
    const verdicts = verdictsOf(policy, { ...others, [fact]: option });
    const same = cases.find((each) => each.verdicts.join() === verdicts.join());
    if (same === undefined) cases.push({ options: [option], verdicts });
    else same.options.push(option);
  }
  return { kind: 'whyFact', fact, cases };
}

/** What the policy says to a question about the rules, with the answers so far. Pure and total. */
export function answerToRule(conversation: Conversation, question: RuleQuestion): RuleNote {
  const { kind, named } = question;
  if (kind === 'program') {
    const { id } = editionFor(policyOf(conversation), situationOf(conversation));
    return { kind, edition: id };
  }
  const [first] = named;
  if (question.fate && named.every(({ fact }) => fact === 'service')) {
    const situation = situationOf(conversation);
    const { id } = editionFor(policyOf(conversation), situation);
    return { kind: 'fate', edition: id, service: askedOf(question).service ?? situation.service };
  }
  if (kind === 'other' || first === undefined) return { kind: 'notInPolicy' };
  if (kind === 'term') return { kind: 'terms', named: named.slice(0, MOST_TERMS) };
  const asked = askedOf(question);
  if (Object.keys(asked).length > 0) return ruled(conversation, asked);
  return whyFact(conversation, first.fact);
}
