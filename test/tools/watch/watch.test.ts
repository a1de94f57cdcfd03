import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { closedOn, ticked, watchedOr } from '../../../src/cases/case-changes.js';
import { CaseStore } from '../../../src/cases/case-store.js';
import { Reminders } from '../../../src/cases/reminders/reminders.js';
import { watchedCases, watchedLists } from '../../../src/cases/reminders/watched.js';
import { openLmdbStore } from '../../../src/storage/lmdb/lmdb.js';
import { ANNA, BEN, DAY, made } from '../../cases/case-contract.js';
import { reachOf, WITH_GDAP } from '../../cases/rounds-world.js';
import { temporaryFolder } from '../../start/running.js';

function tool(path: string, folder: string, ...args: readonly string[]) {
  const file = fileURLToPath(new URL(`../../../src/tools/${path}`, import.meta.url));
  const env = { PATH: process.env.PATH, DATA_DIR: folder };
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', env });
  return { stdout, stderr, status };
}

describe('The commands for cases', () => {
  const folder = temporaryFolder();
  let watched = '';
  before(async () => {
    const store = openLmdbStore(folder.path);
    const reminders = new Reminders(store, { now: Date.now });
    const cases = new CaseStore(store, [reminders, watchedLists(store)]);
    const one = await made(cases, ANNA, { ...WITH_GDAP, told: '2020-06' });
    watched = one.id;
    await reminders.reachedAt(ANNA, reachOf(ANNA), DAY);
    await cases.change(ANNA, watched, watchedOr(true), DAY);
    await cases.change(ANNA, watched, ticked({ step: 'requestRelationship', day: DAY, by: 'you' }), DAY);
    const invitation = (await cases.share(ANNA, watched, DAY)) ?? assert.fail();
    await cases.join(BEN, invitation, DAY);
    // Not watched; watched and closed; watched and deleted.
    await made(cases, ANNA, WITH_GDAP);
    const closed = await made(cases, ANNA, WITH_GDAP);
    await cases.change(ANNA, closed.id, watchedOr(true), DAY);
    await cases.change(ANNA, closed.id, closedOn(DAY), DAY);
    const gone = await made(cases, ANNA, WITH_GDAP);
    await cases.change(ANNA, gone.id, watchedOr(true), DAY);
    await cases.delete(ANNA, gone.id);
    assert.deepEqual(await watchedCases(store), [{ id: watched, reached: 1, unreached: 1 }]);
    await store.close();
  });
  after(() => folder.remove());

  it('watch says who would be told what between two editions, and sends nothing', () => {
    const args = ['--from', '2020-06', '--to', '2026-11', '--dry-run'];
    const { stdout, status } = tool('watch/watch-cases.js', folder.path, ...args);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`\\(${watched}\\): 1 would be written to, 1 would see it`));
    assert.match(stdout, /Still counts · /);
    const json = JSON.parse(tool('watch/watch-cases.js', folder.path, ...args, '--json').stdout) as readonly {
      readonly case: string;
    }[];
    assert.deepEqual(
      json.map((each) => each.case),
      [watched],
    );
    assert.doesNotMatch(stdout, /29:/, 'nobody is named');
  });

  it('watch says so where nobody would be told anything, and how it is asked', () => {
    const same = tool(
      'watch/watch-cases.js',
      folder.path,
      '--from',
      '2026-11',
      '--to',
      '2026-11',
      '--dry-run',
    );
    assert.match(same.stdout, /Nobody/);
    const unasked = tool('watch/watch-cases.js', folder.path, '--from', '2020-06', '--to', '2026-11');
    assert.equal(unasked.status, 2);
    assert.match(unasked.stderr, /--dry-run/);
  });

  it('cases gives what is kept of one person, as data, as a table and as a calendar', () => {
    const of = (...args: readonly string[]) =>
      tool('cases/cases-of.js', folder.path, '--channel', 'msteams', '--user', ANNA.user, ...args);
    assert.equal((JSON.parse(of().stdout) as unknown[]).length, 3);
    assert.match(of('--as', 'csv', '--locale', 'ru').stdout, /Подписка/);
    assert.equal(of('--as', 'ics').status, 0);
    assert.equal(tool('cases/cases-of.js', folder.path).status, 2);
  });
});
