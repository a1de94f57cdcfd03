import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { keeperId } from '../../src/cases/keeper.js';
import { PageDoor } from '../../src/cases/page/page-door.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { ANNA, BEN } from './case-contract.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('The door of the page of cases', () => {
  const key = randomBytes(32);
  let time: number;
  let store: Store;
  let door: PageDoor;
  const doorWith = (secret: Uint8Array) => new PageDoor({ key: secret, store, now: () => time });
  beforeEach(() => {
    time = Date.parse('2026-11-25T08:00:00Z');
    store = memoryStore();
    door = doorWith(key);
  });

  it('lets in whoever has a code of the chat, as the one whom the chat knows', async () => {
    const visit = await door.enter(` ${door.code(ANNA)}\n`);
    assert.equal(visit?.keeper, keeperId(ANNA));
    assert.equal(door.visit(visit?.pass ?? '')?.keeper, keeperId(ANNA));
  });

  it('takes a code once, whichever instance it comes to', async () => {
    const code = door.code(ANNA);
    const entered = await Promise.all([door, doorWith(key), door].map((each) => each.enter(code)));
    assert.equal(entered.filter((each) => each !== undefined).length, 1);
    assert.equal(await door.enter(code), undefined);
    assert.ok(await door.enter(door.code(ANNA)), 'another one is as good');
  });

  it('takes a code for ten minutes', async () => {
    const [first, second] = [door.code(ANNA), door.code(ANNA)];
    time += 9 * MINUTE;
    assert.ok(await door.enter(first));
    time += 2 * MINUTE;
    assert.equal(await door.enter(second), undefined);
  });

  it('takes nothing that it has not given for that', async () => {
    const code = door.code(ANNA);
    const [words = '', signature = ''] = code.split('.');
    const bens = Buffer.from(words, 'base64url').toString().replace(keeperId(ANNA), keeperId(BEN));
    const pass = door.admit(ANNA).pass;
    const forged = [
      '',
      '.',
      words,
      `${words}.`,
      `${code}.`,
      `${Buffer.from(bens).toString('base64url')}.${signature}`,
      doorWith(randomBytes(32)).code(ANNA),
      pass,
      'x'.repeat(100_000),
    ];
    for (const each of forged) assert.equal(await door.enter(each), undefined, each.slice(0, 40));
    for (const each of [...forged.filter((one) => one !== pass), code])
      assert.equal(door.visit(each), undefined, each.slice(0, 40));
    assert.ok(await door.enter(code), 'and the code itself is still good');
  });

  it('stays open while the page is used, until the working day is over', () => {
    let { pass } = door.admit(ANNA);
    const first = pass;
    const began = time;
    for (let hours = 1; hours <= 12; hours += 1) {
      time = began + hours * HOUR;
      const visit = door.visit(pass) ?? assert.fail(`closed after ${hours} hours`);
      ({ pass } = visit);
    }
    assert.equal(door.visit(first), undefined, 'what was shown hours ago is good no longer');
    time += 1;
    assert.equal(door.visit(pass), undefined, 'nor is anything after twelve hours');
  });

  it('closes an hour after the last thing that was done', () => {
    const { pass } = door.admit(ANNA);
    time += HOUR;
    assert.ok(door.visit(pass));
    time += 1;
    assert.equal(door.visit(pass), undefined);
  });

  it('says nothing of who somebody is, neither in a code nor in the store', async () => {
    const code = door.code(ANNA);
    await door.enter(code);
    const [words = ''] = code.split('.');
    assert.ok(!Buffer.from(words, 'base64url').toString().includes(ANNA.user));
    const [, nonce = ''] = Buffer.from(words, 'base64url').toString().split(' ');
    const stored = await store.read(JSON.stringify(['page-code', nonce]));
    assert.equal(stored?.value, '2026-11-25');
  });
});
