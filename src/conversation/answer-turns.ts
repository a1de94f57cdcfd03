import type { OpenQuestion } from '../language/typed.js';
import type { Answer, FactId } from '../policy/facts.js';
import { quote } from './hear.js';
import type { InterviewView } from './interview/shown.js';
import { view } from './interview/viewed.js';
import { interview } from './interview-turns.js';
import { stay } from './screens.js';
import type { Session, Turn } from './session.js';

/** The question on the table, or the choice between readings. */
export function askedBy(now: InterviewView): OpenQuestion | undefined {
  if (now.kind === 'question') return now;
  return now.kind === 'understood' ? now.unclear : undefined;
}

export function answeredWith(
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
export function nearly(session: Session, fact: FactId, value: Answer, text: string): Turn {
  const read = [fact, value, quote(text.trim())] as const;
  return interview(session, { kind: 'propose', proposal: { read: [read], unclear: [], excluded: [] } });
}

/** The same for one of the readings that are shown to choose from; "none of them" has to be plain. */
export function nearlyAnswered(session: Session, asked: OpenQuestion, value: Answer, text: string): Turn {
  const open = view(session.conversation).kind === 'question';
  const offered = (asked.options as readonly Answer[]).includes(value);
  return open || offered ? nearly(session, asked.fact, value, text) : notUnderstood(session);
}

export function notUnderstood(session: Session): Turn {
  return stay(session, { kind: 'notUnderstood' });
}
