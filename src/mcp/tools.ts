import { compareOperation } from '../api/operations/compare-operation.js';
import { receiptOperation } from '../api/operations/receipt-operation.js';
import { understandOperation } from '../api/operations/understand-operation.js';
import { advice } from '../api/schema/advice-schema.js';
import { adviseRequest } from '../api/schema/given-schema.js';
import { advised } from './advice-text.js';
import { type AssistantTool, tool } from './tool.js';

const NOTHING_MADE_UP =
  'Give only what the person has said, in “set” or in their own words in “text”; never fill in what is missing. ';

const adviceRequest = adviseRequest.omit({ why: true });

/** The same data as text, for clients that show nothing else. */
function asText(data: object): { readonly data: object; readonly text: string } {
  return { data, text: JSON.stringify(data, undefined, 1) };
}

/** Everything that an assistant can ask for. A new tool is its entry here. */
export const TOOLS: readonly AssistantTool[] = [
  tool({
    name: 'advise',
    title: 'Does multi-channel support apply, and what is to be done',
    description:
      'Answers a partner of Microsoft’s Cloud Solution Provider program about a subscription that a customer bought elsewhere. ' +
      NOTHING_MADE_UP +
      'While something is missing there is no verdict: “ask” holds the next question with its options and a hint. Put it to the ' +
      'person, and call again with everything said so far. Tell what was presumed, and cite the sources.',
    given: adviceRequest,
    answer: advice,
    answers: advised,
  }),
  tool({
    name: 'explain',
    title: 'Why the answer is what it is',
    description:
      'The same as “advise”, and besides: the fewest answers that decide, the rules, what would change it. ' +
      NOTHING_MADE_UP,
    given: adviceRequest,
    answer: advice,
    answers: (given, reader) => advised({ ...given, why: true }, reader),
  }),
  tool({
    name: 'understand',
    title: 'What somebody’s own words say',
    description:
      'Reads facts from a text, each with the words that say so, and answers nothing. Let the person confirm them.',
    given: understandOperation.given,
    answer: understandOperation.answer,
    answers: async (given, reader) => asText(await understandOperation.answers(given, reader)),
  }),
  tool({
    name: 'compare_editions',
    title: 'In which situations two editions of the policy differ',
    description: compareOperation.description,
    given: compareOperation.given,
    answer: compareOperation.answer,
    answers: async (given, reader) => asText(await compareOperation.answers(given, reader)),
  }),
  tool({
    name: 'open_receipt',
    title: 'The answer that an answer code stands for',
    description: receiptOperation.description,
    given: receiptOperation.given,
    answer: receiptOperation.answer,
    answers: async (given, reader) => {
      // Answers before it is said in words, since it checks the code.
      const data = await receiptOperation.answers(given, reader);
      const { text } = advised({ text: given.code, locale: data.locale }, { ...reader, edition: undefined });
      return { data, text };
    },
  }),
];
