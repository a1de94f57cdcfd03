import { ACTORS, isEditionId } from '../policy/edition.js';
import type { SaidStep } from '../policy/engine/statement.js';
import { isAnswer, isFactId } from '../policy/facts.js';
import type { CaseId } from './case-keys.js';
import { dayFrom, daysBetween, isDay } from './days.js';
import { isKeeperId } from './keeper.js';
import {
  type CaseAnswers,
  isDoneBy,
  type KeptCase,
  labelOf,
  MOST_SUBSCRIPTIONS,
  type Tick,
  TOLD_DATES,
  type ToldDate,
  type WaitedFor,
} from './kept-case.js';

/**
 * A case as it is stored: lists are words with spaces between; days count from the one on which it was made, in base 36.
 */
export interface PackedCase {
  readonly label?: string;
  /** `cloud=public partner=directBill` */
  readonly shared: string;
  readonly subscriptions: readonly string[];
  readonly edition?: string;
  readonly told: string;
  /** `requestGdap,3,adminAgent` */
  readonly ticks?: string;
  readonly waiting?: string;
  /** `termEnd,0,3c` */
  readonly dates?: string;
  readonly watched?: true;
  readonly closed?: string;
  readonly created: string;
  readonly changed: string;
  readonly keepers: string;
  readonly invitation?: string;
}

function packedAnswers(answers: CaseAnswers): string {
  return answers.map(([fact, value]) => `${fact}=${value}`).join(' ');
}

/** A list of words; nothing at all where it is empty. */
function packedList<Name extends string>(name: Name, words: readonly string[]): { [N in Name]?: string } {
  return words.length === 0 ? {} : ({ [name]: words.join(' ') } as { [N in Name]: string });
}

export function packedCase(kept: KeptCase): PackedCase {
  const { label, shared, subscriptions, edition, told, ticks, waiting, dates, watched } = kept;
  const { closed, created, changed, keepers, invitation } = kept;
  const day = (iso: string): string => daysBetween(created, iso).toString(36);
  const waits = waiting === undefined ? [] : [[waiting.step, day(waiting.since), waiting.actor].join()];
  return {
    ...(label === '' ? {} : { label }),
    shared: packedAnswers(shared),
    subscriptions: subscriptions.map(packedAnswers),
    ...(edition === undefined ? {} : { edition }),
    told,
    ...packedList(
      'ticks',
      ticks.map((tick) => [tick.step, day(tick.day), tick.by].join()),
    ),
    ...packedList('waiting', waits),
    ...packedList(
      'dates',
      dates.map((date) => [date.kind, date.subscription, day(date.day)].join()),
    ),
    ...(watched ? { watched } : {}),
    ...(closed === undefined ? {} : { closed }),
    created,
    changed,
    keepers: keepers.join(' '),
    ...(invitation === undefined ? {} : { invitation }),
  };
}

function wordsOf(list: unknown): readonly string[] {
  return typeof list === 'string' && list !== '' ? list.split(' ') : [];
}

/** Without what this version does not know: a newer one may have written it. */
function answersOf(text: unknown): CaseAnswers {
  return wordsOf(text).flatMap((pair) => {
    const [fact, value] = pair.split('=');
    return isFactId(fact) && isAnswer(fact, value) ? [[fact, value] as const] : [];
  });
}

/** A day that many days after the case was made, or undefined where that is no number. */
function dayAfter(created: string, days: string | undefined): string | undefined {
  return /^-?[\da-z]{1,3}$/.test(days ?? '') ? dayFrom(created, Number.parseInt(days ?? '', 36)) : undefined;
}

// Whoever shows a step looks whether there is such a one.
function ticksOf(list: unknown, created: string): readonly Tick[] {
  return wordsOf(list).flatMap((word) => {
    const [step, days, by] = word.split(',');
    const day = dayAfter(created, days);
    return step !== undefined && day !== undefined && isDoneBy(by)
      ? [{ step: step as SaidStep, day, by }]
      : [];
  });
}

function waitingOf(list: unknown, created: string): WaitedFor | undefined {
  const [step, days, by] = (wordsOf(list)[0] ?? '').split(',');
  const since = dayAfter(created, days);
  const actor = ACTORS.find((each) => each === by);
  return step === undefined || since === undefined || actor === undefined
    ? undefined
    : { step: step as SaidStep, actor, since };
}

function datesOf(list: unknown, created: string): readonly ToldDate[] {
  return wordsOf(list).flatMap((word) => {
    const [name, place, days] = word.split(',');
    const kind = TOLD_DATES.find((each) => each === name);
    const day = dayAfter(created, days);
    const subscription = Number(place);
    const isPlace = Number.isInteger(subscription) && subscription >= 0 && subscription < MOST_SUBSCRIPTIONS;
    return kind !== undefined && day !== undefined && isPlace ? [{ kind, subscription, day }] : [];
  });
}

/**
 * A case as it was stored; undefined where it cannot be read at all. What this version does not know is left out: after a
 * newer one is taken back its keeper goes on with the rest.
 */
export function unpackedCase(id: CaseId, value: unknown): KeptCase | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const stored: { readonly [Name in keyof PackedCase]?: unknown } = value;
  const { created, changed, closed, subscriptions, told, edition, invitation } = stored;
  if (!isDay(created) || !isEditionId(told) || !Array.isArray(subscriptions)) return undefined;
  const waiting = waitingOf(stored.waiting, created);
  return {
    id,
    label: typeof stored.label === 'string' ? labelOf(stored.label) : '',
    shared: answersOf(stored.shared),
    subscriptions: subscriptions.slice(0, MOST_SUBSCRIPTIONS).map(answersOf),
    ...(isEditionId(edition) ? { edition } : {}),
    told,
    ticks: ticksOf(stored.ticks, created),
    ...(waiting === undefined ? {} : { waiting }),
    dates: datesOf(stored.dates, created),
    watched: stored.watched === true,
    ...(isDay(closed) ? { closed } : {}),
    created,
    changed: isDay(changed) ? changed : created,
    keepers: wordsOf(stored.keepers).filter(isKeeperId),
    ...(typeof invitation === 'string' ? { invitation } : {}),
  };
}
