import {
  change,
  editionId,
  eligibility,
  factId,
  link,
  ofSubscriptions,
  options,
  said,
  situation,
  statementFields,
  statementSchema,
  stepSchema,
  verdict,
} from './known-schema.js';
import { z } from './z.js';

/** What is answered: the same JSON as `advise --json`, field by field. */

const reading = z
  .strictObject({ kind: z.literal('is').optional(), fact: factId, value: z.string(), said })
  .meta({ id: 'Understood', description: 'A fact that the text tells, and the words that do.' });

const openReading = z
  .strictObject({
    kind: z.enum(['unclear', 'isNot']).optional(),
    fact: factId,
    options: z.array(z.string()),
    said,
  })
  .meta({
    id: 'UnderstoodInPart',
    description: 'Options of a fact that the text leaves open, or rules out.',
  });

const ruleQuestion = z
  .strictObject({
    kind: z.enum(['rules', 'why', 'term', 'program', 'other']),
    named: z
      .array(z.strictObject({ fact: factId, option: z.string().optional() }))
      .describe('What it names.'),
    text: z.array(z.string()).describe('What the policy says to it.'),
  })
  .meta({ id: 'RuleQuestion', description: 'A question about the rules, and the answer to it.' });

/** What a text was read as. */
export const readings = {
  understood: z.array(reading).describe('What the text tells. Somebody should confirm it before it counts.'),
  unclear: z.array(openReading).describe('Where the text leaves several options.'),
  excluded: z.array(openReading).describe('What the text says is not so.'),
  others: z
    .array(z.array(reading))
    .describe('What the text tells of each of the customer’s other subscriptions.'),
  question: ruleQuestion.nullable().describe('Null unless the text asks about the rules.'),
};

const option = z.strictObject({ id: z.string(), text: z.string().describe('The option in words.') });

const ask = z
  .strictObject({
    fact: factId,
    question: z.string(),
    hint: z.string().describe('Where to look for the answer.'),
    options: z.array(option),
    unknown: option.describe('The option for whoever does not know: it is an answer like any other.'),
    remaining: z.int().describe('How many questions there may still be, at most, with this one.'),
    ...ofSubscriptions,
    subscriptions: ofSubscriptions.subscriptions.optional(),
  })
  .meta({ id: 'Ask', description: 'The next question. Ask the person; do not answer it for them.' });

const named = z.strictObject({ id: z.string(), name: z.string() });
const country = z.strictObject({ code: z.string(), name: z.string() }).nullable();
const places = z
  .strictObject({
    customer: country,
    partner: country,
    regions: z.strictObject({ customer: named.nullable(), partner: named.nullable() }),
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
    turnsOn: z.array(factId),
    text: z.string().optional(),
  })
  .meta({
    id: 'Now',
    description: 'What is true today, where an older edition was asked for and says otherwise.',
  });

const stepsAndCautions = { steps: z.array(stepSchema), cautions: z.array(statementSchema) };

const group = z
  .strictObject({
    eligibility,
    title: z.string(),
    certain: z.boolean(),
    options,
    reasons: z.array(statementSchema),
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
    question: z.string(),
    hint: z.string(),
    branches: z.array(z.strictObject({ option: z.string(), eligibility })),
  })
  .meta({ id: 'Dependency', description: 'An open fact, and what each option of it would lead to.' });

const pageLink = z
  .strictObject({ id: z.string(), ...link })
  .meta({ id: 'Link', description: 'A page to read.' });

const guidance = {
  eligibility: eligibility.nullable().describe('Null while something is to be asked.'),
  title: z.string().nullable().describe('The eligibility in words.'),
  now: now.nullable().describe('Null unless an older edition was asked for and today’s says otherwise.'),
  reasons: z.array(statementSchema),
  ...stepsAndCautions,
  links: z.array(pageLink),
  changes: z.array(change).describe('What changed against the edition before.'),
  dependsOn: z.array(dependency).describe('The open facts that it depends on.'),
  groups: z.array(group).describe('They cover every combination of the open facts once.'),
};

const ground = z.strictObject({ fact: factId, option: z.string() });

const why = z
  .strictObject({
    because: z.array(ground).describe('The fewest answers from which the eligibility follows.'),
    rules: z.array(z.string()).describe('The rules that hold, by id; the first one decides.'),
    whyNot: z
      .strictObject({ verdict, because: z.array(ground) })
      .optional()
      .describe('The better route that is closed, and the fewest answers that close it.'),
    remedies: z
      .array(z.strictObject({ changes: z.array(ground), eligibility: verdict }))
      .describe('The nearest changes that somebody can bring about.'),
  })
  .meta({ id: 'Why', description: 'Why the guidance is what it is.' });

const subscription = z
  .strictObject({
    name: z.string(),
    situation,
    assumed: situation,
    ...guidance,
    receipt: z.string().nullable(),
    why: why.nullable().optional().describe('Only where “why” was asked for; null while asking.'),
  })
  .meta({ id: 'SubscriptionAdvice', description: 'One of several subscriptions, as if it were alone.' });

const plan = z
  .strictObject({
    reasons: z.array(z.strictObject({ ...statementFields, ...ofSubscriptions })),
    steps: z.array(z.strictObject({ ...stepSchema.shape, ...ofSubscriptions })),
    cautions: z.array(z.strictObject({ ...statementFields, ...ofSubscriptions })),
    conflicts: z
      .array(z.strictObject({ ...statementFields, one: z.array(z.int()), other: z.array(z.int()) }))
      .describe('What is done for “one” and gets in the way of what “other” needs.'),
    links: z.array(pageLink),
    changes: z.array(z.strictObject({ ...change.shape, ...ofSubscriptions })),
    assumed: z.array(z.strictObject({ fact: factId, option: z.string(), ...ofSubscriptions })),
  })
  .meta({ id: 'Plan', description: 'What is to be done for all subscriptions, each thing once.' });

export const advice = z
  .strictObject({
    locale: z.string().describe('The language of the answer.'),
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
