import { openDatabase } from '../../src/storage/database.js';

/** Begins a write into the data in a folder and stays in the middle of it, as a process does that is frozen there. */
const [directory = ''] = process.argv.slice(2);
const database = openDatabase<unknown, string>(directory, 'store.mdb');
database.transactionSync(() => {
  process.stdout.write('holding\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
