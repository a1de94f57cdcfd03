import assert from 'node:assert/strict';
import { waitingFor } from '../../src/cases/case-changes.js';
import { LEASE } from '../../src/cases/reminders/rounds.js';
import type { Store } from '../../src/storage/store.js';
import { ANNA, DAY } from './case-contract.js';
import { reachOf, WITH_GDAP, type World, world } from './rounds-world.js';

const PEOPLE = 6;
const WAITING = waitingFor({ step: 'customerAccepts', actor: 'customer', since: DAY });
/** A week after it began to be waited for, at nine in Budapest. */
const DUE = '2026-11-30T08:00:30Z';

async function reminded(one: World, keeper = ANNA): Promise<string> {
  const { id } = (await one.cases.create(keeper, WITH_GDAP, DAY)) ?? assert.fail();
  await one.reminders.reachedAt(keeper, reachOf(keeper), DAY);
  await one.reminders.start(keeper, id, DAY);
  await one.cases.change(keeper, id, WAITING, DAY);
  return id;
}

/** What reminders promise over every kind of store. `open` gives an empty one; the suite closes it. */
export function reminderContract(open: () => Store | Promise<Store>): void {
  let store: Store;
  let one: World;
  beforeEach(async () => {
    store = await open();
    one = world({ store });
  });
  afterEach(() => store.close());

  const names = (): number => new Set(one.letters.map(({ name }) => name)).size;

  it('sends every due reminder once, however many instances look at the same time', async () => {
    for (let at = 0; at < PEOPLE; at += 1) await reminded(one, { channel: 'msteams', user: `29:${at}` });
    assert.equal(await one.instance().round(), 0, 'none is due yet');
    one.set(DUE);
    await Promise.all([1, 2, 3].map(() => one.instance().round()));
    // What one of them had claimed when another looked is left for it.
    await one.instance().round();
    assert.deepEqual([one.letters.length, names()], [PEOPLE, PEOPLE]);
  });

  it('sends what a dead instance had claimed once its claim has ended, under the same name', async () => {
    await reminded(one);
    one.set(DUE);
    one.will('hang');
    void one.instance().round();
    while (one.letters.length === 0) await new Promise(setImmediate);
    assert.equal(await one.instance().round(), 0, 'claimed');
    one.pass(LEASE + 1000);
    assert.equal(await one.instance().round(), 1);
    assert.deepEqual([one.letters.length, names()], [2, 1]);
    assert.equal(await one.instance().round(), 0);
  });

  it('sends none to whoever takes none, and says since when', async () => {
    const id = await reminded(one);
    one.set(DUE);
    one.will({ kind: 'blocked' });
    await one.instance().round();
    one.pass(20 * LEASE);
    assert.equal(await one.instance().round(), 0);
    assert.equal((await one.reminders.state(ANNA, id)).blocked, '2026-11-30');
  });

  it('sends none for forgotten people, nor for a case that is deleted', async () => {
    const ben = { channel: 'msteams', user: '29:ben' };
    await reminded(one);
    const bens = await reminded(one, ben);
    await one.reminders.forget(ANNA);
    await one.cases.forget(ANNA);
    await one.cases.delete(ben, bens);
    one.set(DUE);
    assert.equal(await one.instance().round(), 0);
    assert.equal(one.letters.length, 0);
  });

  it('has what failed come again, once', async () => {
    await reminded(one);
    one.set(DUE);
    one.will({ kind: 'failed' });
    await one.instance().round();
    for (let hours = 0; hours < 12 && one.letters.length < 2; hours += 1) {
      one.pass(30 * LEASE);
      await one.instance().round();
    }
    assert.deepEqual([one.letters.length, names()], [2, 1]);
    assert.equal(await one.instance().round(), 0);
  });
}
