import type { Action } from '../../src/conversation/action.js';
import { converse } from '../../src/conversation/dialog.js';
import type { DialogNote } from '../../src/conversation/dialog-note.js';
import { begin, type Origin, originOf } from '../../src/conversation/interview/state.js';
import { step } from '../../src/conversation/interview/step.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import type { LanguageTag } from '../../src/language/languages.js';
import type { EditionId } from '../../src/policy/edition.js';
import type { Answer, Situation } from '../../src/policy/facts.js';

/** Somebody who talks to the dialog: what they type and tap, and what is to be seen of it. */

export const DAY = '2026-11-21';

export function fresh(language: LanguageTag = 'en', handOver = true, key = 'k1'): Session {
  return { conversation: begin(key), language, desk: {}, around: { day: DAY, handOver, retentionDays: 30 } };
}

/** Somebody who has given these answers already. */
export function having(session: Session, situation: Situation, edition?: EditionId): Session {
  const { conversation } = step(session.conversation, { kind: 'adopt', situation, edition });
  return { ...session, conversation };
}

export function say(session: Session, line: string): Turn {
  return converse(session, { kind: 'text', text: line });
}

export function tap(session: Session, action: Action | undefined): Turn {
  return converse(session, { kind: 'tap', action });
}

export function notes({ view: { notes: all } }: Turn): readonly DialogNote['kind'][] {
  return all.map(({ kind }) => kind);
}

export function origin({ conversation }: Session): Origin {
  return originOf(conversation);
}

export function known({ conversation }: Session): Readonly<Record<string, Answer>> {
  return Object.fromEntries(conversation.answers);
}

/** The screen, which has to be of that kind. */
export function screen<K extends Turn['view']['screen']['kind']>(
  turn: Turn,
  kind: K,
): Extract<Turn['view']['screen'], { kind: K }> {
  if (turn.view.screen.kind !== kind) throw new Error(`It shows ${turn.view.screen.kind}, not ${kind}.`);
  return turn.view.screen as Extract<Turn['view']['screen'], { kind: K }>;
}

/** Situations that end in guidance, one of each eligibility. */
export const ELIGIBLE = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const satisfies Situation;
export const OPEN = { ...ELIGIBLE, seller: 'unknown' } as const satisfies Situation;
