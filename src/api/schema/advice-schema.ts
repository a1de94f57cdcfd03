import {
  answerLocale,
  change,
  editionId,
  eligibility,
  factId,
  link,
  ofSubscriptions,
  optionId,
  options,
  situation,
  statementFields,
  statementSchema,
  stepSchema,
  verdict,
} from './known-schema.js';
import { readings } from './reading-schema.js';
import { z } from './z.js';

/** What is answered: the same JSON as `advise --json`, field by field. */

const option = z.strictObject({ id: optionId, text: z.string().describe('The option in words.') });

const ask = z
  .strictObject({
    fact: factId,
    question: z.string().describe('The question, in the language of the answer.'),
    hint: z.string().describe('Where to look for the answer.'),
    options: z.array(option).describe('What can be answered, after what is known.'),
    unknown: option.describe('The option for whoever does not know: it is an answer like any other.'),
    remaining: z.int().describe('How many questions there may still be, at most, with this one.'),
    ...ofSubscriptions,
    subscriptions: ofSubscriptions.subscriptions.optional(),
  })
  .meta({ id: 'Ask', description: 'The next question. Ask the person; do not answer it for them.' });

const name = z.string().describe('Its name, in the language of the answer.');
const region = z
  .strictObject({ id: z.string().describe('The region, by id.'), name })
  .nullable()
  .describe('Null where no country was named, or the list has none for it.');
const country = z
  .strictObject({ code: z.string().describe('Its code (ISO 3166-1, two letters).'), name })
  .nullable();
const places = z
  .strictObject({
    customer: country.describe('The customer’s country; null where it was not named.'),
    partner: country.describe('The partner’s country; null where it was not named.'),
    regions: z.strictObject({ customer: region, partner: region }).describe('Their CSP regions.'),
    list: z.string().describe('The date of Microsoft’s list of CSP regions.'),
    text: z.string().nullable().describe('What the list says about the two countries.'),
  })
  .meta({ id: 'Places', description: 'The countries that were named, and their CSP regions.' });

const now = z
  .strictObject({
    edition: editionId,
    eligibility,
    differs: z
      .enum(['cloud', 'verdict', 'steps'])
      .describe('What differs from the edition that was asked for.'),
    turnsOn: z.array(factId).describe('The open facts that today’s answer depends on.'),
    text: z.string().optional().describe('The same as a sentence.'),
  })
  .meta({
    id: 'Now',
    description: 'What is true today, where an older edition was asked for and says otherwise.',
  });

const reasons = z.array(statementSchema).describe('Why it is so.');
const stepsAndCautions = {
  steps: z.array(stepSchema).describe('What is to be done, in this order.'),
  cautions: z.array(statementSchema).describe('What to take care of.'),
};

const group = z
  .strictObject({
    eligibility,
    title: z.string().describe('The eligibility in words.'),
    certain: z.boolean().describe('False: check before you act.'),
    options,
    reasons,
    ...stepsAndCautions,
    differing: z
      .array(z.strictObject({ options, ...stepsAndCautions }))
      .describe('What only some options need besides.'),
    more: z.boolean().describe('Whether more facts would tell more.'),
  })
  .meta({ id: 'Group', description: 'One way that the open facts may turn out, the likeliest first.' });

const dependency = z
  .strictObject({
    fact: factId,
    question: z.string().describe('The question that asks for it.'),
    hint: z.string().describe('Where to look for the answer.'),
    branches: z
      .array(z.strictObject({ option: optionId, eligibility }))
      .describe('What each of its options would lead to.'),
  })
  .meta({ id: 'Dependency', description: 'An open fact, and what each option of it would lead to.' });

const pageLink = z
  .strictObject({ id: z.string().describe('The page, by id.'), ...link })
  .meta({ id: 'Link', description: 'A page to read.' });

const links = z.array(pageLink).describe('Pages to read, with the article of the edition.');

const guidance = {
  eligibility: eligibility.nullable().describe('Null while something is to be asked.'),
  title: z.string().nullable().describe('The eligibility in words.'),
  now: now.nullable().describe('Null unless an older edition was asked for and today’s says otherwise.'),
  reasons,
  ...stepsAndCautions,
  links,
  changes: z.array(change).describe('What changed against the edition before.'),
  dependsOn: z.array(dependency).describe('The open facts that it depends on.'),
  groups: z.array(group).describe('They cover every combination of the open facts once.'),
};

const ground = z.strictObject({ fact: factId, option: optionId });

const why = z
  .strictObject({
    because: z.array(ground).describe('The fewest answers from which the eligibility follows.'),
    rules: z.array(z.string()).describe('The rules that hold, by id; the first one decides.'),
    whyNot: z
      .strictObject({
        verdict,
        because: z.array(ground).describe('The fewest answers that close it.'),
      })
      .optional()
      .describe('The better route that is closed; not there where none is.'),
    remedies: z
      .array(
        z.strictObject({
          changes: z.array(ground).describe('What would have to be so.'),
          eligibility: verdict.describe('What the answer would then be.'),
        }),
      )
      .describe('The nearest changes that somebody can bring about.'),
  })
  .meta({ id: 'Why', description: 'Why the guidance is what it is.' });

const subscription = z
  .strictObject({
    name: z.string().describe('What it is called, in the language of the answer.'),
    situation,
    assumed: situation.describe('What was presumed of it without being asked.'),
    ...guidance,
    receipt: z.string().nullable().describe('Its own answer code. Null while asking.'),
    why: why.nullable().optional().describe('Only where “why” was asked for; null while asking.'),
  })
  .meta({ id: 'SubscriptionAdvice', description: 'One of several subscriptions, as if it were alone.' });

const plan = z
  .strictObject({
    reasons: z
      .array(z.strictObject({ ...statementFields, ...ofSubscriptions }))
      .describe('Why each verdict is what it is.'),
    steps: z
      .array(z.strictObject({ ...stepSchema.shape, ...ofSubscriptions }))
      .describe('What is to be done, in this order.'),
    cautions: z
      .array(z.strictObject({ ...statementFields, ...ofSubscriptions }))
      .describe('What to take care of.'),
    conflicts: z
      .array(
        z.strictObject({
          ...statementFields,
          one: z.array(z.int()).describe('The subscriptions for which it is done, by place from 0.'),
          other: z.array(z.int()).describe('The subscriptions that it is in the way of.'),
        }),
      )
      .describe('What is done for “one” and gets in the way of what “other” needs.'),
    links,
    changes: z
      .array(z.strictObject({ ...change.shape, ...ofSubscriptions }))
      .describe('What changed against the edition before.'),
    assumed: z
      .array(z.strictObject({ fact: factId, option: optionId, ...ofSubscriptions }))
      .describe('What was presumed without being asked.'),
  })
  .meta({ id: 'Plan', description: 'What is to be done for all subscriptions, each thing once.' });

export const advice = z
  .strictObject({
    locale: answerLocale,
    edition: editionId.describe('The edition that answered.'),
    situation: situation.describe(
      'What is known, from “set” and from “text”. Of several subscriptions: the first.',
    ),
    places: places.nullable().describe('Null unless a country was named.'),
    assumed: situation.describe('What was presumed without being asked. Set the fact to change it.'),
    ...readings,
    ...guidance,
    receipt: z
      .string()
      .nullable()
      .describe(
        'The answer code: it opens the same answer again and holds nothing personal. Null while asking.',
      ),
    ask: ask.nullable().describe('The next question; null where there is guidance.'),
    subscriptions: z.array(subscription).describe('Each of several subscriptions; empty where there is one.'),
    plan: plan
      .nullable()
      .describe('The plan of several subscriptions; null where there is one, or while asking.'),
    why: why
      .nullable()
      .optional()
      .describe('Only where “why” was asked for; null while asking. Of several subscriptions: of the first.'),
  })
  .meta({
    id: 'Advice',
    description:
      'Guidance from what was given, or the next question in “ask”. Nothing that was not given is made up.',
  });
