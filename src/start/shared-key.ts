import { randomBytes } from 'node:crypto';
import { isTokenKey, KEY_BYTES } from '../channels/directline/tokens/token-key.js';
import { StorageError } from '../storage/error.js';
import type { Store } from '../storage/store.js';

/** Where instances that share a store keep their common key. */
const SHARED_KEY = JSON.stringify(['shared', 'direct-line-key']);

/**
 * The key that instances share; whoever finds none writes theirs, so that a store that has lost it has it again.
 * @param mine what this instance signs with, if it does already
 */
export async function keyInStore(
  store: Store,
  mine: Uint8Array = randomBytes(KEY_BYTES),
): Promise<Uint8Array> {
  const known = await store.read<unknown>(SHARED_KEY);
  if (known === undefined) await store.write(SHARED_KEY, Buffer.from(mine).toString('base64'), undefined);
  const stored = known ?? (await store.read<unknown>(SHARED_KEY));
  const key = typeof stored?.value === 'string' ? Buffer.from(stored.value, 'base64') : Buffer.alloc(0);
  if (isTokenKey(key)) return key;
  throw new StorageError('The shared key of Direct Line is unreadable. Set DIRECT_LINE_TOKEN_KEY.');
}
