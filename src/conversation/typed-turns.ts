import { plainAnswer, plainReply } from '../language/gate/plain-answers.js';
import { plainCountries } from '../language/gate/plain-countries.js';
import { readTyped } from '../language/typed.js';
import { READABLE } from '../problem/readable.js';
import { answeredWith, askedBy, nearlyAnswered, notUnderstood } from './answer-turns.js';
import { besides } from './bare-lines.js';
import { invited } from './case-turns.js';
import { commanded, losing } from './commands.js';
import { countriesNamed } from './countries-said.js';
import type { InterviewView } from './interview/shown.js';
import { ownAnswers } from './interview/state.js';
import { view } from './interview/viewed.js';
import { interview } from './interview-turns.js';
import { lateLine } from './late-lines.js';
import { inOwnWords } from './own-words-turns.js';
import { openReceipt } from './receipt-turns.js';
import { stay } from './screens.js';
import { isLate, type Seen } from './seen.js';
import type { Session, Turn } from './session.js';
import { forCustomer, speak } from './tap.js';

/** A sentence that the welcome offers, to begin with. A late tap on an old welcome has nothing to begin any more. */
export function example(session: Session, text: string): Turn {
  const { conversation } = session;
  const begins = conversation.proposal === undefined && ownAnswers(conversation).length === 0;
  return begins ? inOwnWords(session, view(conversation), { text }) : stay(session, { kind: 'stale' });
}

/** On a call each of several subscriptions has a number, which opens it. */
function byNumber(session: Session, now: InterviewView, text: string): Turn | undefined {
  const [number] = /^\d{1,2}$/.exec(text.normalize('NFKC').trim()) ?? [];
  if (session.desk.call !== true || now.kind !== 'guidance' || number === undefined) return undefined;
  const meant = now.among?.alone === false ? now.among.numbers[Number(number) - 1] : undefined;
  if (meant === undefined) return undefined;
  return interview(session, { kind: 'subscription', what: { kind: 'turnTo', number: meant } });
}

/**
 * What a typed line does: a receipt, an answer, a command, a language, or a situation in the person's own words.
 * @param seen what its writer saw, where that is known
 */
export function typed(session: Session, text: string, seen?: Seen): Turn {
  if (text.trim() === '') return stay(session);
  if (text.length > READABLE) return stay(session, { kind: 'tooLong' });
  const late = isLate(session, seen) ? lateLine(session, text, seen) : undefined;
  if (late !== undefined) return late;
  const opened = invited(session, text) ?? openReceipt(session, text);
  if (opened !== undefined) return opened;
  const aside = besides(session, text);
  if (aside !== undefined) return aside;
  const now = view(session.conversation);
  const opens = byNumber(session, now, text);
  if (opens !== undefined) return opens;
  const asked = askedBy(now);
  // Readings that are called "Yes" and "No" are chosen by those words before anything is confirmed by them.
  const answer = asked && plainAnswer(text, session.language, asked);
  if (answer !== undefined) return answeredWith(session, now, answer);
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
