import type { Action } from './action.js';
import { withShown } from './desk.js';
import { keptAlong } from './kept-along.js';
import { remark, show, stay } from './screens.js';
import type { Seen } from './seen.js';
import type { Session, Turn } from './session.js';
import { tap } from './tap.js';
import { example, typed } from './typed-turns.js';

/** What a person did, as far as the dialog cares. */
export type Input =
  | { readonly kind: 'arrive' }
  | { readonly kind: 'text'; readonly text: string; readonly seen?: Seen | undefined }
  /** A tap; undefined data is data that no card of ours carries. */
  | { readonly kind: 'tap'; readonly action: Action | undefined }
  | { readonly kind: 'attachment' }
  | { readonly kind: 'reaction' };

/** One turn of the dialog, without words or activities: what the person did, and what to show next. Total. */
export function converse(session: Session, input: Input): Turn {
  const turn = carriedOut(session, input);
  // A tap on somebody else's card changes nothing.
  if (turn.view.notes.some(({ kind }) => kind === 'foreign')) return turn;
  return keptAlong(session, { ...turn, desk: withShown(turn.desk, turn.view.screen.kind) });
}

function carriedOut(session: Session, input: Input): Turn {
  switch (input.kind) {
    case 'arrive':
      return show(session, { kind: 'welcome' });
    case 'text':
      return typed(session, input.text, input.seen);
    case 'tap':
      return input.action?.kind === 'say' ? example(session, input.action.text) : tap(session, input.action);
    case 'attachment':
      return stay(session, { kind: 'noAttachments' });
    case 'reaction':
      return remark(session, { kind: 'reaction' });
  }
}
