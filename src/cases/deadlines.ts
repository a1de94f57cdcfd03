import { type GuidanceLapse, lapsing } from '../policy/engine/lapsing.js';
import { ofGuidance } from './case-guidance.js';
import { dayFrom } from './days.js';
import type { KeptCase } from './kept-case.js';

/** A day on which something of a case lapses. */
export interface Deadline extends GuidanceLapse {
  /** ISO date. */
  readonly day: string;
  /** The subscriptions that it is about, from 0. */
  readonly subscriptions: readonly number[];
}

/** The day on which the time of a lapse began for a subscription; undefined where it has not. */
function begunOn({ begins }: GuidanceLapse, kept: KeptCase, subscription: number): string | undefined {
  if ('told' in begins) {
    const { told } = begins;
    return kept.dates.find((date) => date.kind === told && date.subscription === subscription)?.day;
  }
  const days = kept.ticks.filter(({ step }) => begins.steps.some((each) => each === step));
  // Sent again, a request has its time anew.
  return days
    .map(({ day }) => day)
    .reduce<string | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
}

function isDone({ step }: GuidanceLapse, { ticks }: KeptCase): boolean {
  return step !== undefined && ticks.some((tick) => tick.step === step);
}

/** What lapses in the guidance for each subscription. */
const lapsesOf = ofGuidance<readonly (readonly GuidanceLapse[])[]>((all) => all.map(lapsing));

/** What lapses in a case and when, the next first; nothing of what is done, nor of a case that is closed. */
export function deadlinesOf(kept: KeptCase): readonly Deadline[] {
  // Whatever lapses has begun with a step that was done, or with a date that was told.
  if (kept.closed !== undefined || kept.ticks.length + kept.dates.length === 0) return [];
  const found = new Map<string, Deadline>();
  for (const [subscription, lapses] of lapsesOf(kept).entries()) {
    for (const lapse of lapses) {
      const begun = begunOn(lapse, kept, subscription);
      if (begun === undefined || isDone(lapse, kept)) continue;
      const day = dayFrom(begun, lapse.days);
      const key = `${lapse.id} ${day}`;
      const subscriptions = [...(found.get(key)?.subscriptions ?? []), subscription];
      found.set(key, { ...lapse, day, subscriptions });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
