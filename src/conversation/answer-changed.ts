import { differenceOf } from '../policy/compare/difference.js';
import type { AnswerChangedNote } from './dialog-note.js';
import type { Conversation } from './interview/state.js';
import { guidanceIn, view } from './interview/viewed.js';

/** Of more changes nobody asks what each has done, and a conversation has to stay small. */
const MOST = 3;

type Since = NonNullable<Conversation['since']>;

/** The conversation as if no question were being put again: what it came to before. */
function settled(conversation: Conversation): Conversation {
  const { asking: _, proposal: __, ...rest } = conversation;
  return rest;
}

/** What was answered otherwise when there was guidance last; undefined where there was none in this interview. */
function sinceGuidance(before: Conversation, after: Conversation): Since | undefined {
  const old = view(settled(before));
  const known = before.since ?? (old.kind === 'guidance' ? [] : undefined);
  if (known === undefined) return undefined;
  const counted = before.since === undefined ? old.answers : before.answers;
  const answered = new Map(after.answers);
  const changed = counted.filter(
    ([fact, value]) =>
      answered.has(fact) && answered.get(fact) !== value && !known.some(([each]) => each === fact),
  );
  // What is answered as it was is no change.
  return [...known, ...changed].filter(([fact, value]) => answered.get(fact) !== value);
}

/** What the changed answers came to before. */
function undone(conversation: Conversation, since: Since): Conversation {
  const before = new Map(since);
  const answers = conversation.answers.map(([fact, value]) => [fact, before.get(fact) ?? value] as const);
  return { ...settled(conversation), answers };
}

/**
 * What another answer has changed in the guidance, told once there is guidance again: the change may lead to further
 * questions. Until then the conversation keeps what was answered before.
 */
export function answerChanged(
  before: Conversation,
  after: Conversation,
): { readonly conversation: Conversation; readonly note?: AnswerChangedNote } {
  const { since: _, ...plain } = after;
  if (before.turn === after.turn) return { conversation: after };
  if (before.interview !== after.interview || before.edition !== after.edition)
    return { conversation: plain };
  const since = sinceGuidance(before, after);
  if (since === undefined || since.length === 0) return { conversation: plain };
  if (since.length > MOST) return { conversation: plain };
  if (view(after).kind !== 'guidance') return { conversation: { ...plain, since } };
  const difference = differenceOf(guidanceIn(undone(plain, since)), guidanceIn(plain));
  const note = { kind: 'answerChanged', facts: since.map(([fact]) => fact), difference } as const;
  return { conversation: plain, note };
}
