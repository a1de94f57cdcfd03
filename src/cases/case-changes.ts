import { dayFrom, isNear } from './days.js';
import {
  type CaseAnswers,
  type KeptCase,
  labelOf,
  MOST_SUBSCRIPTIONS,
  type Tick,
  type ToldDate,
  type WaitedFor,
} from './kept-case.js';

/** What can be done to a case: each makes the case that it is then, and may be done twice without harm. */
export type CaseChange = (kept: KeptCase) => KeptCase;

export function renamed(label: string): CaseChange {
  return (kept) => ({ ...kept, label: labelOf(label) });
}

/** Set to done, never toggled. A step that is done is not waited for. */
export function ticked(tick: Tick): CaseChange {
  return ({ waiting, ...kept }) => ({
    ...kept,
    ...(waiting === undefined || waiting.step === tick.step ? {} : { waiting }),
    ticks: [...kept.ticks.filter(({ step }) => step !== tick.step), tick],
  });
}

export function unticked(step: Tick['step']): CaseChange {
  return (kept) => ({ ...kept, ticks: kept.ticks.filter((tick) => tick.step !== step) });
}

/** Somebody has to act; undefined: nobody any more. */
export function waitingFor(waiting: WaitedFor | undefined): CaseChange {
  return ({ waiting: _, ...kept }) => ({ ...kept, ...(waiting === undefined ? {} : { waiting }) });
}

/** A date that was told; told again for the same subscription, it takes the place of the one before. One that can be none of this case is not taken. */
export function dated(date: ToldDate): CaseChange {
  return (kept) => {
    const others = kept.dates.filter(
      ({ kind, subscription }) => kind !== date.kind || subscription !== date.subscription,
    );
    const known = isNear(kept.created, date.day) && kept.subscriptions[date.subscription] !== undefined;
    return known ? { ...kept, dates: [...others, date] } : kept;
  };
}

/** Without the told dates of a day, which no longer matter. */
export function undated(day: string | undefined): CaseChange {
  return (kept) => ({ ...kept, dates: kept.dates.filter((date) => date.day !== day) });
}

/** Without the told end of the term of a subscription. */
export function undatedTerm(place: number): CaseChange {
  return (kept) => ({ ...kept, dates: kept.dates.filter(({ subscription }) => subscription !== place) });
}

export function closedOn(day: string): CaseChange {
  return (kept) => ({ ...kept, closed: kept.closed ?? day });
}

export function openedAgain({ closed: _, ...kept }: KeptCase): KeptCase {
  return kept;
}

export function watchedOr(watched: boolean): CaseChange {
  return (kept) => ({ ...kept, watched });
}

/** The keepers know what this edition answers. */
export function toldBy(told: KeptCase['told']): CaseChange {
  return (kept) => ({ ...kept, told });
}

/** The facts of one more subscription; the case itself where it has as many as it can. */
export function withSubscription(answers: CaseAnswers): CaseChange {
  return (kept) =>
    kept.subscriptions.length >= MOST_SUBSCRIPTIONS
      ? kept
      : { ...kept, subscriptions: [...kept.subscriptions, answers] };
}

/** Other answers: those that all share, and those of one subscription. */
export function answered(shared: CaseAnswers, subscription: number, own: CaseAnswers): CaseChange {
  return (kept) => ({
    ...kept,
    shared,
    subscriptions: kept.subscriptions.map((each, place) => (place === subscription ? own : each)),
  });
}

/** Without one subscription and its dates; a case keeps its last one. */
export function withoutSubscription(place: number): CaseChange {
  return (kept) => {
    if (kept.subscriptions.length <= 1 || kept.subscriptions[place] === undefined) return kept;
    const dates = kept.dates
      .filter(({ subscription }) => subscription !== place)
      .map((date) => (date.subscription < place ? date : { ...date, subscription: date.subscription - 1 }));
    const subscriptions = kept.subscriptions.filter((_, each) => each !== place);
    return { ...kept, subscriptions, dates };
  };
}

/** The day after which a case that nobody changes is deleted. */
export function keptUntil({ changed }: KeptCase, retentionDays: number): string {
  return dayFrom(changed, retentionDays);
}
