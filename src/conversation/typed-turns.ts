import { labelled, plainAnswer, plainReply } from '../language/gate/plain-answers.js';
import { plainCountries } from '../language/gate/plain-countries.js';
import { placeNamed } from '../language/place.js';
import { type OpenQuestion, readReply, readTyped } from '../language/typed.js';
import type { Understanding } from '../language/understand/understand.js';
import type { Answer, FactId } from '../policy/facts.js';
import { READABLE } from '../problem/readable.js';
import { invited } from './case-turns.js';
import { type Afresh, afresh, commanded, losing, type WrittenLine } from './commands.js';
import { countriesNamed, countriesSaid, regionRead } from './countries-said.js';
import { isAsking } from './desk.js';
import { hear, heardOf, onTable, quote } from './hear.js';
import { type InterviewView, originOf, ownAnswers, view, waitingServices } from './interview/state.js';
import { openReceipt } from './receipt-turns.js';
import { answerToRule } from './rule-answer.js';
import { remark, stay } from './screens.js';
import { isLate, type Seen } from './seen.js';
import type { Session, Turn } from './session.js';
import { forCustomer, interview, nextSubscription, speak, tap } from './tap.js';

/** No list that is shown has more rows. */
const MOST_ROWS = 99;

/** The question on the table, or the choice between readings. */
function askedBy(now: InterviewView): OpenQuestion | undefined {
  if (now.kind === 'question') return now;
  return now.kind === 'understood' ? now.unclear : undefined;
}

function answered(
  session: Session,
  now: InterviewView,
  value: OpenQuestion['options'][number] | 'unknown',
): Turn {
  if (now.kind === 'question') return interview(session, { kind: 'answer', fact: now.fact, value });
  if (now.kind !== 'understood' || now.unclear === undefined) return stay(session);
  const { fact, options } = now.unclear;
  // The number after the choices is the row that takes none of them.
  return (options as readonly unknown[]).includes(value)
    ? interview(session, { kind: 'accept', fact, value })
    : interview(session, { kind: 'accept', fact });
}

/** What is all but an answer is shown before it counts. */
function nearly(session: Session, fact: FactId, value: Answer, text: string): Turn {
  const read = [fact, value, quote(text.trim())] as const;
  return interview(session, { kind: 'propose', proposal: { read: [read], unclear: [], excluded: [] } });
}

/** The same for one of the readings that are shown to choose from; "none of them" has to be plain. */
function nearlyAnswered(session: Session, asked: OpenQuestion, value: Answer, text: string): Turn {
  const open = view(session.conversation).kind === 'question';
  const offered = (asked.options as readonly Answer[]).includes(value);
  return open || offered ? nearly(session, asked.fact, value, text) : notUnderstood(session);
}

function intended(session: Session, now: InterviewView, { intent }: Understanding, line: WrittenLine): Turn {
  switch (intent) {
    case undefined:
      return notUnderstood(session);
    case 'unknown':
      return now.kind === 'question'
        ? nearly(session, now.fact, 'unknown', line.text)
        : notUnderstood(session);
    case 'greeting':
      return tap(session, { kind: 'help' });
    case 'thanks':
      return remark(session, { kind: 'youAreWelcome' });
    default:
      return commanded(session, intent, line);
  }
}

function notUnderstood(session: Session): Turn {
  return stay(session, { kind: 'notUnderstood' });
}

/** A language for the reader is chosen at once, one for the customer as well; the rest of the line still counts. */
function spoken(session: Session, { speech }: Understanding): Turn | undefined {
  if (speech === undefined) return undefined;
  return speech.whose === 'asker' ? speak(session, speech.language) : forCustomer(session, speech.language);
}

/** Who begins with another customer, or subscription, has the answers of the one before out of the way. */
function begun(session: Session, heard: Understanding, line: WrittenLine): Afresh {
  const other: Afresh = says(heard) ? afresh(session, line, heard.afresh) : { kind: 'goesOn' };
  if (other.kind !== 'goesOn' || !isLater(session, heard)) return other;
  return { kind: 'begins', turn: nextSubscription(session) };
}

function says({ readings, subscriptions }: Understanding): boolean {
  return readings.length > 0 || subscriptions !== undefined;
}

/** Whoever names the product that waits for its turn goes on with that. */
function isLater({ conversation }: Session, { readings, subscriptions }: Understanding): boolean {
  const [waiting] = waitingServices(conversation);
  if (subscriptions !== undefined || waiting === undefined) return false;
  if (view(conversation).kind !== 'guidance') return false;
  return readings.some((each) => each.kind === 'is' && each.fact === 'service' && each.value === waiting);
}

/** "It's another country" is no answer about the region: which two countries, is the question. */
function whichCountries(session: Session, now: InterviewView): Turn | undefined {
  if (now.kind === 'understood') return undefined;
  const turn = interview(session, { kind: 'change', fact: 'region' });
  const { conversation, view: shown } = turn;
  if (conversation.asking !== 'region') return undefined;
  return { ...turn, view: { ...shown, notes: [...shown.notes, { kind: 'countriesNeeded' }] } };
}

function inOwnWords(session: Session, now: InterviewView, line: WrittenLine): Turn {
  const { text } = line;
  const heard = hear(session, onTable(now), text);
  // A question about the rules is answered beside what is shown, and answers nothing itself.
  if (heard.question !== undefined) return stay(session, answerToRule(session.conversation, heard.question));
  const start = begun(session, heard, line);
  if (start.kind === 'hindered') return start.turn;
  const { interview: before } = session.conversation;
  const isAnother = start.kind === 'begins' && start.turn.conversation.interview !== before;
  const located = isAnother ? undefined : countriesSaid(session, now, text, heard);
  if (located !== undefined) return located;
  const anew = start.kind === 'begins' ? start.turn : undefined;
  const turned = spoken(anew ?? session, heard);
  if (says(heard)) {
    const from = turned ?? anew ?? session;
    const proposed = interview(from, {
      kind: 'propose',
      ...heardOf(from.conversation, heard, text),
      named: regionRead(session, text, heard),
    });
    // Of a new start the line itself tells; what the answers of before came to does not stand in it.
    const told = anew?.view.notes.filter(({ kind }) => kind === 'nextBegun') ?? [];
    const notes = [...told, ...proposed.view.notes];
    return {
      ...proposed,
      view: { ...proposed.view, notes },
      languageChosen: turned?.languageChosen === true,
    };
  }
  if (turned !== undefined) return turned;
  const asking = heard.abroad ? whichCountries(session, now) : undefined;
  if (asking !== undefined) return asking;
  return intended(session, now, heard, line);
}

/** "Yes", "2": what is shown tells what that means. */
function isSign({ language }: Session, text: string): boolean {
  return readReply(text, language) !== undefined || placeNamed(text, language, MOST_ROWS) !== undefined;
}

/** Whether what a line means is in what is shown: "yes", a place in a list, a word that answers; not an option's own name. */
function isBare(session: Session, text: string): boolean {
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
function besides(session: Session, text: string): Turn | undefined {
  const { besides: shown } = session.desk;
  if (shown === undefined) return undefined;
  const { conversation, language } = session;
  const reply = plainReply(text, language);
  if (shown === 'forget' && reply === true)
    return tap(session, { kind: 'forgetNow', origin: originOf(conversation) });
  if (shown === 'forget' && reply === false) return stay(session);
  // Behind what is only read, the words of an answer mean that answer; a number, "yes" and "I don't know" could mean anything.
  const bare = isAsking(shown) ? isBare(session, text) : isSign(session, text) || isUnknown(session, text);
  if (!bare) return undefined;
  return shown === 'welcome' || !isAsking(shown) ? stay(session) : notUnderstood(session);
}

/** A sentence that the welcome offers, to begin with. A late tap on an old welcome has nothing to begin any more. */
export function example(session: Session, text: string): Turn {
  const { conversation } = session;
  const begins = conversation.proposal === undefined && ownAnswers(conversation).length === 0;
  return begins ? inOwnWords(session, view(conversation), { text }) : stay(session, { kind: 'stale' });
}

/**
 * What a typed line does: a receipt, an answer, a command, a language, or a situation in the person's own words.
 * @param seen what its writer saw, where that is known
 */
export function typed(session: Session, text: string, seen?: Seen): Turn {
  if (text.trim() === '') return stay(session);
  if (text.length > READABLE) return stay(session, { kind: 'tooLong' });
  if (isLate(session, seen) && isBare(session, text)) return stay(session, { kind: 'stale' });
  const opened = invited(session, text) ?? openReceipt(session, text);
  if (opened !== undefined) return opened;
  const aside = besides(session, text);
  if (aside !== undefined) return aside;
  const now = view(session.conversation);
  const asked = askedBy(now);
  // Readings that are called "Yes" and "No" are chosen by those words before anything is confirmed by them.
  const answer = asked && plainAnswer(text, session.language, asked);
  if (answer !== undefined) return answered(session, now, answer);
  const reply = now.kind === 'understood' ? plainReply(text, session.language) : undefined;
  if (reply !== undefined) return interview(session, { kind: reply ? 'accept' : 'dismiss' });
  // "RU" is a country where countries are asked for, and a language elsewhere.
  const named = asked?.fact === 'region' ? plainCountries(text, session.language) : undefined;
  if (named !== undefined) return countriesNamed(session, named, text);
  const read = readTyped(text, session.language, asked);
  switch (read.kind) {
    case 'answer':
      return asked === undefined ? notUnderstood(session) : nearlyAnswered(session, asked, read.value, text);
    case 'command':
      return commanded(session, read.command, { text, seen });
    case 'change':
      return interview(session, { kind: 'change', fact: read.fact });
    case 'language':
      return speak(session, read.tag);
    case 'customer':
      return forCustomer(session, read.tag);
    case 'nothing':
      return losing(session, { text, seen }) ?? inOwnWords(session, now, { text, seen });
  }
}
