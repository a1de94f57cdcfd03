import {
  type ActionData,
  answerData,
  changeData,
  originData,
  plainData,
  subscriptionData,
} from '../conversation/action.js';
import type { GuidanceView, InterviewView } from '../conversation/interview/shown.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import { placesText } from '../language/places/places-text.js';
import { optionKey } from '../language/policy-keys.js';
import { type Answer, type FactId, stays } from '../policy/facts.js';
import type { CountryPair } from '../policy/regions/regions.js';

/** Pieces that several cards show, as data for their templates. */
export interface Row {
  readonly label: string;
  readonly note: string;
  /** What a screen reader says of the tap: it hears this instead of what stands in the row. */
  readonly spoken: string;
  readonly mark: string;
  readonly style: 'emphasis' | 'accent';
  readonly data: ActionData;
}

export interface Button {
  readonly title: string;
  readonly data: ActionData;
}

export function answerText(language: Language, fact: FactId, value: Answer): string {
  return value === 'unknown' ? language.say('ui.unknown') : language.say(optionKey(fact, value));
}

/** Help and language are always there; back and start over wherever there is something to undo. */
export function navigation(
  language: Language,
  origin: Origin | undefined,
  answered: boolean,
): readonly Button[] {
  const undo = (action: 'back' | 'restart'): readonly Button[] =>
    origin !== undefined && answered
      ? [{ title: language.say(`ui.${action}`), data: originData(action, origin) }]
      : [];
  const menu = (action: 'help' | 'language'): Button => ({
    title: language.say(`ui.${action}`),
    data: plainData(action, origin),
  });
  return [...undo('back'), ...undo('restart'), menu('help'), menu('language')];
}

/** Two things to tap side by side, in small letters. */
export interface QuietRow {
  readonly left: Button;
  readonly right: Button;
}

/** What can be done beside answering. */
export type QuietAction = 'helped' | 'wrong' | 'call' | 'person' | 'help' | 'language' | 'edition';

export function quietButton(language: Language, action: QuietAction, origin: Origin): Button {
  const key = action === 'edition' ? 'ui.editions' : (`ui.${action}` as const);
  return { title: language.say(key), data: plainData(action, origin) };
}

/** Every guidance can be judged, wherever it is shown. */
export function opinionRows(language: Language, origin: Origin): readonly QuietRow[] {
  return [{ left: quietButton(language, 'helped', origin), right: quietButton(language, 'wrong', origin) }];
}

export interface AnswerRow {
  readonly name: string;
  readonly value: string;
  readonly title: string;
  /** Shows that a tap changes it. */
  readonly mark: string;
  readonly data: ActionData;
}

/** One changeable answer: what the fact is called, what was said (or assumed), and the tap that changes it. */
export function answerRow(language: Language, fact: FactId, value: string, origin: Origin): AnswerRow {
  const name = language.say(`fact.${fact}.name`);
  return {
    name,
    value,
    title: language.say('ui.answerToChange', { fact: name, answer: value }),
    mark: '✎',
    data: changeData(fact, origin),
  };
}

export function answerRows(language: Language, view: InterviewView): readonly AnswerRow[] {
  return view.answers.map(([fact, value]) =>
    answerRow(language, fact, shownAnswer(language, view, fact, value), view.origin),
  );
}

/** The answer about the region with the two countries that it comes from; any other answer as it is. */
export function locatedAnswer(
  language: Language,
  fact: FactId,
  answer: string,
  places: CountryPair | undefined,
): string {
  if (fact !== 'region' || places === undefined) return answer;
  return language.say('places.answer', { answer, places: placesText(language, places) });
}

/** The answer, and whether nobody gave it in this interview. */
export function shownAnswer(
  language: Language,
  { granted, places }: Pick<InterviewView, 'granted' | 'places'>,
  fact: FactId,
  value: Answer,
): string {
  const answer = answerText(language, fact, value);
  if (!granted.includes(fact)) return locatedAnswer(language, fact, answer, places);
  return language.say(stays(fact) ? 'ui.asLastTime' : 'ui.assumed', { answer });
}

/** A full-width row that gives an answer. */
export function optionRow(
  language: Language,
  fact: FactId,
  value: Answer,
  current: boolean,
  origin: Origin,
): Row {
  const own =
    value === 'unknown' ? language.say('ui.unknownNote') : language.maybe(`${optionKey(fact, value)}.note`);
  const label = answerText(language, fact, value);
  const note = (current ? language.say('ui.current') : own) ?? '';
  return {
    label,
    note,
    spoken: spoken(language, label, note),
    mark: current ? '✓' : '›',
    style: 'emphasis',
    data: answerData(fact, value, origin),
  };
}

function spoken(language: Language, label: string, note: string): string {
  // A label that is a sentence has its full stop already.
  return note === '' ? label : language.say('ui.spoken', { label: label.replace(/[.。]$/u, ''), note });
}

/** A full-width row to tap. */
export function row(label: string, data: Row['data'], mark = '›'): Row {
  return { label, note: '', spoken: label, mark, style: 'emphasis', data };
}

/** A full-width row with a note under its label. */
export function notedRow(
  language: Language,
  label: string,
  data: Row['data'],
  note: string,
  mark = '›',
): Row {
  return { ...row(label, data, mark), note, spoken: spoken(language, label, note) };
}

/** The row that goes on with this customer: with the subscription that was told of, or with another one. */
export function nextRows(language: Language, now: InterviewView): readonly Row[] {
  if (now.kind !== 'guidance') return [];
  const { next, origin } = now;
  if (next === undefined)
    return [row(language.say('ui.another'), subscriptionData({ kind: 'another' }, origin))];
  const service = answerText(language, 'service', next);
  return [row(language.say('ui.nextSubscription', { service }), subscriptionData({ kind: 'next' }, origin))];
}

/** The button that goes on with this customer: back to all subscriptions, or to another one where none waits. */
export function anotherButtons(language: Language, { next, origin, among }: GuidanceView): readonly Button[] {
  if (among?.alone === true) {
    const title = language.say('ui.allSubscriptions', { count: among.numbers.length });
    return [{ title, data: subscriptionData({ kind: 'showAll' }, origin) }];
  }
  if (next !== undefined) return [];
  return [{ title: language.say('ui.another'), data: subscriptionData({ kind: 'another' }, origin) }];
}

/** The row that leads back to where the person is. */
export function proceed(language: Language, origin: Origin | undefined): Row {
  return row(language.say('notice.continue'), plainData('show', origin));
}
