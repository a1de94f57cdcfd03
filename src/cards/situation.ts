import type { Language } from '../language/language.js';
import type { Limits } from '../policy/cover.js';
import { FACT_IDS, type FactId, optionsOf, type Situation } from '../policy/facts.js';
import { answerText } from './parts.js';

/** Situations and conditions in words, for people who read reports. */

/** "Cloud: Public cloud · Service: Azure", in the order of the vocabulary. */
export function situationText(language: Language, situation: Situation): string {
  const parts = FACT_IDS.flatMap((fact) => {
    const value = situation[fact];
    if (value === undefined) return [];
    const answer = answerText(language, fact, value);
    return [language.say('ui.answerLine', { fact: language.say(`fact.${fact}.name`), answer })];
  });
  return parts.length === 0 ? language.say('compare.everywhere') : parts.join(' · ');
}

function place(fact: FactId): number {
  return FACT_IDS.indexOf(fact);
}

/** A condition in words: each fact it limits, with the options it allows, or the fewer ones it does not. */
export function limitsText(language: Language, limits: Limits): string {
  const parts = [...limits]
    .filter(({ fact, options }) => options.length < optionsOf(fact).length)
    .sort((a, b) => place(a.fact) - place(b.fact))
    .map(({ fact, options }) => {
      const others = optionsOf(fact).filter((option) => !options.includes(option));
      const [key, named] =
        others.length < options.length ? ['compare.except', others] : ['compare.limit', options];
      return language.say(key, {
        fact: language.say(`fact.${fact}.name`),
        options: named.map((option) => answerText(language, fact, option)).join(' / '),
      });
    });
  return parts.length === 0 ? language.say('compare.everywhere') : parts.join(' · ');
}
