import { bareLetters } from '../language/bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import { READABLE } from '../problem/readable.js';
import { receiptOfCase } from '../receipt/case-receipt.js';
import { type FoundReceipt, findReceipt } from '../receipt/find-receipt.js';
import { receiptOf } from '../receipt/receipt.js';
import { reopen, reopenCase } from '../receipt/reopen.js';
import { cleared } from './desk.js';
import { policyOf, situationOf } from './interview/state.js';
import { step } from './interview/step.js';
import { wholeCase } from './interview/viewed.js';
import { guidanceNow, stay } from './screens.js';
import type { Session, Turn } from './session.js';

const HAN = /^\p{Script=Han}/u;
/** So far before a receipt stands what denies it. */
const NEAR = 40;
/** Two Chinese words. */
const FEW_LETTERS = 4;

/** The receipt of what is answered now; undefined while nothing is. */
export function receiptNow(session: Session): string | undefined {
  const situation = situationOf(session.conversation);
  const { conversation } = session;
  // Also while something is still asked of one of them: the others are not lost.
  if (conversation.others !== undefined)
    return receiptOfCase(policyOf(conversation), wholeCase(conversation));
  return Object.keys(situation).length === 0 ? undefined : receiptOf(guidanceNow(session));
}

/** "No" is "in the" in Portuguese. */
const SMALL_WORD = /^[a-z]{1,2}$/u;
const LATIN = /\p{Script=Latin}/u;

/** The words that deny what they stand before; small ones of another language may be anything to who writes the same letters. */
function denials(reader: LanguageTag): readonly string[] {
  const latin = LATIN.test(LANGUAGES[reader].say('language.self'));
  return LANGUAGE_TAGS.flatMap((tag) => {
    const words = LANGUAGES[tag].alternatives('receipt.denied').map(bareLetters);
    return tag === reader || !latin ? words : words.filter((each) => !SMALL_WORD.test(each));
  });
}

/** "Not MC-…" names the one that is not to be opened. */
function isDenied(before: string, reader: LanguageTag): boolean {
  if (!/[\p{L}\p{M}]\s*$/u.test(before)) return false;
  const clause = bareLetters(before.slice(before.search(/[^.,;:!?。，；：！？\n]*$/u)));
  // "I do not mean MC-…": what denies it may have some words behind it.
  const words = ` ${clause}`.split(' ');
  return denials(reader).some((denied) =>
    HAN.test(denied)
      ? clause.slice(-denied.length - FEW_LETTERS).includes(denied)
      : [0, 1, 2, 3].some((fewer) =>
          words
            .slice(0, words.length - fewer)
            .join(' ')
            .endsWith(` ${denied}`),
        ),
  );
}

/** The first receipt in a text that is not denied there: neither where it stands nor, once it is, further on. */
function wanted(text: string, reader: LanguageTag): FoundReceipt | undefined {
  const denied = new Set<string>();
  let from = 0;
  for (;;) {
    const found = findReceipt(text.slice(from, READABLE));
    if (found === undefined) return undefined;
    const start = from + found.start;
    if (isDenied(text.slice(Math.max(0, start - NEAR), start), reader)) denied.add(found.code);
    else if (!denied.has(found.code)) return found;
    from += found.end;
  }
}

/** What a receipt opens, under which edition, and what that says differently today: of a case, for the first that it concerns. */
function opening({ receipt, whole }: FoundReceipt) {
  if (whole !== undefined) {
    const { pinned, changed } = reopenCase(whole);
    const event = { kind: 'adoptCase', all: whole.all, edition: pinned } as const;
    return { event, edition: whole.edition, changed: changed.find((each) => each !== undefined) };
  }
  if (receipt === undefined) return undefined;
  const { pinned, changed } = reopen(receipt);
  const event = { kind: 'adopt', situation: receipt.situation, edition: pinned } as const;
  return { event, edition: receipt.edition, changed };
}

/** Whether a text would open a receipt. */
export function opensReceipt({ language }: Session, text: string): boolean {
  const found = wanted(text, language);
  return found !== undefined && opening(found) !== undefined;
}

/**
 * Opens the receipt in a text: its situation becomes a new interview. What was answered before is not lost:
 * the note gives the receipt of it. Undefined where the text holds none.
 */
export function openReceipt(session: Session, text: string): Turn | undefined {
  const found = wanted(text, session.language);
  if (found === undefined) return undefined;
  const opened = opening(found);
  if (opened === undefined) return stay(session, { kind: 'receiptMistyped' });
  const { event, edition, changed } = opened;
  const before = receiptNow(session);
  if (before === found.code) return stay(session, { kind: 'knownAlready' });
  const { conversation } = step(session.conversation, event);
  return stay(
    { ...session, conversation, desk: cleared(session.desk) },
    { kind: 'receiptOpened', receipt: found.code, edition, changed, before },
  );
}
