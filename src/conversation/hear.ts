import type { OpenQuestion } from '../language/typed.js';
import { understandLine } from '../language/understand/lazily.js';
import type { Reading, Understanding } from '../language/understand/understand.js';
import { FACT_IDS, outlasts } from '../policy/facts.js';
import type { Later, Proposal } from './interview/proposal.js';
import type { InterviewView } from './interview/shown.js';
import { answerOf, type Conversation } from './interview/state.js';
import { passage } from './passage.js';
import type { Session } from './session.js';

/** So many letters, as people count them, are kept to show where each fact was read, */
export const LONGEST_QUOTE = 30;
/** and in a mail, where a person has to know the place again. */
const LONGEST_PASSAGE = 60;
/** So many bytes all quotations take together: a conversation has to stay small. */
const ALL_QUOTES = 200;
/** A Chinese letter takes three bytes. */
const BYTES = 3;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How much may be shown: so many letters, and in so many bytes. */
interface Extent {
  readonly letters: number;
  readonly bytes: number;
}

function extent(longest: number, bytes = BYTES * longest): Extent {
  return { letters: longest, bytes };
}

/** Whether it has so many letters or fewer; a long text is not counted to its end. */
function hasAtMost(most: number, text: string): boolean {
  // A letter is one unit of UTF-16 at least.
  if (text.length <= most) return true;
  let counted = 0;
  for (const _ of letters.segment(text)) {
    counted += 1;
    if (counted > most) return false;
  }
  return true;
}

function fits(text: string, room: Extent): boolean {
  return Buffer.byteLength(text) <= room.bytes && hasAtMost(room.letters, text);
}

/** The beginning of a quotation, and that it goes on; no letter is cut in two. */
export function quote(text: string, room: Extent = extent(LONGEST_QUOTE)): string {
  if (fits(text, room)) return text;
  let kept = '';
  let counted = 1;
  let bytes = Buffer.byteLength('…');
  for (const { segment } of letters.segment(text)) {
    counted += 1;
    bytes += Buffer.byteLength(segment);
    if (counted > room.letters || bytes > room.bytes) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function isKind<K extends Reading['kind']>(kind: K) {
  return (reading: Reading): reading is Extract<Reading, { kind: K }> => reading.kind === kind;
}

/** Each with the words that said so; where there is room for them, with their neighbours in the text. */
function proposalWith(room: Extent, readings: readonly Reading[], text = '', wide = room): Proposal {
  const words = ({ said }: Reading): string => {
    const shown = passage(text, said, (wider) => fits(wider, wide));
    return quote(shown, shown.length > said.text.length ? wide : room);
  };
  return {
    read: readings.filter(isKind('is')).map((each) => [each.fact, each.value, words(each)]),
    unclear: readings.filter(isKind('unclear')).map((each) => [each.fact, each.options, words(each)]),
    excluded: readings.filter(isKind('isNot')).map((each) => [each.fact, each.options, words(each)]),
  };
}

/** What was read in a text, as the interview takes it. */
export function proposalOf(readings: readonly Reading[], text = ''): Proposal {
  const share = Math.floor(ALL_QUOTES / Math.max(1, readings.length));
  return proposalWith(extent(LONGEST_QUOTE, share), readings, text, extent(LONGEST_PASSAGE, share));
}

/** What is proposed at once, and what waits: of several subscriptions one comes after the other. */
interface HeardFirst {
  readonly proposal: Proposal;
  readonly later?: Later;
}

/** So many bytes there are for the answers of before together with what is proposed and what waits. */
const ROOM = 600;

/** Quotations as long as there is room for them. */
const QUOTES = [LONGEST_QUOTE, 24, 18, 12, 6, 0] as const;

/** What a line says, as the interview takes it: first the subscription that the conversation is about already. */
export function heardOf(
  conversation: Conversation,
  { readings, subscriptions }: Pick<Understanding, 'readings' | 'subscriptions'>,
  text = '',
): HeardFirst {
  if (subscriptions === undefined) return { proposal: proposalOf(readings, text) };
  const service = answerOf(conversation, 'service');
  const about = (own: readonly Reading[]): boolean =>
    own.some((each) => each.kind === 'is' && each.fact === 'service' && each.value === service);
  const first = Math.max(0, subscriptions.findIndex(about));
  const others = subscriptions.filter((_, at) => at !== first);
  const all = inOrder([...readings, ...(subscriptions[first] ?? [])]);
  // What is ruled out for all of them still has several answers: one that is given counts for its own subscription.
  const told = readings.filter(({ kind }) => kind !== 'isNot');
  const shared = told.map(({ fact }) => fact).filter((fact) => !outlasts(fact));
  const heard = (longest: number): HeardFirst => ({
    proposal: proposalWith(extent(longest), all),
    later: { waiting: others.map((own) => proposalWith(extent(longest), own)), shared },
  });
  const size = (each: HeardFirst): number =>
    Buffer.byteLength(JSON.stringify([conversation.answers.map((pair) => pair.join('=')), each]));
  const fitting = QUOTES.map(heard).find((each) => size(each) <= ROOM);
  return fitting ?? heard(0);
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
