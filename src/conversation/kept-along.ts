import type { CaseAnswersNow } from './case-deed.js';
import type { Desk } from './desk.js';
import { allOf, sharedAnswers } from './interview/others.js';
import type { Conversation } from './interview/state.js';
import type { Session, Turn } from './session.js';
import { doneOf } from './ticks.js';

/** The steps that are done for some subscription, in the order in which they were. */
function doneSteps(conversation: Conversation, { done = [] }: Desk): CaseAnswersNow['done'] {
  return [...new Set(allOf(conversation).flatMap(({ number }) => doneOf(done, number)))];
}

/** What of a conversation a case keeps; not a subscription of which nothing is said yet. */
export function caseAnswersNow({
  conversation,
  desk,
}: Pick<Session, 'conversation' | 'desk'>): CaseAnswersNow {
  const all = allOf(conversation).map(({ answers }) => answers);
  const said = all.filter(({ length }) => length > 0);
  return {
    shared: sharedAnswers(conversation),
    subscriptions: said.length === 0 ? [[]] : said,
    edition: conversation.edition,
    done: doneSteps(conversation, desk),
  };
}

/** What a turn has changed of a case that is kept is changed there as well. */
export function keptAlong(before: Session, turn: Turn): Turn {
  const { kept } = before.desk;
  if (kept === undefined || turn.desk.kept !== kept) return turn;
  if (before.conversation === turn.conversation && before.desk.done === turn.desk.done) return turn;
  // What is done about the case itself says so itself.
  if (turn.effects.some(({ kind }) => kind === 'case' || kind === 'forget')) return turn;
  const was = caseAnswersNow(before);
  const now = caseAnswersNow(turn);
  if (JSON.stringify(was) === JSON.stringify(now)) return turn;
  const deed = { what: 'carry', case: kept, before: was, now } as const;
  return { ...turn, effects: [...turn.effects, { kind: 'case', deed }] };
}
