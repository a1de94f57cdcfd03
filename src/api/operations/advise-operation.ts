import type { output } from 'zod/v4';
import { advise, adviseAndExplain } from '../../advice/advice.js';
import { parseRequest } from '../../advice/request.js';
import { RequestError } from '../../advice/request-error.js';
import { inTurn } from '../../async/in-turn.js';
import { advice } from '../schema/advice-schema.js';
import { adviseRequest, adviseRequests } from '../schema/given-schema.js';
import { z } from '../schema/z.js';
import { type ApiReader, operation } from './operation.js';

/** One request, answered as `advise --json` answers it. Throws `RequestError`. */
export function adviceTo(
  given: output<typeof adviseRequest>,
  { language, edition }: Omit<ApiReader, 'caller'>,
) {
  const request = parseRequest({ locale: language.tag, edition, ...given });
  return given.why === true ? adviseAndExplain(request) : advise(request);
}

/** One answer, as `advise --json` has it. */
export type Advised = ReturnType<typeof adviceTo>;

async function eachInPlace(
  all: readonly output<typeof adviseRequest>[],
  reader: ApiReader,
): Promise<readonly Advised[]> {
  const answers: Advised[] = [];
  for (const [at, one] of all.entries()) {
    if (at > 0) await inTurn(reader.caller);
    try {
      answers.push(adviceTo(one, reader));
    } catch (error) {
      throw error instanceof RequestError ? error.within([at]) : error;
    }
  }
  return answers;
}

export const adviseOperation = operation({
  id: 'advise',
  method: 'post',
  path: '/advise',
  summary: 'Guidance for a customer’s subscription, or the next question',
  description:
    'Answers from what is given and from nothing else. Where something is missing, “ask” holds the next question with ' +
    'its options and a hint: put it to the person, and send the same request again with the answer in “set”. A list is ' +
    'answered with a list. With the content type application/x-ndjson each line is a request, and each line of the ' +
    'answer an Advice or a Problem, in the same order.',
  given: z.union([adviseRequest, adviseRequests]),
  answer: z.union([advice, z.array(advice)]),
  example: {
    locale: 'en',
    set: {
      cloud: 'public',
      partner: 'indirectReseller',
      service: 'license',
      seller: 'enterpriseAgreement',
      goal: 'support',
    },
  },
  lines: true,
  isRepeated: (given) =>
    typeof given === 'object' && given !== null && !Array.isArray(given) && !('text' in given),
  answers: (given, reader) => (Array.isArray(given) ? eachInPlace(given, reader) : adviceTo(given, reader)),
});
