import type { FactId } from '../../policy/facts.js';
import type { InterviewView } from './shown.js';
import { type Conversation, ownAnswers } from './state.js';
import { questionOf } from './viewed.js';

/** How far an interview has ever come; for counting only, nothing is decided by it. */
export const PROGRESS = { none: 0, asked: 1, begun: 2, finished: 3 } as const;
export type Progress = (typeof PROGRESS)[keyof typeof PROGRESS];

/** The fact that is asked for; undefined where it is guidance, or something to confirm. */
export function factAsked(conversation: Conversation): FactId | undefined {
  const { asking, proposal } = conversation;
  if (asking !== undefined) return asking;
  return proposal === undefined ? questionOf(conversation)?.fact : undefined;
}

/** What is known of an interview whose progress was not kept: a first answer, if there is one. */
export function leastProgress(conversation: Conversation): Progress {
  return ownAnswers(conversation).length === 0 ? PROGRESS.none : PROGRESS.begun;
}

/** Whether a situation was taken over as a whole, such as that of a receipt: nobody was asked for it. */
export function isAdopted(before: Conversation, after: Conversation): boolean {
  const another = before.interview !== after.interview && ownAnswers(after).length > 0;
  // The next subscription of a customer begins with what is to be confirmed.
  return another && after.proposal === undefined;
}

/** What a view shows that it came to. */
function shownBy(now: InterviewView['kind'] | undefined): Progress {
  if (now === 'guidance') return PROGRESS.finished;
  return now === 'question' ? PROGRESS.asked : PROGRESS.none;
}

/**
 * How far the interview has come after a turn.
 * @param sofar how far it had come before it
 * @param now what the turn shows of the interview; undefined where it shows something else, and so changes nothing
 */
export function progressAfter(
  sofar: Progress,
  before: Conversation,
  after: Conversation,
  now: InterviewView['kind'] | undefined,
): Progress {
  const shown = shownBy(now);
  // Nobody was asked for what a receipt says: it may be finished, but it is not begun.
  if (before.interview !== after.interview) return shown;
  const answered = before === after ? PROGRESS.none : leastProgress(after);
  const all: readonly Progress[] = [sofar, shown, answered];
  return all.reduce((furthest, each) => (each > furthest ? each : furthest));
}
