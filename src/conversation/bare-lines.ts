import { isPlainYes, labelled, plainAnswer, plainReply } from '../language/gate/plain-answers.js';
import { placeNamed } from '../language/place.js';
import { readReply } from '../language/typed.js';
import { askedBy, notUnderstood } from './answer-turns.js';
import { isAsking } from './desk.js';
import { originOf } from './interview/state.js';
import { view } from './interview/viewed.js';
import { stay } from './screens.js';
import type { Session, Turn } from './session.js';
import { tap } from './tap.js';

/** Lines of which only what is shown tells the meaning. */

/** No list that is shown has more rows. */
const MOST_ROWS = 99;

/** "Yes", "2": what is shown tells what that means. */
function isSign({ language }: Session, text: string): boolean {
  return readReply(text, language) !== undefined || placeNamed(text, language, MOST_ROWS) !== undefined;
}

/** Whether what a line means is in what is shown: "yes", a place in a list, a word that answers; not an option's own name. */
export function isBare(session: Session, text: string): boolean {
  const { conversation, language } = session;
  const asked = askedBy(view(conversation));
  if (asked !== undefined && labelled(text, asked) !== undefined) return false;
  return isSign(session, text) || (asked !== undefined && plainAnswer(text, language, asked) !== undefined);
}

function isUnknown({ conversation, language }: Session, text: string): boolean {
  const asked = askedBy(view(conversation));
  return asked !== undefined && plainAnswer(text, language, asked) === 'unknown';
}

/**
 * Beside what is asked something else is shown that asks: "yes" and a number answer that, and nothing behind it. Only an
 * option by its own name does.
 */
export function besides(session: Session, text: string): Turn | undefined {
  const { besides: shown } = session.desk;
  if (shown === undefined) return undefined;
  const { conversation, language } = session;
  const reply = plainReply(text, language);
  // What is deleted does not come back: "OK" may mean that somebody has read what is asked, which is asked once more.
  if (shown === 'forget' && reply === true)
    return isPlainYes(text, language)
      ? tap(session, { kind: 'forgetNow', origin: originOf(conversation) })
      : tap(session, { kind: 'forget' });
  if (shown === 'forget' && reply === false) return stay(session);
  // Behind what is only read, the words of an answer mean that answer; a number, "yes" and "I don't know" could mean anything.
  const bare = isAsking(shown) ? isBare(session, text) : isSign(session, text) || isUnknown(session, text);
  if (!bare) return undefined;
  return shown === 'welcome' || !isAsking(shown) ? stay(session) : notUnderstood(session);
}
