import type { WholeCase } from '../conversation/whole-case.js';
import type { Language } from '../language/language.js';
import type { ForSome } from '../policy/case/combine.js';
import type { GuidanceStep, SaidStep } from '../policy/engine/statement.js';
import { FACT_IDS, FACTS, type FactId, type FactOwner } from '../policy/facts.js';
import type { CountryPair } from '../policy/regions/regions.js';
import { forText, shortNames, subscriptionNames, verdictLine } from './case-text.js';
import { answerText, locatedAnswer } from './rows.js';
import { stepsTitle } from './then-and-now.js';
import { stepLine } from './ticket.js';

/** What the notes about a whole customer are made of, as plain text. */

/** The answers that are the customer's and the asker's, or those of one subscription, with what was assumed. */
function answerLines(
  language: Language,
  { plan }: WholeCase,
  places: readonly number[],
  wanted: (owner: FactOwner, fact: FactId) => boolean,
  countries?: CountryPair | undefined,
): readonly string[] {
  const line = (fact: FactId, answer: string): string =>
    language.say('ui.answerLine', { fact: language.say(`fact.${fact}.name`), answer });
  const all = places.flatMap((place) => plan.guidances[place] ?? []);
  return FACT_IDS.filter((fact) => wanted(FACTS[fact].of, fact)).flatMap((fact) => {
    const value = all.map(({ situation }) => situation[fact]).find((each) => each !== undefined);
    if (value !== undefined)
      return [line(fact, locatedAnswer(language, fact, answerText(language, fact, value), countries))];
    const presumed = all.flatMap(({ assumed }) => assumed).find((each) => each.fact === fact);
    if (presumed === undefined) return [];
    return [line(fact, language.say('ui.assumed', { answer: answerText(language, fact, presumed.option) }))];
  });
}

/** What is true of the customer and the asker, once for all subscriptions. */
export function commonLines(
  language: Language,
  all: WholeCase,
  countries?: CountryPair | undefined,
): readonly string[] {
  const places = all.plan.guidances.map((_, place) => place);
  return answerLines(language, all, places, (owner) => owner !== 'subscription', countries);
}

/** What its name says already. */
const NAMED: readonly FactId[] = ['service', 'seller'];
/** What the line with its verdict says. */
export const IN_RESULT: readonly FactId[] = [...NAMED, 'goal'];

/** What was answered of one subscription beside what stands with its name. */
export function ownLines(
  language: Language,
  all: WholeCase,
  place: number,
  said: readonly FactId[] = NAMED,
): readonly string[] {
  return answerLines(
    language,
    all,
    [place],
    (owner, fact) => owner === 'subscription' && !said.includes(fact),
  );
}

/** What is open of one subscription; empty where nothing is. */
export function openText(language: Language, { plan }: WholeCase, place: number): string {
  const { dependsOn = [] } = plan.guidances[place] ?? {};
  const facts = dependsOn.map(({ fact }) => language.say(`fact.${fact}.inList`));
  return facts.length === 0 ? '' : language.say('handOver.unknown', { facts: language.all(facts) });
}

/** One line a subscription: what it is called, what is wanted with it, its verdict and what is open. */
export function resultsOfAll(language: Language, all: WholeCase): readonly string[] {
  const names = subscriptionNames(language, all.answers);
  return all.plan.guidances.map((guidance, place) => {
    const { goal } = guidance.situation;
    const wanted = goal === undefined || goal === 'unknown' ? '' : answerText(language, 'goal', goal);
    const subscription = language.beside([names[place]?.full ?? '', wanted]);
    return language.beside([verdictLine(language, subscription, guidance), openText(language, all, place)]);
  });
}

/** The heading above the steps of a plan: those of an old edition bear its month. */
export function planTitle(
  language: Language,
  { plan }: WholeCase,
  usual: Parameters<typeof stepsTitle>[2],
): string {
  const [first] = plan.guidances;
  const guidance = plan.guidances.find(({ now }) => now !== undefined) ?? first;
  return guidance === undefined ? language.say(usual) : stepsTitle(language, guidance, usual);
}

function withWhich(language: Language, all: WholeCase, text: string, places: readonly number[]): string {
  return language.beside([text, forText(language, subscriptionNames(language, all.answers), places)]);
}

/** For which subscriptions a step of the plan is still to be done. */
function openPlaces({ done }: WholeCase, { id, subscriptions }: ForSome<GuidanceStep>): readonly number[] {
  return subscriptions.filter((place) => done[place]?.includes(id) !== true);
}

/** The steps that are to be done, each with those that it is not done for yet. */
export function toDoLines(language: Language, all: WholeCase): readonly string[] {
  return all.plan.steps.flatMap((step) => {
    const places = openPlaces(all, step);
    return places.length === 0 ? [] : [withWhich(language, all, stepLine(language, step), places)];
  });
}

/** What is done, each step once, with those that it is done for; also what is no longer part of the plan. */
export function doneLines(language: Language, all: WholeCase): readonly string[] {
  const by = new Map<SaidStep, number[]>();
  for (const [place, ids] of all.done.entries())
    for (const id of ids) by.set(id, [...(by.get(id) ?? []), place]);
  return [...by].map(([id, places]) => {
    const step = all.plan.steps.find((each) => each.id === id);
    const text = step === undefined ? language.say(`step.${id}`) : stepLine(language, step);
    return withWhich(language, all, text, places);
  });
}

/** A statement with the subscriptions that it is for, where there is one that it is not for. */
export function sayFor(
  language: Language,
  all: Pick<WholeCase, 'answers'>,
  text: string,
  places: readonly number[],
): string {
  const names = subscriptionNames(language, all.answers);
  if (places.length === names.length) return text;
  return language.beside([shortNames(language, names, places), text]);
}
