import { createHash } from 'node:crypto';

/** Printable and well below LMDB's limit of 1978 bytes; any other key is stored under its hash. */
const PLAIN_KEY = /^[\x20-\x7e]{1,500}$/;
const PLAIN = 'k:';

/** The hash reads UTF-16, because in UTF-8 two different lone surrogates would be the same key. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key, 'utf16le').digest('base64url');
}

/** The name that a key is stored under; no two keys share one. */
export function storedKey(key: string): string {
  return PLAIN_KEY.test(key) ? `${PLAIN}${key}` : `h:${keyHash(key)}`;
}

/** The key of such a name, or undefined where only its hash is known. */
export function keyOf(stored: string): string | undefined {
  return stored.startsWith(PLAIN) ? stored.slice(PLAIN.length) : undefined;
}
