import assert from 'node:assert/strict';
import type { Running } from '../../src/main.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { azuriteHere } from '../storage/azurite.js';
import { cardOf, textOf } from '../turn/card-reader.js';
import { newPerson } from './person.js';

describe('Two instances behind one container of Blob Storage', () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  let running: readonly Running[] = [];
  // Before Azurite ends.
  after(async () => {
    for (const each of running) await each.close();
    for (const folder of folders) folder.remove();
  });
  const server = azuriteHere();
  before(async () => {
    const STORAGE_URL = `${server().account}/conversations`;
    // At once, so that both want to make the container and the shared key.
    running = await Promise.all(folders.map(({ path }) => startIn(path, { STORAGE_URL })));
  });

  it('carry a conversation whose client asks one for news of the other', async () => {
    const [one, other] = running;
    assert.ok(one !== undefined && other !== undefined);
    const person = await newPerson(one.address);
    for (const [at, text] of ['start', '1', '1'].entries()) {
      assert.equal((await person.say(at % 2 === 0 ? one.address : other.address, text)).status, 200);
    }
    const said = await person.heard(other.address);
    assert.match(textOf(cardOf(said.at(-1) ?? {})), /Question 3/);
    assert.deepEqual(await person.heard(one.address), said);
  });
});
