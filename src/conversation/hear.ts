import type { OpenQuestion } from '../language/typed.js';
import { understandLine } from '../language/understand/lazily.js';
import type { Reading, Understanding } from '../language/understand/understand.js';
import { type Answer, FACT_IDS, type FactId } from '../policy/facts.js';
import { type Later, type Proposal, serviceIn } from './interview/proposal.js';
import { answerOf, type Conversation, type InterviewView } from './interview/state.js';
import type { Session } from './session.js';

/** So many bytes are kept to show where each fact was read: of one quotation, and of all together. */
export const LONGEST_QUOTE = 30;
const ALL_QUOTES = 200;

/** The beginning of a quotation; a conversation has to stay small. */
export function quote(text: string, longest: number): string {
  if (Buffer.byteLength(text) <= longest) return text;
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(`${kept}${character}…`) > longest) break;
    kept += character;
  }
  return `${kept}…`;
}

function isKind<K extends Reading['kind']>(kind: K) {
  return (reading: Reading): reading is Extract<Reading, { kind: K }> => reading.kind === kind;
}

/**
 * What was read, as the interview takes it.
 * @param among how many readings share the room for quotations
 */
export function proposalOf(readings: readonly Reading[], among: number = readings.length): Proposal {
  const longest = Math.min(LONGEST_QUOTE, Math.floor(ALL_QUOTES / Math.max(1, among)));
  const words = ({ said }: Reading): string => quote(said.text, longest);
  return {
    read: readings.filter(isKind('is')).map((each) => [each.fact, each.value, words(each)]),
    unclear: readings.filter(isKind('unclear')).map((each) => [each.fact, each.options, words(each)]),
    excluded: readings.filter(isKind('isNot')).map((each) => [each.fact, each.options, words(each)]),
  };
}

/** What is proposed at once, and what waits: of several subscriptions one comes after the other. */
interface HeardFirst {
  readonly proposal: Proposal;
  readonly later?: Later;
}

/** What a line says, as the interview takes it: first the subscription that the conversation is about already. */
export function heardOf(
  conversation: Conversation,
  { readings, subscriptions }: Pick<Understanding, 'readings' | 'subscriptions'>,
): HeardFirst {
  if (subscriptions === undefined) return { proposal: proposalOf(readings) };
  const among = readings.length + subscriptions.flat().length;
  const each = subscriptions.map((own) => proposalOf(own, among));
  const service = answerOf(conversation, 'service');
  const begun = each.findIndex((own) => service !== undefined && serviceIn(own) === service);
  const first = Math.max(0, begun);
  const own = subscriptions[first] ?? [];
  return {
    proposal: proposalOf(inOrder([...readings, ...own]), among),
    later: { waiting: each.filter((_, at) => at !== first), shared: readings.map(({ fact }) => fact) },
  };
}

/** In the order of the vocabulary. */
function inOrder(readings: readonly Reading[]): readonly Reading[] {
  return readings.toSorted((a, b) => FACT_IDS.indexOf(a.fact) - FACT_IDS.indexOf(b.fact));
}

/** The question on the table. */
export function onTable(now: InterviewView): OpenQuestion | undefined {
  return now.kind === 'question' ? now : undefined;
}

/** What the text says, read with the question on the table in mind. */
export function hear({ language }: Session, question: OpenQuestion | undefined, text: string): Understanding {
  return understandLine(text, {
    language,
    ...(question && { asked: question.fact, shown: question.options }),
  });
}

/**
 * The answer to the question on the table, where the line is its name and nothing else. Whatever has to be read out of
 * a sentence is shown before it counts.
 */
export function plainAnswer(
  asked: FactId | undefined,
  { readings, plain }: Understanding,
): { readonly fact: FactId; readonly value: Answer } | undefined {
  const [only, ...others] = readings;
  if (!plain || only?.kind !== 'is' || others.length > 0) return undefined;
  return only.fact === asked ? { fact: only.fact, value: only.value } : undefined;
}
