import { ConfigError } from '../problem/config-error.js';
import { StorageError } from '../storage/error.js';
import { backUp } from '../storage/lmdb/copy-data.js';
import { loadConfig } from './config.js';
import { endWithOutput } from './output.js';

/** `npm run backup -- <folder>`: copies the conversations of this machine, also while the bot runs. */
async function run(to: string | undefined): Promise<void> {
  endWithOutput();
  const { dataDir, storage } = loadConfig();
  if (to === undefined) throw new ConfigError('Name the new folder: npm run backup -- <folder>.');
  if (storage !== undefined) {
    throw new ConfigError('STORAGE_URL says where conversations are kept: use the backup of that service.');
  }
  await backUp(dataDir, to);
  console.log(`Everything in "${dataDir}" is copied to "${to}".`);
}

run(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof ConfigError || error instanceof StorageError ? error.message : error);
  process.exit(1);
});
