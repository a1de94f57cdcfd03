import type { Last } from './deliveries.js';
import type { Desk } from './dialog/desk.js';
import type { LanguageTag } from './language/languages.js';
import type { Conversation } from './policy/conversation.js';
import { isAnswer, isFactId } from './policy/facts.js';
import { Kept } from './policy/kept.js';
import type { Progress } from './policy/progress.js';
import type { Proposal } from './policy/proposal.js';

/** What is kept of one person in one conversation. */
export interface ConversationRecord {
  readonly conversation: Conversation;
  /** The language of the last turn, for activities that carry no locale. */
  readonly language: LanguageTag;
  /** Absent where nothing lies on it. */
  readonly desk?: Desk;
  /** How far the interview has come, where it is not just begun, or not begun at all. */
  readonly progress?: Progress;
  /** The last deliveries that were carried out. */
  readonly recent: readonly string[];
  /** What the last of them was, where it was a tap that changed the conversation. */
  readonly last?: Last;
}

/** The same as it is stored: under 1 KB, however much was answered and said. */
export type StoredRecord = Omit<ConversationRecord, 'conversation'> & {
  readonly conversation: Omit<Conversation, 'answers' | 'proposal'> & {
    /** `cloud=public partner=directBill`; in records of before, the answers as they are. */
    readonly answers: string | Conversation['answers'];
    /** Without the lists that are empty. */
    readonly proposal?: Partial<Proposal>;
  };
};

export function packed({ conversation, ...rest }: ConversationRecord): StoredRecord {
  const { answers: pairs, proposal, ...others } = conversation;
  const answers = pairs.map(([fact, value]) => `${fact}=${value}`).join(' ');
  const lists = Object.entries(proposal ?? {}).filter(([, list]) => list.length > 0);
  const waiting = proposal === undefined ? {} : { proposal: Object.fromEntries(lists) };
  return { ...rest, conversation: { ...others, answers, ...waiting } };
}

/** Answers that were read lately; many people give the same. */
const read = new Kept<Conversation['answers']>(1000);

function answersOf(answers: StoredRecord['conversation']['answers']): Conversation['answers'] {
  if (typeof answers !== 'string') return answers;
  return read.of(answers, () =>
    answers.split(' ').flatMap((pair) => {
      const [fact, value] = pair.split('=');
      return isFactId(fact) && isAnswer(fact, value) ? [[fact, value] as const] : [];
    }),
  );
}

/** Throws nothing: an answer that this version does not know is left out. */
export function unpacked({ conversation, ...rest }: StoredRecord): ConversationRecord {
  const { answers, proposal, ...others } = conversation;
  const waiting = proposal && { proposal: { read: [], unclear: [], excluded: [], ...proposal } };
  return { ...rest, conversation: { ...others, answers: answersOf(answers), ...waiting } };
}
