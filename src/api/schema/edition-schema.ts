import { EDITION_IDS } from '../../policy/edition.js';
import { editionId, eligibility, factId, link, verdict } from './known-schema.js';
import { z } from './z.js';

const editionFields = {
  id: editionId,
  name: z.string().describe('Its name in words.'),
  family: z
    .enum(['global', 'vianet'])
    .describe('The family of clouds: vianet is China, operated by 21Vianet.'),
  clouds: z.array(z.string()).describe('The clouds that its article says it applies to.'),
  published: z.boolean().describe('Whether it is frozen. The newest one is open until the next.'),
  newest: z.boolean().describe('Whether it answers by itself for its family.'),
  before: editionId.nullable().describe('The edition before it in its family.'),
  facts: z.array(factId).describe('The facts that it turns on.'),
  article: z.strictObject({ id: z.string(), ...link }).describe('The article that it restates.'),
  document: z.string().describe('The path of the whole policy of this edition as a page for people.'),
};

const edition = z
  .strictObject(editionFields)
  .meta({ id: 'Edition', description: 'One dated version of the policy.' });

export const editions = z
  .strictObject({ locale: z.string(), editions: z.array(edition).describe('The oldest first.') })
  .meta({ id: 'Editions' });

export const editionInFull = z
  .strictObject({
    locale: z.string(),
    ...editionFields,
    rules: z.array(
      z.strictObject({
        id: z.string(),
        eligibility: verdict.nullable().describe('Null where it decides nothing and adds something.'),
        reasons: z.array(z.string()).describe('Its reasons, in words.'),
      }),
    ),
    changes: z
      .array(z.strictObject({ id: z.string(), text: z.string(), since: z.string().nullable() }))
      .describe('What it tells as changed, and since when: a day, month or year.'),
    pages: z.array(z.strictObject({ id: z.string(), ...link })).describe('The pages that it cites.'),
  })
  .meta({ id: 'EditionInFull' });

const restriction = z.strictObject({ fact: factId, options: z.array(z.string()) });

export const comparison = z
  .strictObject({
    locale: z.string(),
    from: editionId,
    to: editionId,
    differing: z.int().describe('The complete situations that differ.'),
    total: z.int().describe('All there are, of the facts that either edition names.'),
    groups: z.array(
      z
        .strictObject({
          before: verdict,
          after: verdict,
          count: z.int(),
          conditions: z
            .array(
              z.strictObject({
                limits: z.array(restriction),
                count: z.int(),
                text: z.string().describe('The condition in words.'),
              }),
            )
            .describe('Disjoint conditions that together are the whole group.'),
        })
        .meta({
          id: 'ComparedGroup',
          description: 'The same verdict twice: only what else is said differs.',
        }),
    ),
  })
  .meta({ id: 'Comparison', description: 'In which situations two editions differ.' });

export const vocabulary = z
  .strictObject({
    locale: z.string(),
    locales: z.array(z.string()).describe('Every language there is.'),
    editions: z.array(z.enum(EDITION_IDS)),
    facts: z.array(
      z
        .strictObject({
          id: factId,
          name: z.string(),
          question: z.string(),
          hint: z.string().describe('Where to look for the answer.'),
          of: z.enum(['asker', 'customer', 'subscription']).describe('Whose fact it is.'),
          presumed: z.string().nullable().describe('The option that is assumed without asking.'),
          options: z.array(z.strictObject({ id: z.string(), text: z.string(), note: z.string().nullable() })),
        })
        .meta({ id: 'Fact' }),
    ),
    unknown: z.strictObject({ id: z.literal('unknown'), text: z.string() }),
    eligibilities: z.array(z.strictObject({ id: eligibility, text: z.string() })),
  })
  .meta({ id: 'Vocabulary', description: 'Facts, options and hints in words.' });
