import type { ZodType } from 'zod/v4';
import { LANGUAGES } from '../../language/languages.js';
import { ACTORS, EDITION_IDS, ROLES, VERDICTS } from '../../policy/edition.js';
import { FACT_IDS, type FactId, optionsOf, type Situation } from '../../policy/facts.js';
import { z } from './z.js';

/** What both what is asked and what is answered are made of. */

export const factId = z.enum(FACT_IDS as readonly [FactId, ...FactId[]]).describe('A fact, by id.');
export const optionId = z.string().describe('An option of that fact, by id.');
export const editionId = z.enum(EDITION_IDS).describe('An edition of the policy, by id.');
export const verdict = z.enum(VERDICTS).describe('An eligibility, where every fact is known.');
export const answerLocale = z.string().describe('The language of the answer.');
export const eligibility = z.enum([...VERDICTS, 'depends']).meta({
  id: 'Eligibility',
  description:
    'eligible: multi-channel support applies. otherRoute: it does not, but a documented other way does the job. ' +
    'notEligible: neither. confirm: sources contradict one another or are silent. outOfScope: the rules do not speak ' +
    'of such a thing. depends: it turns on facts that are not known.',
});
const actor = z.enum(ACTORS);
const role = z.enum(ROLES);

/** Typed by hand: zod knows no object whose optional fields come from a list. */
export const situation = z
  .strictObject(
    Object.fromEntries(
      FACT_IDS.map((fact) => [
        fact,
        z
          .enum([...optionsOf(fact), 'unknown'])
          .optional()
          .describe(LANGUAGES.en.say(`fact.${fact}.question`)),
      ]),
    ),
  )
  .meta({
    id: 'Situation',
    description: 'The answers that are known, by fact.',
  }) as unknown as ZodType<Situation>;

export const options = z
  .record(z.string(), z.array(z.string()))
  .describe('A condition: the options that it leaves, by fact. Where it names several facts, all must hold.');

export const said = z
  .strictObject({
    start: z.int().describe('Where it begins in the text, in UTF-16 units.'),
    end: z.int().describe('Where it ends, exclusive.'),
    text: z.string().describe('The words themselves.'),
  })
  .meta({ id: 'Said', description: 'The words of the text that said so.' });

export const link = {
  title: z.string().describe('The title of the page, in the language of the answer.'),
  url: z.string().describe('Its address.'),
  standing: z
    .enum(['archived', 'inferred', 'unopened'])
    .optional()
    .describe('archived: Microsoft has withdrawn it. inferred, unopened: its address was not seen.'),
};

export const citation = z
  .strictObject({
    page: z.string().describe('The page, by id.'),
    ...link,
    section: z.string().describe('The heading that it stands under.'),
    date: z.string().describe('The date that the page bears (ISO), or “undated”.'),
    translated: z
      .string()
      .optional()
      .describe('The day that the translation which was read was handed over.'),
    read: z.string().describe('The day that it was last read for this product (ISO).'),
    confidence: z
      .enum(['H', 'M', 'L'])
      .describe('H: read in Microsoft’s own text. M: an excerpt or a mirror. L: inferred.'),
  })
  .meta({ id: 'Citation', description: 'Where a statement stands.' });

export const statementFields = {
  id: z.string().describe('Stays the same in every language.'),
  text: z.string().describe('The sentence, in the language of the answer.'),
  certain: z.boolean().describe('False: check before you act.'),
  citations: z.array(citation).describe('Where it stands.'),
};

export const statementSchema = z
  .strictObject(statementFields)
  .meta({ id: 'Statement', description: 'A sentence of the guidance, and where it stands.' });

export const stepSchema = z
  .strictObject({
    ...statementFields,
    actor: actor.describe('Who does it.'),
    roles: z.array(role).describe('The roles that may; none where the source names none.'),
    who: z.string().describe('Both in words.'),
    link: z.strictObject(link).describe('The page that tells how.'),
  })
  .meta({ id: 'Step', description: 'One thing to do. Steps stand in the order in which they are done.' });

export const change = z
  .strictObject({
    ...statementFields,
    certain: z.boolean().optional().describe('False: check before you rely on it.'),
    since: z.string().nullable().optional().describe('A day, month or year, as the source gives it.'),
    edition: editionId.optional().describe('Of “editionBefore”: the edition before.'),
    eligibility: eligibility.optional().describe('Of “editionBefore”: what that edition decided.'),
  })
  .meta({ id: 'Change', description: 'What changed against the edition before.' });

export const ofSubscriptions = {
  subscriptions: z.array(z.int()).describe('The subscriptions that it is for, by place from 0.'),
};
