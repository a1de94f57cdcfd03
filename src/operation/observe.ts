import type { Input } from '../conversation/dialog.js';
import { factAsked, isAdopted, PROGRESS } from '../conversation/interview/progress.js';
import { isRuleNote } from '../conversation/rule-answer.js';
import { interviewIn } from '../conversation/view.js';
import type { SessionTurn } from '../turn/sessions.js';
import type { Measures } from './measures.js';

/** What a person did, as a label: the kind of tap, or that they typed. */
function inputLabel(input: Input): string {
  if (input.kind !== 'tap') return input.kind;
  const kind = input.action?.kind ?? 'unreadable';
  return kind === 'remind' ? 'case' : kind;
}

/** What came of a line in the person's own words; undefined where the line was something else. */
function heardLabel(input: Input, turn: SessionTurn): string | undefined {
  if (input.kind !== 'text') return undefined;
  const { notes } = turn.view;
  if (notes.some(({ kind }) => kind === 'notUnderstood')) return 'nothing';
  for (const kind of ['tooLong', 'notInPolicy'] as const)
    if (notes.some((note) => note.kind === kind)) return kind;
  if (notes.some(isRuleNote)) return 'question';
  const { before, conversation } = turn;
  const { proposal } = conversation;
  // What is left of a proposal of before was not said just now.
  const proposed =
    proposal !== undefined && proposal !== before.proposal && conversation.answers === before.answers;
  if (!proposed) return undefined;
  return proposal.unclear.length > 0 ? 'unclear' : 'read';
}

/** Answers given before that are others now, or none; and what was proposed and not taken. */
function observeCorrections(measures: Measures, { before, conversation: after }: SessionTurn): void {
  const now = new Map(after.answers);
  for (const [fact, value] of before.answers) {
    if (now.get(fact) === value) continue;
    measures.corrections.inc({ kind: now.has(fact) ? 'changed' : 'takenBack' });
  }
  const dismissed = before.proposal !== undefined && after.proposal === undefined;
  if (dismissed && before.answers === after.answers) measures.corrections.inc({ kind: 'dismissed' });
}

function observeUnknown(measures: Measures, { before, conversation: after }: SessionTurn): void {
  const known = new Map(before.answers);
  for (const [fact, value] of after.answers) {
    if (value === 'unknown' && known.get(fact) !== 'unknown') measures.unknown.inc({ fact });
  }
}

/** What was answered by the end of an interview, each fact alone: which answers go together is counted nowhere. */
function observeAnswers(measures: Measures, { conversation }: SessionTurn): void {
  for (const [fact, option] of conversation.answers) {
    if (option !== 'unknown') measures.answers.inc({ answer: `${fact}.${option}` });
  }
}

function observeInterview(measures: Measures, turn: SessionTurn): void {
  const { before, conversation: after, progress } = turn;
  if (isAdopted(before, after)) measures.interviews.inc({ state: 'opened' });
  else if (before.interview === after.interview) {
    observeUnknown(measures, turn);
    observeCorrections(measures, turn);
    for (const state of ['begun', 'finished'] as const) {
      const [from, to] = progress;
      if (from >= PROGRESS[state] || to < PROGRESS[state]) continue;
      measures.interviews.inc({ state });
      if (state === 'finished') observeAnswers(measures, turn);
    }
  }
}

/** Counts the question or the guidance that the turn came to; shown once more, neither counts again. */
function observeShown(measures: Measures, turn: SessionTurn): void {
  const { before, conversation: after, progress } = turn;
  const now = interviewIn(turn.view);
  if (now?.kind === 'guidance' && before !== after) {
    const { eligibility, edition } = now.guidance;
    measures.guidance.inc({ eligibility, edition });
  }
  if (now?.kind !== 'question') return;
  const another = before.interview !== after.interview || progress[0] === PROGRESS.none;
  const onTable = another ? undefined : before === after ? now.fact : factAsked(before);
  if (now.fact !== onTable) measures.questions.inc({ fact: now.fact });
}

/** Counts what was thought of the guidance. A reason comes after the opinion that it belongs to, which is counted. */
function observeOpinions(measures: Measures, input: Input, { effects }: SessionTurn): void {
  if (input.kind === 'tap' && input.action?.kind === 'reason') return;
  for (const effect of effects) {
    if (effect.kind === 'feedback') measures.opinions.inc({ opinion: effect.helped ? 'helped' : 'wrong' });
  }
}

/** Counts what a turn was about, from what was stored before it and what came out of it. */
export function observeTurn(measures: Measures, channel: string, input: Input, turn: SessionTurn): void {
  measures.turns.inc({ channel, input: inputLabel(input) });
  measures.languages.inc({ language: turn.language });
  const heard = heardLabel(input, turn);
  if (heard !== undefined) measures.heard.inc({ result: heard });
  observeOpinions(measures, input, turn);
  observeShown(measures, turn);
  if (turn.conversation !== turn.before) observeInterview(measures, turn);
}
