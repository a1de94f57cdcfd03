import { withTimeout } from '../async/with-timeout.js';
import { type HandOver, HandOverError } from './hand-over.js';

/**
 * Stops waiting after a while, for what cannot be called off. It may still arrive later; around `once`, who tries
 * again then waits for that same delivery.
 * @param milliseconds how long somebody waits
 * @param message the remedy, when it took longer
 */
export function timedHandOver(handOver: HandOver, milliseconds: number, message: string): HandOver {
  return {
    send: (one) =>
      withTimeout(handOver.send(one), milliseconds, () => {
        throw new HandOverError(message);
      }),
  };
}
