import { pino } from 'pino';
import { loadConfig } from '../../start/config.js';
import { openData } from '../../start/data.js';
import type { Store } from '../../storage/store.js';

/**
 * Does something with what the bot keeps, beside a server that runs: on disk, or where STORAGE_URL says. Rejects with `StorageError`
 * or `ConfigError`.
 */
export async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const { store, activities, counters } = await openData(loadConfig(), pino({ level: 'silent' }));
  try {
    return await use(store);
  } finally {
    await counters.close();
    await activities.close();
    await store.close();
  }
}
