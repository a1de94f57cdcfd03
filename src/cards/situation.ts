import type { Language } from '../language/language.js';
import type { Restriction } from '../policy/engine/cover.js';
import { FACT_IDS, type FactId, optionsOf, type Situation } from '../policy/facts.js';
import { answerText } from './rows.js';

/** Situations and conditions in words, for people who read reports. */

/** "Cloud: Public cloud · Service: Azure", in the order of the vocabulary. */
export function situationText(language: Language, situation: Situation): string {
  const parts = FACT_IDS.flatMap((fact) => {
    const value = situation[fact];
    if (value === undefined) return [];
    const answer = answerText(language, fact, value);
    return [language.say('ui.answerLine', { fact: language.say(`fact.${fact}.name`), answer })];
  });
  return parts.length === 0 ? language.say('compare.everywhere') : language.beside(parts);
}

function place(fact: FactId): number {
  return FACT_IDS.indexOf(fact);
}

/** A condition in words: each fact it limits, with the options it allows, or the fewer ones it does not. */
export function limitsText(language: Language, limits: Restriction): string {
  const parts = [...limits]
    .filter(({ fact, options }) => options.length < optionsOf(fact).length)
    .sort((a, b) => place(a.fact) - place(b.fact))
    .map(({ fact, options }) => {
      const others = optionsOf(fact).filter((option) => !options.includes(option));
      const fewer = others.length < options.length;
      const named = fewer ? others : options;
      return language.say(fewer ? 'compare.except' : 'compare.limit', {
        fact: language.say(`fact.${fact}.name`),
        options: language.joined(
          'alternatives',
          named.map((option) => answerText(language, fact, option)),
        ),
      });
    });
  return parts.length === 0 ? language.say('compare.everywhere') : language.beside(parts);
}

/** A condition as data: the options that it leaves, by fact. */
export function conditionData(limits: Restriction): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(limits.map(({ fact, options }) => [fact, options]));
}
