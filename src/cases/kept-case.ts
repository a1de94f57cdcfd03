import { ACTORS, type Actor, type EditionId, ROLES, type Role } from '../policy/edition.js';
import type { SaidStep } from '../policy/engine/statement.js';
import type { Answer, FactId } from '../policy/facts.js';
import type { CaseId } from './case-keys.js';
import type { KeeperId } from './keeper.js';

export { MOST_SUBSCRIPTIONS } from '../policy/case/case.js';

/** Answers in the order in which they were given. */
export type CaseAnswers = readonly (readonly [FactId, Answer])[];

/** Who did a step: who it was for, or the role that it takes. Never a name. */
export type DoneBy = Actor | Role;

export function isDoneBy(text: unknown): text is DoneBy {
  return ([...ACTORS, ...ROLES] as readonly unknown[]).includes(text);
}

/** A step that is done. */
export interface Tick {
  readonly step: SaidStep;
  /** ISO date. */
  readonly day: string;
  readonly by: DoneBy;
}

/** What is waited for. */
export interface WaitedFor {
  readonly step: SaidStep;
  readonly actor: Actor;
  /** ISO date. */
  readonly since: string;
}

/** A date that was told and that a deadline follows from, such as the end of a term. */
export interface ToldDate {
  readonly kind: ToldDateKind;
  /** Which subscription of the case, from 0. */
  readonly subscription: number;
  /** ISO date. */
  readonly day: string;
}

export const TOLD_DATES = ['termEnd'] as const;
export type ToldDateKind = (typeof TOLD_DATES)[number];

/**
 * One customer, as somebody keeps them. Nothing names anybody but the label, which the keeper may give: neither the
 * customer nor the keepers.
 */
export interface KeptCase {
  readonly id: CaseId;
  /** What the keeper calls it; empty where they gave none. */
  readonly label: string;
  /** The facts that all its subscriptions share: the customer's and the asker's. */
  readonly shared: CaseAnswers;
  /** One or more, each with the facts of its own. */
  readonly subscriptions: readonly CaseAnswers[];
  /** The edition that was asked for; absent where the newest answers. */
  readonly edition?: EditionId;
  /** The edition whose answer its keepers know: what a newer one says differently is told. */
  readonly told: EditionId;
  readonly ticks: readonly Tick[];
  readonly waiting?: WaitedFor;
  readonly dates: readonly ToldDate[];
  /** Whether its keepers are told when the answer changes. */
  readonly watched: boolean;
  /** The day it was closed, as an ISO date. */
  readonly closed?: string;
  /** ISO dates. */
  readonly created: string;
  readonly changed: string;
  /** Who keeps it; more than one once it is shared. */
  readonly keepers: readonly KeeperId[];
  /** Lets others join, once it is shared: a secret. */
  readonly invitation?: string;
}

/** What a case begins with. */
export type CaseDraft = Pick<KeptCase, 'label' | 'shared' | 'subscriptions' | 'edition' | 'told'>;

/** In UTF-16 code units. */
export const LONGEST_LABEL = 80;

/** Controls, spaces of all kinds, and what turns the direction of text; not what joins emoji to one. */
const UNSEEN = /[\p{Cc}\p{Co}\p{Cs}\p{Z}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

/** A label on one line, without what cannot be seen; what is too long is cut where a character ends. */
export function labelOf(text: string): string {
  const line = text.normalize('NFC').replace(UNSEEN, ' ').trim();
  let label = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (label.length + segment.length > LONGEST_LABEL) break;
    label += segment;
  }
  return label.trim();
}
