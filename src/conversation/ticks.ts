import type { SaidStep } from '../policy/engine/statement.js';
import { numberNow } from './interview/others.js';
import type { Conversation } from './interview/state.js';

/** A step that is done for one of the customer's subscriptions: `requestLink` of the first one, `2:requestLink` of the second. */
export type DeskTick = SaidStep | `${number}:${SaidStep}`;

function tickOf(number: number, step: SaidStep): DeskTick {
  return number === 1 ? step : `${number}:${step}`;
}

/** The ticks with these steps done, or not done, in the order in which they were done. */
export function ticksWith(
  ticks: readonly DeskTick[],
  numbers: readonly number[],
  step: SaidStep,
  done: boolean,
): readonly DeskTick[] {
  const meant = numbers.map((number) => tickOf(number, step));
  const before = ticks.filter((each) => !meant.includes(each));
  return done ? [...before, ...meant] : before;
}

function parted(tick: DeskTick): readonly [number: number, step: SaidStep] {
  const [number, step] = tick.includes(':') ? tick.split(':') : ['1', tick];
  return [Number(number), step as SaidStep];
}

/** The steps of one subscription that are done, in that order. */
export function doneOf(ticks: readonly DeskTick[], number: number): readonly SaidStep[] {
  return ticks.map(parted).flatMap(([of, step]) => (of === number ? [step] : []));
}

/** What is done of these subscriptions. */
export function ticksAmong(ticks: readonly DeskTick[], numbers: readonly number[]): readonly DeskTick[] {
  return ticks.filter((tick) => numbers.includes(parted(tick)[0]));
}

/** What is done of the subscription that is talked about. */
export function doneNow(
  { done = [] }: { readonly done?: readonly DeskTick[] },
  conversation: Pick<Conversation, 'number'>,
): readonly SaidStep[] {
  return doneOf(done, numberNow(conversation));
}
