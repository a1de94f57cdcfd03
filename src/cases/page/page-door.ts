import { randomBytes } from 'node:crypto';
import type { Store } from '../../storage/store.js';
import { isKeeperId, type Keeper, type KeeperId, keeperId } from '../keeper.js';
import { type Seal, sealFor } from '../sealed.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** So long a code is good, in milliseconds: time to tap on it, or to paste it into a tab. */
const CODE_FOR = 10 * MINUTE;
/** So long the page stays open while nothing is done on it, in milliseconds, */
const IDLE_FOR = HOUR;
/** and so long at most: a working day. */
const OPEN_FOR = 12 * HOUR;

export interface PageDoorOptions {
  /** Signs; the same for all instances. */
  readonly key: Uint8Array;
  /** Remembers which codes were used. */
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Somebody whose page of cases is open. */
export interface PageVisit {
  readonly keeper: KeeperId;
  /** What the page shows next time: while it is used, it stays open. */
  readonly pass: string;
}

/** Codes are forgotten with conversations, long after they have ceased to be good. */
function usedKey(nonce: string): string {
  return JSON.stringify(['page-code', nonce]);
}

/**
 * Lets whoever keeps cases into the page of them. The chat, which knows people, gives a code that is good for minutes and once; the
 * page gets a pass for it that ends with the working day. Neither says who somebody is.
 */
export class PageDoor {
  readonly #options: PageDoorOptions;
  readonly #codes: Seal;
  readonly #passes: Seal;

  constructor(options: PageDoorOptions) {
    this.#options = options;
    this.#codes = sealFor(options.key, 'code of a page of cases');
    this.#passes = sealFor(options.key, 'pass of a page of cases');
  }

  code(keeper: Keeper): string {
    const nonce = randomBytes(12).toString('base64url');
    return this.#codes.close([keeperId(keeper), nonce, this.#options.now() + CODE_FOR]);
  }

  /** Whom a code lets in, once; undefined where it is none, too old or used. Rejects with `StorageError`. */
  async enter(code: string): Promise<PageVisit | undefined> {
    const { now, store } = this.#options;
    const [keeper, nonce = '', until] = this.#codes.open(code.trim()) ?? [];
    if (!isKeeperId(keeper) || !(now() <= Number(until))) return undefined;
    const first = await store.write(usedKey(nonce), new Date(now()).toISOString().slice(0, 10), undefined);
    return first === undefined ? undefined : this.admit({ keeper });
  }

  /** Lets somebody in whom another sign of theirs has vouched for. */
  admit(whoever: Keeper): PageVisit {
    return this.#visit(keeperId(whoever), this.#options.now());
  }

  /** Whose page it is; undefined where the pass is none of ours, or at its end. */
  visit(pass: string): PageVisit | undefined {
    const [keeper, since, until] = this.#passes.open(pass) ?? [];
    if (!isKeeperId(keeper) || !(this.#options.now() <= Number(until))) return undefined;
    return this.#visit(keeper, Number(since));
  }

  #visit(keeper: KeeperId, since: number): PageVisit {
    const until = Math.min(this.#options.now() + IDLE_FOR, since + OPEN_FOR);
    return { keeper, pass: this.#passes.close([keeper, since, until]) };
  }
}
