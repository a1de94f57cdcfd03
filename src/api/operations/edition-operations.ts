import { EDITION_IDS } from '../../policy/edition.js';
import { editionInFull, editions } from '../schema/edition-schema.js';
import { edition, locale } from '../schema/given-schema.js';
import { z } from '../schema/z.js';
import { editionData, editionInFullData } from './edition-data.js';
import { operation } from './operation.js';
import { languageOf } from './reader-language.js';

export const editionsOperation = operation({
  id: 'listEditions',
  method: 'get',
  isRepeated: () => true,
  path: '/editions',
  summary: 'Every edition of the policy',
  description: 'The oldest first. The newest of a family answers unless another is asked for.',
  given: z.strictObject({ locale: locale.optional() }),
  answer: editions,
  example: {},
  answers(given, reader) {
    const language = languageOf(given.locale, reader.language);
    return { locale: language.tag, editions: EDITION_IDS.map((id) => editionData(language, id)) };
  },
});

export const editionOperation = operation({
  id: 'getEdition',
  method: 'get',
  isRepeated: () => true,
  path: '/editions/{id}',
  summary: 'One edition: what it covers, its rules, its changes and its pages',
  description: 'A published edition never changes.',
  given: z.strictObject({ id: edition, locale: locale.optional() }),
  answer: editionInFull,
  example: { id: '2026-11' },
  answers: ({ id, ...given }, reader) => editionInFullData(languageOf(given.locale, reader.language), id),
});
