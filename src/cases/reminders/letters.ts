import type { KeptCase } from '../kept-case.js';
import type { WriteReason } from './due.js';
import type { KeeperReach } from './reach.js';

/** What a keeper is written about a case without having asked. */
export interface Letter {
  /** The same letter has the same name, so that a channel that looks at it takes the second for the first. */
  readonly name: string;
  readonly kept: KeptCase;
  readonly reason: WriteReason;
  readonly reach: KeeperReach;
}

/** What became of a letter. */
export type LetterEnd =
  | { readonly kind: 'posted' }
  /** Nobody there takes messages of the bot any more. */
  | { readonly kind: 'blocked' }
  /** The channel takes nothing from anybody for now; how long, in milliseconds, if it says so. */
  | { readonly kind: 'busy'; readonly wait: number | undefined }
  /** It did not arrive, or nobody knows whether it did. */
  | { readonly kind: 'failed' };

/** Brings letters to keepers. Never rejects. */
export type Post = (letter: Letter) => Promise<LetterEnd>;
