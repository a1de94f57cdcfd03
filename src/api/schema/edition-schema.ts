import { answerLocale, editionId, eligibility, factId, link, optionId, verdict } from './known-schema.js';
import { z } from './z.js';

const page = z.strictObject({ id: z.string().describe('The page, by id.'), ...link });
const inWords = z.string().describe('It in words, in the language of the answer.');

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
  article: page.describe('The article that it restates.'),
  document: z.string().describe('The path of the whole policy of this edition as a page for people.'),
};

const edition = z
  .strictObject(editionFields)
  .meta({ id: 'Edition', description: 'One dated version of the policy.' });

export const editions = z
  .strictObject({ locale: answerLocale, editions: z.array(edition).describe('The oldest first.') })
  .meta({ id: 'Editions', description: 'Every edition there is.' });

export const editionInFull = z
  .strictObject({
    locale: answerLocale,
    ...editionFields,
    rules: z
      .array(
        z.strictObject({
          id: z.string().describe('The rule, by id.'),
          eligibility: verdict.nullable().describe('Null where it decides nothing and adds something.'),
          reasons: z.array(z.string()).describe('Its reasons, in words.'),
        }),
      )
      .describe('What it decides, and what it adds.'),
    changes: z
      .array(
        z.strictObject({
          id: z.string().describe('The change, by id.'),
          text: inWords,
          since: z.string().nullable().describe('A day, month or year, as the source gives it.'),
        }),
      )
      .describe('What it tells as changed.'),
    pages: z.array(page).describe('The pages that it cites.'),
  })
  .meta({ id: 'EditionInFull', description: 'One dated version of the policy, with what it says.' });

const restriction = z.strictObject({
  fact: factId,
  options: z.array(optionId).describe('The options that the condition leaves, by id.'),
});
const count = z.int().describe('How many complete situations that are.');

export const comparison = z
  .strictObject({
    locale: answerLocale,
    from: editionId.describe('The edition that was compared.'),
    to: editionId.describe('The edition that it was compared with.'),
    differing: z.int().describe('The complete situations that differ.'),
    total: z.int().describe('All there are, of the facts that either edition names.'),
    groups: z
      .array(
        z
          .strictObject({
            before: verdict.describe('What the one decides.'),
            after: verdict.describe('What the other decides.'),
            count,
            conditions: z
              .array(
                z.strictObject({
                  limits: z.array(restriction).describe('All of them hold.'),
                  count,
                  text: z.string().describe('The condition in words.'),
                }),
              )
              .describe('Disjoint conditions that together are the whole group.'),
          })
          .meta({
            id: 'ComparedGroup',
            description: 'The same verdict twice: only what else is said differs.',
          }),
      )
      .describe('The situations that differ, by what each of the two decides.'),
  })
  .meta({ id: 'Comparison', description: 'In which situations two editions differ.' });

const fact = z
  .strictObject({
    id: factId,
    name: z.string().describe('What it is called.'),
    question: z.string().describe('The question that asks for it.'),
    hint: z.string().describe('Where to look for the answer.'),
    of: z.enum(['asker', 'customer', 'subscription']).describe('Whose fact it is.'),
    presumed: z.string().nullable().describe('The option that is assumed without asking.'),
    options: z
      .array(
        z.strictObject({
          id: optionId,
          text: inWords,
          note: z.string().nullable().describe('What is said below it; null where nothing is.'),
        }),
      )
      .describe('What can be answered.'),
  })
  .meta({ id: 'Fact', description: 'One thing that is true of the customer’s situation, in words.' });

export const vocabulary = z
  .strictObject({
    locale: answerLocale,
    locales: z.array(z.string()).describe('Every language there is.'),
    editions: z.array(editionId).describe('Every edition there is, the oldest first.'),
    facts: z.array(fact).describe('Every fact there is.'),
    unknown: z
      .strictObject({ id: z.literal('unknown').describe('What to send.'), text: inWords })
      .describe('The option of every fact for whoever does not know.'),
    eligibilities: z
      .array(z.strictObject({ id: eligibility, text: inWords }))
      .describe('What guidance can come to.'),
  })
  .meta({ id: 'Vocabulary', description: 'Facts, options and hints in words.' });
