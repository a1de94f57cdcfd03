import assert from 'node:assert/strict';
import { openLmdbLog } from '../../src/channels/directline/log/lmdb-log.js';
import { Journal } from '../../src/feedback/journal.js';
import { enforceRetention, isKeptForGood } from '../../src/operation/retention.js';
import { DAY, datedVersion } from '../../src/storage/dated-version.js';
import { openDatabase } from '../../src/storage/lmdb/database.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { Sessions } from '../../src/turn/sessions.js';
import { fresh } from '../conversation/talk.js';
import { eventually } from '../eventually.js';
import { newPerson } from '../faults/person.js';
import { entry } from '../feedback/entries.js';
import { captureLog } from '../security/captured-log.js';
import { startIn, temporaryFolder } from '../start/running.js';

const { around } = fresh();

describe('Retention', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  /** Where it is kept what the clock said. */
  const CLOCK = JSON.stringify(['shared', 'retention-clock']);

  /**
   * Makes everything look as if it were so many days older, and the clock as if it had last been looked at so many days
   * ago.
   */
  async function age(directory: string, days: number, lookedAt: number): Promise<void> {
    const store = openDatabase<unknown, string>(directory, 'store.mdb');
    const version = datedVersion(Date.now() - days * DAY);
    for (const { key, value } of [...store.getRange()]) await store.put(key, value, version);
    await store.put(`k:${CLOCK}`, Date.now() - lookedAt * DAY, version);
    await store.close();
    const log = openDatabase<{ timestamp: string }, [string, number]>(directory, 'activities.mdb');
    const timestamp = new Date(Date.now() - days * DAY).toISOString();
    for (const { key, value } of [...log.getRange()]) await log.put(key, { ...value, timestamp }, 1);
    await log.close();
  }

  it('deletes what nobody touched for RETENTION_DAYS soon after the start, and keeps opinions', async () => {
    const path = `${folder.path}/product`;
    const first = await startIn(path);
    const person = await newPerson(first.address);
    await person.say(first.address, 'start');
    await first.close();
    const store = openLmdbStore(path);
    await new Journal(store).append(entry('a'));
    await store.close();
    await age(path, 33, 1);

    const { log: heard, lines, release } = captureLog();
    const sweeps = (count: number): Promise<unknown> =>
      eventually(
        'the sweep',
        () => lines().filter(({ retentionDays }) => retentionDays !== undefined).length === count,
      );
    const second = await startIn(path, { RETENTION_DAYS: '40' }, heard);
    await sweeps(1);
    assert.equal((await person.heard(second.address)).length, 3, 'forty days are not over');
    await second.close();

    await age(path, 33, 1);
    const third = await startIn(path, { RETENTION_DAYS: '30' }, heard);
    await sweeps(2);
    release();
    await assert.rejects(person.heard(third.address), /404/);
    await third.close();
    const after = openLmdbStore(path);
    assert.equal((await new Journal(after).all()).length, 1);
    await after.close();
    const log = openLmdbLog(path);
    assert.equal((await log.read(person.conversationId, 0)).activities.length, 0);
    await log.close();
  });

  it('deletes nothing when the clock jumps ahead, nor when it is set right', async () => {
    const path = `${folder.path}/jump`;
    const first = await startIn(path);
    const person = await newPerson(first.address);
    await first.close();
    const isKept = async (): Promise<void> => {
      const store = openLmdbStore(path);
      const before = await store.read(CLOCK);
      const running = await startIn(path);
      const after = await eventually('the look at the clock', async () => {
        const now = await store.read<number>(CLOCK);
        return now?.version !== before?.version && now;
      });
      assert.equal(Math.round((Date.now() - after.value) / DAY), 0);
      assert.equal((await person.heard(running.address)).length, 1);
      await running.close();
      await store.close();
    };
    // Everything four hundred days older is the same as a clock that is four hundred days ahead.
    await age(path, 400, 401);
    await isKept();
    await age(path, 0, -400);
    await isKept();
  });

  it('waits until the clock has gone on for a day before it deletes, whoever starts how often', async () => {
    const store = memoryStore();
    const swept: number[] = [];
    const watched: Store = {
      ...store,
      async sweep(before) {
        swept.push(Math.round((Date.now() - before.getTime()) / DAY));
        return 0;
      },
    };
    const activities = openLmdbLog(`${folder.path}/often`);
    const { log, release } = captureLog();
    const start = async (reads: number): Promise<void> => {
      let seen = 0;
      const counted: Store = {
        ...watched,
        read: (key) => {
          seen += 1;
          return store.read(key);
        },
      };
      const end = enforceRetention({
        store: counted,
        activities,
        retentionDays: 30,
        caseRetentionDays: 365,
        log,
        afterStart: 0,
      });
      await eventually('the look', () => seen === reads);
      end();
    };
    await start(1);
    await start(1);
    await eventually('the note', () => store.read(CLOCK));
    assert.deepEqual(swept, []);
    const known = await store.read(CLOCK);
    await store.write(CLOCK, Date.now() - 2 * DAY, known?.version);
    await start(1);
    await eventually('both sweeps', () => swept.length === 2);
    assert.deepEqual(swept, [32, 367], 'by what the clock said last');
    await activities.close();
    release();
  });

  it('keeps a conversation and the chosen language of whoever goes on talking', async () => {
    const path = `${folder.path}/talking`;
    const owner = { channel: 'msteams', conversation: 'a:1', user: '29:anna' };
    const say = async (text: string, day: string) => {
      const store = openLmdbStore(path);
      const input = { kind: 'text', text } as const;
      const turn = await new Sessions(store, undefined).turn({
        input,
        owner,
        locales: ['en'],
        delivery: undefined,
        around: { ...around, day },
      });
      await store.sweep(new Date(Date.now() - 30 * DAY), isKeptForGood);
      await store.close();
      return turn.language;
    };
    assert.equal(await say('magyarul', '2026-01-01'), 'hu');
    for (const day of ['2026-01-21', '2026-02-10', '2026-03-02']) {
      const store = openDatabase<unknown, string>(path, 'store.mdb');
      for (const { key, value } of [...store.getRange()]) {
        await store.put(key, value, datedVersion(Date.now() - 20 * DAY));
      }
      await store.close();
      assert.equal(await say('start', day), 'hu');
    }
  });

  it('says how many it deleted, and that the store failed where it does', async () => {
    const captured = captureLog();
    const failing: Store = { ...memoryStore(), sweep: () => Promise.reject(new Error('disk')) };
    const activities = openLmdbLog(`${folder.path}/log`);
    for (const [index, store] of [memoryStore(), failing].entries()) {
      await store.write(CLOCK, Date.now() - DAY, undefined);
      const end = enforceRetention({
        store,
        activities,
        retentionDays: 30,
        caseRetentionDays: 365,
        log: captured.log,
        afterStart: 0,
      });
      await eventually('the sweep', () => captured.lines().length > index);
      end();
    }
    await activities.close();
    captured.release();
    const lines = captured.output();
    assert.match(lines, /"values":0,"conversations":0,"retentionDays":30/);
    assert.match(lines, /could not be deleted/);
  });
});
