import { createPublicKey } from 'node:crypto';
import { boundedText } from '../../async/bounded-text.js';

/** A public key as botbuilder takes it. */
export interface SigningKey {
  /** PEM. */
  readonly key: string;
  /** The channels that it may sign for; absent for keys of an issuer that speaks for no channel. */
  readonly endorsements?: readonly string[];
}

/** Times in milliseconds. */
export interface KeyTimes {
  /** What fetching may take, both documents together. */
  readonly fetch: number;
  /** After a fetch that failed, nothing is fetched for so long. */
  readonly rest: number;
  /** Keys of this age are fetched again for a name that is not among them. */
  readonly unknown: number;
  /** Keys of this age are fetched again; the old ones are used meanwhile. */
  readonly refresh: number;
  /** Keys of this age are not used any more. */
  readonly longest: number;
}

const HOUR = 3_600_000;

/** In bytes; a key is some 4 KB with all that is said about it, and an issuer has some dozens. */
const LONGEST_DOCUMENT = 1024 * 1024;

/**
 * A channel waits 15 s for a turn. The rest as botbuilder has it, but for the last: it has keys refused after a day
 * while they cannot be fetched. Azure Bot Service says that they may be kept for five.
 */
export const KEY_TIMES: KeyTimes = {
  fetch: 4000,
  rest: 5000,
  unknown: HOUR,
  refresh: 24 * HOUR,
  longest: 5 * 24 * HOUR,
};

/** The keys could not be had: nothing is known about the token. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

type KeySet = ReadonlyMap<string, SigningKey>;

interface Held {
  readonly keys: KeySet;
  readonly since: number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether its issuer speaks for channels, each of which a key must be endorsed for, or for itself alone. */
export type IssuerKind = 'channels' | 'itself';

/** The channels that a key is endorsed for; undefined where there are none. */
function endorsementsOf(named: unknown): readonly string[] | undefined {
  const channels = Array.isArray(named) ? named.filter((each) => typeof each === 'string') : [];
  return channels.length === 0 ? undefined : channels;
}

/** The name and the key, of a JSON Web Key that is one of RSA. */
function signingKey(jwk: unknown, issuer: IssuerKind): readonly [string, SigningKey] | undefined {
  if (!isObject(jwk)) return undefined;
  const { kid, n, e } = jwk;
  if (typeof kid !== 'string' || typeof n !== 'string' || typeof e !== 'string') return undefined;
  const endorsements = endorsementsOf(jwk.endorsements);
  // botbuilder takes a key without any for good for every channel.
  if (issuer === 'channels' && endorsements === undefined) return undefined;
  try {
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
    const pem = key.export({ type: 'spki', format: 'pem' }).toString();
    return [kid, endorsements === undefined ? { key: pem } : { key: pem, endorsements }];
  } catch {
    return undefined;
  }
}

async function json(address: string, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  const body: unknown = JSON.parse(await boundedText(response.body ?? [], LONGEST_DOCUMENT));
  if (!isObject(body)) throw new Error('Not a document');
  return body;
}

/** @param address of the OpenID metadata, which say where the keys are */
async function fetchKeys(address: string, issuer: IssuerKind, milliseconds: number): Promise<KeySet> {
  const signal = AbortSignal.timeout(milliseconds);
  const { jwks_uri } = await json(address, signal);
  const { keys } = await json(String(jwks_uri), signal);
  if (!Array.isArray(keys)) throw new Error('No keys');
  const usable = keys.map((jwk) => signingKey(jwk, issuer)).filter((pair) => pair !== undefined);
  // An issuer always has one. In place of the keys that are known, none would have everybody refused for an hour.
  if (usable.length === 0) throw new Error('No key that can be used');
  return new Map(usable);
}

/**
 * The keys that one issuer signs with. In place of botbuilder's, which fetches them without a time limit, and once
 * for every request that comes before it has them: whoever forges tokens while the server of the keys hangs would hold
 * as many requests, in and out, as they like.
 */
export class SigningKeys {
  readonly #address: string;
  readonly #issuer: IssuerKind;
  readonly #times: KeyTimes;
  readonly #now: () => number;
  #held: Held | undefined;
  #fetching: Promise<void> | undefined;
  #failure: { readonly error: KeysUnavailable; readonly since: number } | undefined;

  /** @param now a clock that is never set */
  constructor(
    address: string,
    issuer: IssuerKind,
    times: KeyTimes = KEY_TIMES,
    now: () => number = () => performance.now(),
  ) {
    this.#address = address;
    this.#issuer = issuer;
    this.#times = times;
    this.#now = now;
  }

  /** The key of this name; null when the issuer has none. Rejects with `KeysUnavailable`. */
  async getKey(name: string): Promise<SigningKey | null> {
    const age = this.#held === undefined ? Number.POSITIVE_INFINITY : this.#now() - this.#held.since;
    const known = age < this.#times.longest ? this.#held?.keys.get(name) : undefined;
    if (known !== undefined) {
      // Whether it works out is the matter of whoever comes when the old ones are not used any more.
      if (age >= this.#times.refresh) this.#refresh().catch(() => undefined);
      return known;
    }
    if (age < this.#times.unknown) return null;
    await this.#refresh();
    return this.#held?.keys.get(name) ?? null;
  }

  /** One fetch for everybody, and its failure for everybody who comes soon after. */
  #refresh(): Promise<void> {
    const failure = this.#failure;
    if (failure !== undefined && this.#now() - failure.since < this.#times.rest) {
      return Promise.reject(failure.error);
    }
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #fetch(): Promise<void> {
    try {
      const keys = await fetchKeys(this.#address, this.#issuer, this.#times.fetch);
      this.#held = { keys, since: this.#now() };
      this.#failure = undefined;
    } catch (cause) {
      const error = new KeysUnavailable('The keys of an issuer of tokens could not be fetched.', { cause });
      this.#failure = { error, since: this.#now() };
      throw error;
    }
  }
}
