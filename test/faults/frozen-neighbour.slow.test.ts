import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../src/language/languages.js';
import { eventually } from '../eventually.js';
import { isSooner } from '../sooner.js';
import { temporaryFolder } from '../start/running.js';
import { cardOf, textOf } from '../turn/card-reader.js';
import { endChildren, startChild } from './child.js';
import { newPerson } from './person.js';

const HOLDER = fileURLToPath(new URL('./hold-writes.js', import.meta.url));

describe('A process over the same folder that is frozen in the middle of a write', () => {
  const folder = temporaryFolder();
  let holder: ChildProcess | undefined;
  after(async () => {
    holder?.kill('SIGKILL');
    await endChildren();
    folder.remove();
  });

  it('keeps nobody waiting: people are told that it did not work, /ready says so, and all goes on when it is gone', async () => {
    const child = await startChild({ DATA_DIR: folder.path });
    const person = await newPerson(child.address);
    const ready = async (): Promise<number> => (await fetch(`${child.address}/ready`)).status;
    await eventually('that it is ready', async () => (await ready()) === 200);
    const holding = spawn(process.execPath, [HOLDER, folder.path], { stdio: ['ignore', 'pipe', 'ignore'] });
    holder = holding;
    await once(holding.stdout, 'data');

    const first = Promise.all(Array.from({ length: 20 }, () => person.say(child.address, 'start')));
    assert.ok(await isSooner(first), 'a channel waits 15 s');
    await eventually('that it is not ready', async () => (await ready()) === 503);
    const last = (await person.heard(child.address)).at(-1);
    const apology = LANGUAGES.en.say('notice.error.text');
    assert.ok(textOf(cardOf(last ?? {})).includes(apology), 'they are told, and what is kept can be read');

    const gone = once(holding, 'exit');
    holding.kill('SIGKILL');
    await gone;
    await eventually('an answer', async () => (await person.say(child.address, 'start')).status === 200);
    await eventually('that it is ready', async () => (await ready()) === 200);
    await child.end('SIGTERM');
  });
});
