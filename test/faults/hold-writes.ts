import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/storage/lmdb/database.js';

/**
 * Begins a write into a file of the data in a folder and stays in the middle of it, as a process does that is frozen
 * there, until there is a file `go-on`.
 */
const [directory = '', file = 'store.mdb'] = process.argv.slice(2);
const database = openDatabase<unknown, string>(directory, file);
database.transactionSync(() => {
  process.stdout.write('holding\n');
  const never = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(join(directory, 'go-on'))) Atomics.wait(never, 0, 0, 50);
});
await database.close();
