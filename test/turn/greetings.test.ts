import assert from 'node:assert/strict';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { Greetings } from '../../src/turn/greetings.js';

const PLACE = { channel: 'msteams', conversation: 'a:1' };

/** As many processes over one store. */
function processes(count: number, store: Store = memoryStore()): readonly Greetings[] {
  return Array.from({ length: count }, () => new Greetings(store));
}

async function dueAmong(all: readonly (Greetings | undefined)[]): Promise<number> {
  const due = await Promise.all(all.map((each) => each?.begin(PLACE)));
  return due.filter((each) => each === true).length;
}

describe('A greeting', () => {
  it('is due once, whoever asks', async () => {
    const [one, other] = processes(2);
    assert.equal(await dueAmong([one, one]), 1);
    await one?.sent(PLACE);
    assert.equal(await dueAmong([one, other, other]), 0);
  });

  it('is due elsewhere after a moment, and once, where the process that began it has ended', async () => {
    const [ended, one, other] = processes(3);
    assert.equal(await ended?.begin(PLACE), true);
    assert.equal(await dueAmong([one, other]), 1);
  });

  it('is not due where another process sends it within that moment', async () => {
    const [sender, other] = processes(2);
    assert.equal(await sender?.begin(PLACE), true);
    const due = other?.begin(PLACE);
    await sender?.sent(PLACE);
    assert.equal(await due, false);
  });

  it('is due again where it could not be sent', async () => {
    const [one, other] = processes(2);
    await one?.begin(PLACE);
    await one?.failed(PLACE);
    assert.equal(await other?.begin(PLACE), true);
    await other?.failed(PLACE);
    assert.equal(await one?.begin(PLACE), true);
  });

  it('is not due where it was noted before there was any difference between begun and sent', async () => {
    const store = memoryStore();
    await store.write(JSON.stringify(['greeted', PLACE.channel, PLACE.conversation]), true, undefined);
    assert.equal(await dueAmong(processes(1, store)), 0);
  });

  it('can be begun again where the store has failed', async () => {
    const store = memoryStore();
    let fails = true;
    const [one] = processes(1, {
      ...store,
      write: (...more) => (fails ? Promise.reject(new Error('away')) : store.write(...more)),
    });
    await assert.rejects(async () => one?.begin(PLACE), /away/);
    fails = false;
    assert.equal(await one?.begin(PLACE), true);
  });
});
