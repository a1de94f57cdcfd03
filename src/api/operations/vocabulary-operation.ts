import type { Language } from '../../language/language.js';
import { LANGUAGE_TAGS } from '../../language/languages.js';
import { optionKey } from '../../language/policy-keys.js';
import { EDITION_IDS, type Eligibility, VERDICTS } from '../../policy/edition.js';
import { FACT_IDS, FACTS, type FactId, optionsOf, presumedValue } from '../../policy/facts.js';
import { vocabulary } from '../schema/edition-schema.js';
import { locale } from '../schema/given-schema.js';
import { z } from '../schema/z.js';
import { operation } from './operation.js';
import { languageOf } from './reader-language.js';

const ELIGIBILITIES: readonly Eligibility[] = [...VERDICTS, 'depends'];

function factData(language: Language, fact: FactId) {
  return {
    id: fact,
    name: language.say(`fact.${fact}.name`),
    question: language.say(`fact.${fact}.question`),
    hint: language.say(`fact.${fact}.hint`),
    of: FACTS[fact].of,
    presumed: presumedValue(fact) ?? null,
    options: optionsOf(fact).map((option) => ({
      id: option,
      text: language.say(optionKey(fact, option)),
      note: language.maybe(`${optionKey(fact, option)}.note`) ?? null,
    })),
  };
}

export const vocabularyOperation = operation({
  id: 'getVocabulary',
  method: 'get',
  isRepeated: () => true,
  path: '/vocabulary',
  summary: 'Facts, options and hints in words',
  description: 'All that a form needs. Ids stay; words may be written better at any time.',
  given: z.strictObject({ locale: locale.optional() }),
  answer: vocabulary,
  example: { locale: 'pt-BR' },
  answers(given, reader) {
    const language = languageOf(given.locale, reader.language);
    return {
      locale: language.tag,
      locales: LANGUAGE_TAGS,
      editions: EDITION_IDS,
      facts: FACT_IDS.map((fact) => factData(language, fact)),
      unknown: { id: 'unknown' as const, text: language.say('ui.unknown') },
      eligibilities: ELIGIBILITIES.map((id) => ({ id, text: language.say(`eligibility.${id}`) })),
    };
  },
});
