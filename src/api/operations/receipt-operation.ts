import { RequestError } from '../../advice/request-error.js';
import { findReceipt } from '../../receipt/find-receipt.js';
import { advice } from '../schema/advice-schema.js';
import { locale } from '../schema/given-schema.js';
import { z } from '../schema/z.js';
import { adviceTo } from './advise-operation.js';
import { operation } from './operation.js';
import { languageOf } from './reader-language.js';

/** In UTF-16 units; the code of a whole case has some fifty. */
const LONGEST_CODE = 100;

export const receiptOperation = operation({
  id: 'openReceipt',
  method: 'get',
  path: '/receipts/{code}',
  summary: 'The answer that an answer code stands for',
  description:
    'The same guidance again, by the edition that gave it. Where today’s edition says otherwise, “now” says what.',
  given: z.strictObject({
    code: z.string().max(LONGEST_CODE).describe('An answer code such as MC-8Q27-6Y.'),
    locale: locale.optional(),
  }),
  answer: advice,
  example: { code: 'MC-8Q27-6Y' },
  answers({ code, ...given }, reader) {
    const found = findReceipt(code);
    const read = found?.receipt ?? found?.whole;
    if (found === undefined || read === undefined)
      throw new RequestError(['code'], 'receipt', { given: code });
    const language = languageOf(given.locale, reader.language);
    return adviceTo({ text: found.code }, { language, edition: undefined });
  },
});
