import { type HandOver, HandOverError } from './hand-over.js';

/**
 * Stops waiting after a while, for what cannot be called off. It may still arrive later; around `once`, who tries
 * again then waits for that same delivery.
 * @param milliseconds how long somebody waits
 * @param message the remedy, when it took longer
 */
export function patient(handOver: HandOver, milliseconds: number, message: string): HandOver {
  return {
    async send(one) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, fail) => {
        timer = setTimeout(() => fail(new HandOverError(message)), milliseconds);
      });
      try {
        await Promise.race([handOver.send(one), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
