import { factId, optionId, said } from './known-schema.js';
import { z } from './z.js';

/** What words were read as. */

const reading = z
  .strictObject({
    kind: z.literal('is').optional().describe('That it is so.'),
    fact: factId,
    value: optionId,
    said,
  })
  .meta({ id: 'Understood', description: 'A fact that the text tells, and the words that do.' });

const openReading = z
  .strictObject({
    kind: z.enum(['unclear', 'isNot']).optional().describe('unclear: one of these. isNot: none of these.'),
    fact: factId,
    options: z.array(optionId).describe('The options of that fact, by id.'),
    said,
  })
  .meta({
    id: 'UnderstoodInPart',
    description: 'Options of a fact that the text leaves open, or rules out.',
  });

const ruleQuestion = z
  .strictObject({
    kind: z
      .enum(['rules', 'why', 'term', 'program', 'other'])
      .describe(
        'rules: what the policy says of something. why: why something matters. term: what a word means. ' +
          'program: what the policy is about. other: something else.',
      ),
    named: z.array(z.strictObject({ fact: factId, option: optionId.optional() })).describe('What it names.'),
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
