import { editionFor, policyFor } from '../policy/engine/policy.js';
import { isAnswer, isFactId, type Situation } from '../policy/facts.js';
import { writeReceipt } from './receipt.js';

/**
 * The code of a situation that somebody else's page knows, by the newest edition. What is no fact or no answer is left out;
 * undefined where nothing is left.
 * @param pairs a fact and its option each, by their ids: `cloud=public`
 */
export function startCode(pairs: readonly string[]): string | undefined {
  const known = pairs
    .map((pair) => pair.split('='))
    .filter(([fact, value]) => isFactId(fact) && isAnswer(fact, value));
  if (known.length === 0) return undefined;
  const situation: Situation = Object.fromEntries(known);
  const edition = editionFor(policyFor(undefined), situation).id;
  return writeReceipt({ edition, situation, everyCloud: false });
}
