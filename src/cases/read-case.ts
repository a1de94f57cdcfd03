import type { Store } from '../storage/store.js';
import { type CaseId, caseKey } from './case-keys.js';
import type { KeptCase } from './kept-case.js';
import { unpackedCase } from './packed-case.js';

/** A case as it is stored, whoever keeps it, with its version; undefined where there is none. Rejects with `StorageError`. */
export async function readKept(
  store: Store,
  id: CaseId,
): Promise<{ readonly kept: KeptCase; readonly version: string } | undefined> {
  const stored = await store.read<unknown>(caseKey(id));
  const kept = stored && unpackedCase(id, stored.value);
  return kept && { kept, version: stored.version };
}
