import { LANGUAGE_TAGS } from '../../language/languages.js';
import { readTyped } from '../../language/typed.js';
import {
  type Reading,
  type RuleQuestion,
  type Said,
  understand,
} from '../../language/understand/understand.js';
import type { EditionId } from '../../policy/edition.js';
import { matters, nextQuestion, type Question, questionAbout } from '../../policy/engine/interview.js';
import { type Policy, policyFor } from '../../policy/engine/policy.js';
import { type Answer, FACT_IDS, type FactId, type OptionId, type Situation } from '../../policy/facts.js';
import { findReceipt } from '../../receipt/find-receipt.js';
import { reopen } from '../../receipt/reopen.js';
import type { AdviceRequest } from './request.js';

/** What was read from the text of a request, and what is known with it. */
export interface RequestReading {
  readonly policy: Policy;
  readonly situation: Situation;
  readonly understood: readonly { readonly fact: FactId; readonly value: Answer; readonly said: Said }[];
  readonly unclear: readonly {
    readonly fact: FactId;
    readonly options: readonly OptionId[];
    readonly said: Said;
  }[];
  readonly excluded: readonly {
    readonly fact: FactId;
    readonly options: readonly OptionId[];
    readonly said: Said;
  }[];
  /** What the text says of the customer's other subscriptions, each with its own facts; the first one is answered. */
  readonly others: readonly RequestReading['understood'][];
  /** Where the text asks about the rules: it says nothing of a customer then. */
  readonly question?: RuleQuestion | undefined;
  /** The next question, only with the choices that the text leaves open; undefined where guidance can be given. */
  readonly ask: Question | undefined;
}

type Read = Pick<RequestReading, 'understood' | 'unclear' | 'excluded' | 'others' | 'question'>;

const NOTHING: Read = { understood: [], unclear: [], excluded: [], others: [] };

function isKind<K extends Reading['kind']>(kind: K) {
  return (reading: Reading): reading is Extract<Reading, { kind: K }> => reading.kind === kind;
}

/** A typed line is read as in the chat: an answer to the question on the table, or a situation in one's own words. */
function read({ language, text }: AdviceRequest, asked: Question | undefined): Read {
  const tag = LANGUAGE_TAGS.find((each) => each === language.tag);
  if (text === undefined || tag === undefined) return NOTHING;
  const typed = readTyped(text, tag, asked);
  if (typed.kind === 'answer' && asked !== undefined) {
    const said = { start: 0, end: text.length, text };
    return { ...NOTHING, understood: [{ fact: asked.fact, value: typed.value, said }] };
  }
  if (typed.kind !== 'nothing') return NOTHING;
  const heard = understand(text, {
    language: tag,
    ...(asked && { asked: asked.fact, shown: asked.options }),
  });
  const [first = [], ...others] = heard.subscriptions ?? [];
  const readings = [...heard.readings, ...first];
  return {
    understood: readings.filter(isKind('is')),
    unclear: readings.filter(isKind('unclear')),
    excluded: readings.filter(isKind('isNot')),
    others: others.map((own) => own.filter(isKind('is'))),
    question: heard.question,
  };
}

/** What is still to be asked: first between readings, with just those; what is ruled out is not offered. */
function toAsk(policy: Policy, situation: Situation, { unclear, excluded }: Read): Question | undefined {
  const open = unclear.find(({ fact }) => situation[fact] === undefined && matters(policy, situation, fact));
  if (open !== undefined) return { ...questionAbout(policy, situation, open.fact), options: open.options };
  const next = nextQuestion(policy, situation);
  const not = excluded.find(({ fact }) => fact === next?.fact)?.options ?? [];
  const left = next?.options.filter((option) => !not.includes(option)) ?? [];
  // One that is left over is a guess: it may be none of these.
  return next && { ...next, options: left.length > 1 ? left : next.options };
}

/** A receipt in the text stands for its edition and its situation, unless the request says otherwise. */
function withReceipt({ text, edition, situation }: AdviceRequest): {
  readonly edition: EditionId | undefined;
  readonly situation: Situation;
} {
  const receipt = text === undefined ? undefined : findReceipt(text)?.receipt;
  if (receipt === undefined) return { edition, situation };
  return { edition: edition ?? reopen(receipt).pinned, situation: { ...receipt.situation, ...situation } };
}

/** Reads a request. What it sets outright counts more than what its text says. */
export function readRequest(request: AdviceRequest): RequestReading {
  const { edition, situation: set } = withReceipt(request);
  const policy = policyFor(edition);
  const heard = read(request, nextQuestion(policy, set));
  const said = Object.fromEntries(heard.understood.map(({ fact, value }) => [fact, value]));
  const all: Situation = { ...said, ...set };
  // In the order of the vocabulary, so that the same answers are the same situation however they were given.
  const situation = Object.fromEntries(
    FACT_IDS.filter((fact) => all[fact] !== undefined).map((fact) => [fact, all[fact]]),
  );
  return { policy, situation, ...heard, ask: toAsk(policy, situation, heard) };
}
