import { differenceOf } from '../policy/compare/difference.js';
import type { Conversation } from './interview/state.js';
import { guidanceIn, view } from './interview/state.js';
import type { AnswerChangedNote } from './view.js';

/** The conversation as if no question were being put again: what it came to before. */
function settled(conversation: Conversation): Conversation {
  const { asking: _, proposal: __, ...rest } = conversation;
  return rest;
}

/** What another answer has changed in the guidance; undefined where there was none, or where no answer was changed. */
export function answerChanged(before: Conversation, after: Conversation): AnswerChangedNote | undefined {
  if (before.interview !== after.interview || before.turn === after.turn) return undefined;
  if (before.edition !== after.edition) return undefined;
  const [old, now] = [view(settled(before)), view(after)];
  if (old.kind !== 'guidance' || now.kind !== 'guidance') return undefined;
  const changed = old.answers.filter(([fact, value]) =>
    after.answers.some(([known, answer]) => known === fact && answer !== value),
  );
  const [only] = changed;
  if (only === undefined) return undefined;
  const difference = differenceOf(guidanceIn(settled(before)), guidanceIn(after));
  return { kind: 'answerChanged', facts: changed.map(([fact]) => fact), difference };
}
