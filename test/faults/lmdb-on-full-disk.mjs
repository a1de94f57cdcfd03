/**
 * What lmdb 3.5.6 does when the disk gets full under it: promises of writes resolve though nothing was written, and
 * sooner or later the process ends by a signal (see docs/adr/0029). On its own, without anything of this bot:
 *   mount -t tmpfs -o size=16m tmpfs /mnt/small && node lmdb-on-full-disk.mjs /mnt/small
 */
import { appendFileSync, truncateSync } from 'node:fs';
import { open } from 'lmdb';

const [folder = '.'] = process.argv.slice(2);
const database = open(`${folder}/test.mdb`, {
  encoding: 'json',
  useVersions: true,
  overlappingSync: false,
  eventTurnBatching: false,
});
const count = { resolved: 0, rejected: 0, missing: 0 };

async function writer(number) {
  for (let version = 1; version <= 3000; version += 1) {
    const key = `${number} ${version % 20}`;
    const seen = database.getEntry(key)?.version;
    try {
      const done = await database.put(key, 'x'.repeat((number * version * 7919) % 30000), version, seen);
      if (!done) continue;
      count.resolved += 1;
      if (database.getEntry(key)?.version !== version) count.missing += 1;
    } catch (error) {
      count.rejected += 1;
      await error.commitError?.catch(() => undefined);
    }
  }
}

const filling = setInterval(() => {
  try {
    appendFileSync(`${folder}/filler`, Buffer.alloc(300_000, 1));
  } catch {
    if (Math.random() < 0.05) truncateSync(`${folder}/filler`);
  }
}, 1);
await Promise.all(Array.from({ length: 40 }, (_, number) => writer(number)));
clearInterval(filling);
console.log(count);
