import { hash } from 'node:crypto';
import { converse, type Input } from '../conversation/dialog.js';
import type { DialogNote } from '../conversation/dialog-note.js';
import type { Session, Turn } from '../conversation/session.js';

/**
 * What was delivered last. A channel that waits too long for an answer sends the activity again, first under the same
 * id and then under a new one; what a card was tapped for is then known by the tap itself.
 */
export interface Last {
  /** The tap, if it was one that changed the conversation. */
  readonly tap: string;
  /** What was told beside the answer. */
  readonly notes?: readonly DialogNote[];
}

/** So many deliveries are remembered; a channel repeats one within seconds, not after this many turns. */
const REMEMBERED = 6;

/** An empty message: it shows where the person is. */
const NOTHING_NEW: Input = { kind: 'text', text: '' };

/** 48 bits: enough to tell a handful apart. */
function short(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 8);
}

/** What tells a tap from every other one: what it is for, and the turn it was drawn in. Undefined for anything else. */
function tapOf(input: Input): string | undefined {
  if (input.kind !== 'tap' || input.action?.origin === undefined) return undefined;
  return short(JSON.stringify(input.action));
}

/** A delivery in short: its id, and the tap that it carries. */
export interface NamedDelivery {
  readonly id: string | undefined;
  readonly tap: string | undefined;
}

export function deliveryName(delivery: string | undefined, input: Input): NamedDelivery {
  return { id: delivery === undefined ? undefined : short(delivery), tap: tapOf(input) };
}

/** What is remembered of deliveries. */
export interface Remembered {
  /** The last deliveries that were carried out, by their ids. */
  readonly recent: readonly string[];
  readonly last?: Last;
}

/** Whether it was carried out before: the same id, or the tap that led to where the conversation is. */
export function isRepeated({ recent, last }: Remembered, { id, tap }: NamedDelivery): boolean {
  if (id !== undefined && recent.includes(id)) return true;
  return last !== undefined && last.tap === tap;
}

/** What to remember after a turn. */
export function remembering(
  { recent: before, last }: Remembered,
  { id, tap }: NamedDelivery,
  { conversation }: Session,
  turn: Turn,
): Remembered {
  const recent = id === undefined ? before : [...before, id].slice(-REMEMBERED);
  if (turn.conversation.turn === conversation.turn) {
    return { recent, ...(last === undefined ? {} : { last }) };
  }
  // What another answer has changed is long, and told once.
  const notes = turn.view.notes.filter(({ kind }) => kind !== 'answerChanged');
  const led = tap === undefined ? {} : { last: { tap, ...(notes.length === 0 ? {} : { notes }) } };
  return { recent, ...led };
}

/**
 * The answer to a repeated delivery: the same as the first time if nothing has happened since, or else where the
 * person is now. It changes nothing and has no effects.
 */
export function answerAgain(
  session: Session,
  input: Input,
  { tap }: NamedDelivery,
  last: Last | undefined,
): Turn {
  const turn = converse(session, input);
  const changes = turn.conversation !== session.conversation || turn.desk !== session.desk;
  const opinions = turn.effects.every(({ kind }) => kind === 'feedback');
  const led = last !== undefined && last.tap === tap;
  if (!led && !changes && opinions) return { ...turn, effects: [] };
  const now = converse(session, NOTHING_NEW);
  return led ? { ...now, view: { ...now.view, notes: last.notes ?? [] } } : now;
}
