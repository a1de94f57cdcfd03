import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Parsed, parsed, problem } from '../../problem/parsed.js';

/** A key that some program has. What is kept of it is its hash: nobody can call with that. */
export interface ApiKey {
  /** Who has it: in the log, and in its counts. */
  readonly name: string;
  /** SHA-256. A key has 256 bits of chance, so that nothing slower is needed. */
  readonly hash: Buffer;
}

const KEY_BYTES = 32;
/** So that whoever finds one knows what it is, and programs that look for secrets do. */
const PREFIX = 'mca_';
const KEY = /^mca_[\w-]{43}$/;
const ENTRY = /^([A-Za-z0-9][\w.-]{0,63}):([\w-]{43})$/;

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** A new key, and the entry of `API_KEYS` that lets it in. */
export function newKey(name: string): { readonly key: string; readonly entry: string } {
  const key = `${PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;
  return { key, entry: `${name}:${hashOf(key).toString('base64url')}` };
}

/** Whether a key may have this name. */
export function isKeyName(name: string): boolean {
  return ENTRY.test(`${name}:${'A'.repeat(43)}`);
}

/** Reads API_KEYS, entry by entry. Pure; what it says quotes no more than a name. */
export function parseKeys(entries: readonly string[]): Parsed<readonly ApiKey[]> {
  const keys: ApiKey[] = [];
  for (const [at, entry] of entries.entries()) {
    const [, name, hash] = ENTRY.exec(entry) ?? [];
    if (name === undefined || hash === undefined) {
      return problem(
        `API_KEYS has an entry (number ${at + 1}) that is no name with a hash. Make one with \`npm run --silent api-key -- NAME\`.`,
      );
    }
    if (keys.some((each) => each.name === name)) {
      return problem(`API_KEYS names "${name}" twice. Give each key a name of its own.`);
    }
    keys.push({ name, hash: Buffer.from(hash, 'base64url') });
  }
  return parsed(keys);
}

/** Whose key it is. Every entry is compared in the same time, so that nobody can feel their way to one. */
export function holderOf(key: string, keys: readonly ApiKey[]): string | undefined {
  if (!KEY.test(key)) return undefined;
  const hash = hashOf(key);
  const isTheirs = keys.map((each) => timingSafeEqual(each.hash, hash));
  return keys[isTheirs.indexOf(true)]?.name;
}
