/**
 * What lmdb 3.5.6 does when the disk gets full under it (see docs/adr/0029), without anything of this bot: now and then a
 * promise of a write resolves though nothing was written, or the process ends by a signal.
 *   mount -t tmpfs -o size=16m tmpfs /mnt/small && node lmdb-on-full-disk.mjs /mnt/small
 */
import { appendFileSync, truncateSync } from 'node:fs';
import { open } from 'lmdb';

const folder = process.argv[2] ?? '.';
const database = open(`${folder}/test.mdb`, { overlappingSync: false, eventTurnBatching: false });
const count = { resolved: 0, rejected: 0, missing: 0 };

async function write(key, value) {
  try {
    await database.put(key, value);
    count.resolved += 1;
    if (database.get(key) !== value) count.missing += 1;
  } catch (error) {
    count.rejected += 1;
    await error.commitError?.catch(() => undefined);
  }
}

setInterval(() => {
  try {
    appendFileSync(`${folder}/filler`, Buffer.alloc(300_000, 1));
  } catch {
    if (Math.random() < 0.05) truncateSync(`${folder}/filler`);
  }
}, 1).unref();
for (let at = 1; at <= 3000; at += 1) {
  const keys = Array.from({ length: 40 }, (_, writer) => `${writer} ${at % 20}`);
  await Promise.all(keys.map((key, writer) => write(key, `${at}`.repeat((writer * at * 7919) % 8000))));
}
console.log(count);
