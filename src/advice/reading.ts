import { LANGUAGE_TAGS } from '../language/languages.js';
import { readTyped } from '../language/typed.js';
import { type Reading, type RuleQuestion, type Said, understand } from '../language/understand/understand.js';
import { answersFor, type Case, caseOf, commonIn, withAnswer } from '../policy/case/case.js';
import { type CaseQuestion, caseQuestionAbout, nextCaseQuestion } from '../policy/case/case-question.js';
import { matters, type Question } from '../policy/engine/interview.js';
import { type Policy, policyFor } from '../policy/engine/policy.js';
import type { Answer, FactId, OptionId, Situation } from '../policy/facts.js';
import { findReceipt } from '../receipt/find-receipt.js';
import { reopen, reopenCase } from '../receipt/reopen.js';
import type { AdviceRequest } from './request.js';
import { RequestError } from './request-error.js';

/** What was read from the text of a request, and what is known with it. */
export interface RequestReading {
  readonly policy: Policy;
  /** The customer with every subscription that the request speaks of; mostly one. */
  readonly all: Case;
  /** What is known of the first of them. */
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
  readonly ask: CaseQuestion | undefined;
}

interface Read extends Pick<RequestReading, 'understood' | 'unclear' | 'excluded' | 'others' | 'question'> {
  /** What of `understood` the text says of all subscriptions. */
  readonly common: RequestReading['understood'];
}

const NOTHING: Read = { understood: [], unclear: [], excluded: [], others: [], common: [] };

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
    common: heard.readings.filter(isKind('is')),
    question: heard.question,
  };
}

/** What is still to be asked: first between readings, with just those; what is ruled out is not offered. */
function toAsk(policy: Policy, all: Case, { unclear, excluded }: Read): CaseQuestion | undefined {
  // What a text leaves open, it leaves open of the first subscription.
  const situation = answersFor(all, 0);
  const open = unclear.find(({ fact }) => situation[fact] === undefined && matters(policy, situation, fact));
  if (open !== undefined) return { ...caseQuestionAbout(policy, all, 0, open.fact), options: open.options };
  const next = nextCaseQuestion(policy, all);
  const about = next?.subscriptions.includes(0) === true ? next.fact : undefined;
  const not = excluded.find(({ fact }) => fact === about)?.options ?? [];
  const left = next?.options.filter((option) => !not.includes(option)) ?? [];
  // One that is left over is a guess: it may be none of these.
  return next && { ...next, options: left.length > 1 ? left : next.options };
}

type OpenedRequest = Pick<AdviceRequest, 'edition' | 'situation' | 'subscriptions'>;

/** A receipt in the text stands for its edition and its answers, unless the request says otherwise. */
function withReceipt({ text, edition, situation, subscriptions }: AdviceRequest): OpenedRequest {
  const found = text === undefined ? undefined : findReceipt(text);
  if (found?.whole !== undefined) {
    const { all } = found.whole;
    return {
      edition: edition ?? reopenCase(found.whole).pinned,
      situation: { ...commonIn(all), ...situation },
      subscriptions: subscriptions ?? all.subscriptions,
    };
  }
  const receipt = found?.receipt;
  if (receipt === undefined) return { edition, situation, subscriptions };
  const known = { ...receipt.situation, ...situation };
  return { edition: edition ?? reopen(receipt).pinned, situation: known, subscriptions };
}

function situationOf(readings: RequestReading['understood']): Situation {
  return Object.fromEntries(readings.map(({ fact, value }) => [fact, value]));
}

/** The subscriptions that the text names, the first one with all that is not another's. */
function named({ understood, common, others }: Read, set: Situation): Case {
  const first = { ...situationOf(understood), ...set };
  const more = others.map((own) => ({ ...situationOf(common), ...situationOf(own), ...set }));
  return caseOf(first, [first, ...more]);
}

/** What is set counts for every subscription that does not say otherwise. */
function withSet(set: Situation, subscriptions: readonly Situation[]): Case {
  return caseOf(
    set,
    subscriptions.map((own) => ({ ...set, ...own })),
  );
}

/** The subscriptions that the request lists, with what the text says of all of them, or answers. */
function listed(
  subscriptions: readonly Situation[],
  { understood, others }: Read,
  set: Situation,
  asked: CaseQuestion | undefined,
): Case {
  if (others.length > 0) {
    throw new RequestError(['text'], 'twice', {});
  }
  const known = withSet(set, subscriptions);
  return understood.reduce((all, { fact, value }) => {
    if (fact === asked?.fact) return withAnswer(all, asked.subscriptions[0] ?? 0, fact, value);
    const open = subscriptions.flatMap((_, at) => (answersFor(all, at)[fact] === undefined ? [at] : []));
    return open.reduce((sofar, at) => withAnswer(sofar, at, fact, value), all);
  }, known);
}

/** Reads a request. What it sets outright counts more than what its text says. */
export function readRequest(request: AdviceRequest): RequestReading {
  const { edition, situation: set, subscriptions } = withReceipt(request);
  const policy = policyFor(edition);
  const asked = nextCaseQuestion(policy, withSet(set, subscriptions ?? [{}]));
  const heard = read(request, asked);
  const all = subscriptions ? listed(subscriptions, heard, set, asked) : named(heard, set);
  // In the order of the vocabulary, so that the same answers are the same situation however they were given.
  return { policy, all, situation: answersFor(all, 0), ...heard, ask: toAsk(policy, all, heard) };
}
