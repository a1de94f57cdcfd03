import type { Logger } from 'pino';
import { prepareTemplates } from '../cards/template.js';
import { nextPlan } from '../policy/engine/interview.js';
import { policyFor } from '../policy/engine/policy.js';

/** When templates are read after the start and diagrams planned, in milliseconds; it takes half a second. */
const WARM_UP = 3000;

function prepareRest(): void {
  prepareTemplates();
  nextPlan(policyFor(undefined), {});
}

/**
 * Makes ready what the first answer does not need and everybody needs soon: later than that on purpose, and before
 * somebody waits for it. The returned function calls it off.
 */
export function prepareLater(log: Logger): () => void {
  const warmUp = setTimeout(() => {
    try {
      prepareRest();
    } catch (error) {
      // Whoever needs it first loads it, or hears what is wrong.
      log.error({ error }, 'what the first answer did not need could not be prepared');
    }
  }, WARM_UP).unref();
  return () => clearTimeout(warmUp);
}
