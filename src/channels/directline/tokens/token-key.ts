import { type Parsed, parsed, problem } from '../../../problem/parsed.js';

/** A key that is shorter could be guessed. */
export const KEY_BYTES = 32;

/** Whether what was kept is a key still: what a power cut has emptied has its length, and nothing but zeros. */
export function isTokenKey(key: Uint8Array): boolean {
  return key.length >= KEY_BYTES && key.some((byte) => byte !== key[0]);
}

/** Reads DIRECT_LINE_TOKEN_KEY; undefined where it is not set. Pure; what it says never quotes the key. */
export function parseTokenKey(text: string | undefined): Parsed<Uint8Array | undefined> {
  if (text === undefined) return parsed(undefined);
  const key = /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (key.length >= KEY_BYTES) return parsed(key);
  return problem(
    'DIRECT_LINE_TOKEN_KEY must be at least 32 bytes in Base64, such as `openssl rand -base64 32` prints.',
  );
}
