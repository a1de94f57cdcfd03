import { type Reading, type Understanding, understand } from '../language/understand/understand.js';
import type { InterviewView } from '../policy/conversation.js';
import type { Answer, FactId } from '../policy/facts.js';
import type { Proposal } from '../policy/proposal.js';
import type { Session } from './session.js';

/** So many bytes of a quotation are kept to show where a fact was read: a conversation has to stay small. */
const LONGEST_QUOTE = 30;

function quote(text: string): string {
  if (Buffer.byteLength(text) <= LONGEST_QUOTE) return text;
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(character) > LONGEST_QUOTE - '…'.length * 3) break;
    kept += character;
  }
  return `${kept}…`;
}

function isKind<K extends Reading['kind']>(kind: K) {
  return (reading: Reading): reading is Extract<Reading, { kind: K }> => reading.kind === kind;
}

/** What was read, as the interview takes it. */
export function proposalOf(readings: readonly Reading[]): Proposal {
  return {
    read: readings.filter(isKind('is')).map(({ fact, value, said }) => [fact, value, quote(said.text)]),
    unclear: readings
      .filter(isKind('unclear'))
      .map(({ fact, options, said }) => [fact, options, quote(said.text)]),
    excluded: readings
      .filter(isKind('isNot'))
      .map(({ fact, options, said }) => [fact, options, quote(said.text)]),
  };
}

/** What the text says, read with the question on the table in mind. */
export function hear({ language }: Session, now: InterviewView, text: string): Understanding {
  const asked = now.kind === 'question' ? now.fact : undefined;
  return understand(text, { language, ...(asked === undefined ? {} : { asked }) });
}

/** The answer to the question on the table, where the line says that and nothing else. */
export function plainAnswer(
  now: InterviewView,
  { readings, whole }: Understanding,
): { readonly fact: FactId; readonly value: Answer } | undefined {
  const [only, ...others] = readings;
  if (now.kind !== 'question' || !whole || only?.kind !== 'is' || others.length > 0) return undefined;
  return only.fact === now.fact ? { fact: only.fact, value: only.value } : undefined;
}
