import { understoodIn } from '../../advice/advice.js';
import { parseRequest } from '../../advice/request.js';
import { understandRequest } from '../schema/given-schema.js';
import { answerLocale } from '../schema/known-schema.js';
import { readings } from '../schema/reading-schema.js';
import { z } from '../schema/z.js';
import { operation } from './operation.js';

const understanding = z.strictObject({ locale: answerLocale, ...readings }).meta({
  id: 'Understanding',
  description: 'What words were read as, each fact with the words that say so.',
});

export const understandOperation = operation({
  id: 'understand',
  method: 'post',
  path: '/understand',
  summary: 'What somebody’s own words say',
  description:
    'Reads a text in its language, named by “locale” or by Accept-Language. Nothing is answered or kept.',
  given: understandRequest,
  answer: understanding,
  example: { locale: 'en', text: 'They have Office 365 E3 through an EA, we are an indirect reseller.' },
  answers: ({ locale, text }, { language }) =>
    understoodIn(parseRequest({ locale: locale ?? language.tag, text })),
});
