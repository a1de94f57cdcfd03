import { bareLetters } from '../language/bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { READABLE } from '../problem/readable.js';
import { type FoundReceipt, findReceipt } from '../receipt/find-receipt.js';
import { receiptOf } from '../receipt/receipt.js';
import { reopen } from '../receipt/reopen.js';
import { cleared } from './desk.js';
import { situationOf } from './interview/state.js';
import { step } from './interview/step.js';
import { guidanceNow, stay } from './screens.js';
import type { Session, Turn } from './session.js';

const HAN = /^\p{Script=Han}/u;
/** So far before a receipt stands what denies it. */
const NEAR = 40;

/** The receipt of what is answered now; undefined while nothing is. */
function receiptNow(session: Session): string | undefined {
  const situation = situationOf(session.conversation);
  if (Object.keys(situation).length === 0) return undefined;
  return receiptOf(guidanceNow(session));
}

/** "Not MC-…" names the one that is not to be opened. */
function isDenied(before: string): boolean {
  const bare = ` ${bareLetters(before)}`;
  if (!/[\p{L}\p{M}]\s*$/u.test(before)) return false;
  return LANGUAGE_TAGS.flatMap((tag) => LANGUAGES[tag].alternatives('receipt.denied')).some((words) => {
    const denied = bareLetters(words);
    return bare.endsWith(HAN.test(denied) ? denied : ` ${denied}`);
  });
}

/** The first receipt in a text that is not denied there: neither where it stands nor, once it is, further on. */
function wanted(text: string): FoundReceipt | undefined {
  const denied = new Set<string>();
  let from = 0;
  for (;;) {
    const found = findReceipt(text.slice(from, READABLE));
    if (found === undefined) return undefined;
    const start = from + found.start;
    if (isDenied(text.slice(Math.max(0, start - NEAR), start))) denied.add(found.code);
    else if (!denied.has(found.code)) return found;
    from += found.end;
  }
}

/**
 * Opens the receipt in a text: its situation becomes a new interview. What was answered before is not lost:
 * the note gives the receipt of it. Undefined where the text holds none.
 */
export function openReceipt(session: Session, text: string): Turn | undefined {
  const found = wanted(text);
  if (found === undefined) return undefined;
  if (found.receipt === undefined) return stay(session, { kind: 'receiptMistyped' });
  const { edition, situation } = found.receipt;
  const { pinned, changed } = reopen(found.receipt);
  const before = receiptNow(session);
  if (before === found.code) return stay(session, { kind: 'knownAlready' });
  const { conversation } = step(session.conversation, { kind: 'adopt', situation, edition: pinned });
  return stay(
    { ...session, conversation, desk: cleared(session.desk) },
    { kind: 'receiptOpened', receipt: found.code, edition, changed, before },
  );
}
