import { createHmac, timingSafeEqual } from 'node:crypto';

/** Nothing that is sealed here is longer, in characters. */
const LONGEST = 400;

/** Words that anybody may carry, and nobody but this program can have written. */
export interface Seal {
  /** @param words without spaces */
  close(words: readonly (string | number)[]): string;
  /** The words; undefined where they are none of ours, or were sealed for something else. */
  open(text: string): readonly string[] | undefined;
}

/**
 * @param key signs; the same for all instances
 * @param purpose what the words are good for: they are for nothing else
 */
export function sealFor(key: Uint8Array, purpose: string): Seal {
  const signature = (words: string): string =>
    createHmac('sha256', key).update(`${purpose} ${words}`).digest('base64url');
  return {
    close(all) {
      const words = Buffer.from(all.join(' ')).toString('base64url');
      return `${words}.${signature(words)}`;
    },
    open(text) {
      const [words = '', given = '', ...more] = text.length > LONGEST ? [] : text.split('.');
      const [theirs, own] = [Buffer.from(given), Buffer.from(signature(words))];
      if (more.length > 0 || theirs.length !== own.length || !timingSafeEqual(theirs, own)) return undefined;
      return Buffer.from(words, 'base64url').toString().split(' ');
    },
  };
}
