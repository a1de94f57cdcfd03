import type { Input } from '../dialog/dialog.js';
import type { Turn } from '../dialog/session.js';
import { type Conversation, view } from '../policy/conversation.js';
import type { Measures } from './measures.js';

/** Channels that are counted apart; an id that somebody made up counts among the others. */
const CHANNELS: ReadonlySet<string> = new Set(['msteams', 'directline', 'webchat', 'emulator']);

/** What a person did, as a label: the kind of tap, or that they typed. */
function inputLabel(input: Input): string {
  return input.kind === 'tap' ? (input.action?.kind ?? 'unreadable') : input.kind;
}

const CORRECTIONS: ReadonlySet<string> = new Set(['change', 'back', 'dismiss']);

/** What came of a line in the person's own words; undefined where the line was something else. */
function heardLabel(
  input: Input,
  { view: { notes }, conversation }: Turn,
  before: Conversation,
): string | undefined {
  if (input.kind !== 'text') return undefined;
  if (notes.some(({ kind }) => kind === 'notUnderstood')) return 'nothing';
  const { proposal } = conversation;
  if (proposal === undefined || proposal === before.proposal) return undefined;
  return proposal.unclear.length > 0 ? 'unclear' : 'read';
}

/** Counts what a turn was about, from what was stored before it and what came out of it. */
export function observeTurn(
  measures: Measures,
  channel: string,
  input: Input,
  before: Conversation,
  turn: Turn,
): void {
  measures.turns.inc({ channel: CHANNELS.has(channel) ? channel : 'other', input: inputLabel(input) });
  measures.languages.inc({ language: turn.language });
  const heard = heardLabel(input, turn, before);
  if (heard !== undefined) measures.heard.inc({ result: heard });
  const action = input.kind === 'tap' ? input.action?.kind : undefined;
  if (action !== undefined && CORRECTIONS.has(action)) measures.corrections.inc({ kind: action });
  if (turn.conversation === before) return;
  observeInterview(measures, before, turn.conversation);
}

function observeInterview(measures: Measures, before: Conversation, after: Conversation): void {
  const now = view(after);
  const known = new Map(before.answers);
  for (const [fact, value] of after.answers) {
    if (value === 'unknown' && known.get(fact) !== 'unknown') measures.unknown.inc({ fact });
  }
  const fresh = before.interview !== after.interview || before.answers.length === 0;
  if (fresh && after.answers.length > 0) measures.interviews.inc({ state: 'begun' });
  if (now.kind === 'question') measures.questions.inc({ fact: now.fact });
  if (now.kind !== 'guidance') return;
  const { eligibility, edition } = now.guidance;
  measures.guidance.inc({ eligibility, edition });
  const first = view(before).kind !== 'guidance' || before.interview !== after.interview;
  if (first) measures.interviews.inc({ state: 'finished' });
}
