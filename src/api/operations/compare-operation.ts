import { limitsText } from '../../cards/situation.js';
import { comparison } from '../schema/edition-schema.js';
import { edition, locale } from '../schema/given-schema.js';
import { z } from '../schema/z.js';
import { compared } from './comparisons.js';
import { operation } from './operation.js';
import { languageOf } from './reader-language.js';

export const compareOperation = operation({
  id: 'compareEditions',
  method: 'get',
  path: '/compare',
  summary: 'In which situations two editions differ',
  description: 'Exact: every complete situation of the two is looked at. The first time takes some seconds.',
  given: z.strictObject({
    from: edition.describe('The edition to compare.'),
    to: edition.describe('The edition to compare it with.'),
    locale: locale.optional(),
  }),
  answer: comparison,
  example: { from: '2019-03', to: '2020-06' },
  async answers({ from, to, ...given }, reader) {
    const language = languageOf(given.locale, reader.language);
    const { differing, total, groups } = await compared(from, to);
    return {
      locale: language.tag,
      from,
      to,
      differing,
      total,
      groups: groups.map(({ conditions, ...group }) => ({
        ...group,
        conditions: conditions.map((each) => ({ ...each, text: limitsText(language, each.limits) })),
      })),
    };
  },
});
