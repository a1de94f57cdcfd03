import { LANGUAGES } from '../../language/languages.js';
import { MOST_SUBSCRIPTIONS } from '../../policy/case/case.js';
import { EDITION_IDS } from '../../policy/edition.js';
import { FACT_IDS, type FactId, optionsOf, outlasts } from '../../policy/facts.js';
import { READABLE } from '../../problem/readable.js';
import { z } from './z.js';

/** What is asked. Names are those of `advise --lines`, so that a line of one is a request to the other. */

/** So many situations come in one list; thousands come as lines. */
export const MOST_AT_ONCE = 100;
/** As `Intl` writes a locale at its longest, and more than any that is in use. */
const LONGEST_LOCALE = 64;
/** In UTF-16 units; the longest name of a country has half of it. */
const LONGEST_COUNTRY = 100;

const COUNTRY = 'A country: a name in one of the languages, a code such as DE, or a flag.';

/** A fact as a field: its options, and what asks for it. */
function factField(fact: FactId) {
  const question = LANGUAGES.en.say(`fact.${fact}.question`);
  const hint = LANGUAGES.en.say(`fact.${fact}.hint`);
  return z.enum([...optionsOf(fact), 'unknown']).describe(`${question} ${hint}`);
}

function factFields(facts: readonly FactId[]) {
  return Object.fromEntries(facts.map((fact) => [fact, factField(fact).optional()] as const));
}

const country = (whose: string) => z.string().max(LONGEST_COUNTRY).optional().describe(`${COUNTRY} ${whose}`);

export const locale = z
  .string()
  .max(LONGEST_LOCALE)
  .describe(
    'A BCP 47 locale such as pt-BR: the language of the answer. Without it, Accept-Language decides.',
  );

export const edition = z.enum(EDITION_IDS).describe('An edition of the policy, by its id.');

const given = z
  .strictObject({
    ...factFields(FACT_IDS),
    customerCountry: country('With partnerCountry it decides region.'),
    partnerCountry: country('With customerCountry it decides region.'),
  })
  .meta({
    id: 'Given',
    description:
      'What is known of the customer, by fact: an option, or “unknown” where it was asked and nobody knows. A fact that is not there was not asked.',
  });

const subscription = z.strictObject(factFields(FACT_IDS.filter((fact) => !outlasts(fact)))).meta({
  id: 'GivenSubscription',
  description: 'What one of several subscriptions has of its own, by fact.',
});

export const text = z
  .string()
  .max(READABLE)
  .describe(
    'What somebody said or wrote, in their own words; a typed answer to the next question; or an answer code.',
  );

export const adviseRequest = z
  .strictObject({
    locale: locale.optional(),
    edition: edition
      .optional()
      .describe('The edition to answer by. Without it: the newest of the customer’s cloud.'),
    set: given.optional(),
    text: text.optional(),
    subscriptions: z
      .array(subscription)
      .min(1)
      .max(MOST_SUBSCRIPTIONS)
      .optional()
      .describe('Several subscriptions of one customer. What is the same for all stands in “set”.'),
    why: z
      .boolean()
      .optional()
      .describe('Whether to say why: the answers that decide, the rules, and what would change it.'),
  })
  .meta({
    id: 'AdviseRequest',
    description:
      'A situation, or a case of several subscriptions. Whatever “set” says counts more than “text”.',
  });

export const adviseRequests = z
  .array(adviseRequest)
  .min(1)
  .max(MOST_AT_ONCE)
  .describe('Several, each answered in its place.');

export const understandRequest = z
  .strictObject({ locale: locale.optional(), text })
  .meta({ id: 'UnderstandRequest', description: 'Words to read, without an answer.' });
