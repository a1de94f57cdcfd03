/** Which key instances share by now: theirs, or this one where they have none any more. Rejects when it cannot be had. */
export type LookForKey = (known: Uint8Array) => Promise<Uint8Array>;

/** The keys of tokens: one signs, and one that signed before is still believed. */
export interface KeyRing {
  /** The key that signs. Never rejects: without the store it is the one that is known. */
  signing(): Promise<Uint8Array>;
  believed(): readonly Uint8Array[];
  /** Looks at once; true where the key is another one now. */
  renew(): Promise<boolean>;
}

/** After so many milliseconds one looks again which key is shared, before anything is signed. */
const HOLDS = 5000;
/** Whoever sends forged tokens must not have the store asked each time, in milliseconds. */
const PERIOD = 500;

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** @param look none: the key is this process's own, or set for all of them */
export function keyRing(key: Uint8Array, look?: LookForKey): KeyRing {
  let keys: readonly Uint8Array[] = [key];
  let lookedAt = performance.now();
  let looking: Promise<boolean> | undefined;

  async function adopt(lookUp: LookForKey, known: Uint8Array): Promise<boolean> {
    lookedAt = performance.now();
    const shared = await lookUp(known).catch(() => known);
    if (areSame(shared, known)) return false;
    keys = [shared, known];
    return true;
  }

  function renew(): Promise<boolean> {
    const [known = key] = keys;
    if (look === undefined || (looking === undefined && performance.now() - lookedAt < PERIOD)) {
      return Promise.resolve(false);
    }
    looking ??= adopt(look, known).finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    async signing() {
      if (look !== undefined && performance.now() - lookedAt > HOLDS) await renew();
      return keys[0] ?? key;
    },
    believed: () => keys,
    renew,
  };
}
