import type { LanguageTag } from '../language/languages.js';
import type { SaidStep } from '../policy/engine/statement.js';
import { type DeskTick, ticksAmong, ticksWith } from './ticks.js';

/** What lies on the desk beside the interview. It is stored with the conversation; an absent key is the usual case. */
export interface Desk {
  /** Somebody is on the phone: everything on one card. */
  readonly call?: true;
  /** The language of the customer on the phone, where it is not the reader's. */
  readonly customer?: LanguageTag;
  /** The steps that are done already, each of its subscription. */
  readonly done?: readonly DeskTick[];
  /** Hand-overs that were sent, by interview and receipt: the last few, so that a second tap does not send one again. */
  readonly sent?: readonly string[];
  /** What was shown last, where that is not the interview but stands before it. */
  readonly besides?: ScreenBefore;
  /** The kept case that is talked about: what is answered and ticked here is kept there. */
  readonly kept?: string;
}

/** Screens that ask for something, with the question or the guidance behind them; behind a welcome it was never shown. */
const ASKING = ['forget', 'languages', 'editions', 'handOver', 'reason', 'cases', 'welcome'] as const;
/** Screens that are only read, with the interview behind them. */
const READ = ['help', 'known', 'why', 'ticket', 'share', 'customerMessage'] as const;
type ScreenBefore = (typeof ASKING)[number] | (typeof READ)[number];
/** Screens on which the interview itself is shown. */
const INTERVIEW: readonly string[] = ['question', 'understood', 'guidance', 'call'];

export function isAsking(screen: string): boolean {
  return (ASKING as readonly string[]).includes(screen);
}

/** Whether a screen stands before the interview. */
export function isBefore(screen: string): boolean {
  return [...ASKING, ...READ].some((each) => each === screen);
}

export function isOfInterview(screen: string): boolean {
  return INTERVIEW.includes(screen);
}

/** The desk of whoever was shown nothing yet, or whose conversation was deleted. */
export const NOTHING_SHOWN: Desk = { besides: 'welcome' };

/** So many hand-overs are remembered. */
const REMEMBERED = 4;

export function withCall(desk: Desk, on: boolean): Desk {
  const { call: _, ...rest } = desk;
  return on ? { ...rest, call: true } : rest;
}

/** The very same desk, where nothing changes on it. */
export function withShown(desk: Desk, screen: string): Desk {
  const unseen = desk.besides === undefined || isOfInterview(screen) ? undefined : 'welcome';
  const besides = [...ASKING, ...READ].find((each) => each === screen) ?? unseen;
  if (desk.besides === besides) return desk;
  const { besides: _, ...rest } = desk;
  return besides === undefined ? rest : { ...rest, besides };
}

export function withCustomer(desk: Desk, customer: LanguageTag): Desk {
  return { ...desk, customer };
}

/** A step of some of the subscriptions is set to done or not done, never toggled: the same tap twice means the same. */
export function withStep(desk: Desk, numbers: readonly number[], step: SaidStep, done: boolean): Desk {
  const { done: before = [], ...rest } = desk;
  const after = ticksWith(before, numbers, step, done);
  return after.length === 0 ? rest : { ...rest, done: after };
}

/** Without what is done of subscriptions that are left out: their numbers may be given again. */
export function withStepsOf(desk: Desk, numbers: readonly number[]): Desk {
  const { done: before, ...rest } = desk;
  const after = before === undefined ? [] : ticksAmong(before, numbers);
  if (before === undefined || after.length === before.length) return desk;
  return after.length === 0 ? rest : { ...rest, done: after };
}

export function withSent(desk: Desk, mark: string): Desk {
  return { ...desk, sent: [...(desk.sent ?? []).filter((each) => each !== mark), mark].slice(-REMEMBERED) };
}

/** The desk for the next customer: the mode and the customer's language stay, what was done and is kept goes. */
export function cleared({ done: _, kept: __, ...desk }: Desk): Desk {
  return desk;
}

/** The case that is talked about is kept under this id. */
export function withKept(desk: Desk, kept: string): Desk {
  return { ...desk, kept };
}

/** The case that is talked about is kept no longer. */
export function unkept({ kept: _, ...desk }: Desk): Desk {
  return desk;
}
