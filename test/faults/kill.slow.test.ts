import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { timeLimit } from '../effort.js';
import { temporaryFolder } from '../start/running.js';
import { cardOf, textOf } from '../turn/card-reader.js';
import { type Child, endChildren, startChild } from './child.js';
import { newPerson, type Person } from './person.js';

/** `KILLS=10` for a shorter look. */
const KILLS = Number(process.env.KILLS ?? 50);
/** As many servers are killed at the same time, each with a folder of its own. */
const LANES = 2;
const PEOPLE = 4;
/** What everybody says, round and round: after each line the number of the question is another. */
const LINES = ['restart', '1', '1', '1'];

/** Somebody under load: how many lines were confirmed, counted from a question 1. */
interface Talker {
  readonly person: Person;
  /** The line to say next. */
  next: number;
  /** The id of the last line that was confirmed. */
  last: unknown;
}

/** Talks until the server is gone. */
async function talk(talker: Talker, address: string, onConfirmed: () => void): Promise<void> {
  for (;;) {
    const { status, body } = await talker.person.say(address, LINES[talker.next] ?? '');
    if (status === 0) return;
    assert.equal(status, 200);
    onConfirmed();
    talker.last = body.id;
    talker.next = (talker.next + 1) % LINES.length;
  }
}

/** The number of the question on the last card. */
async function questionOf({ person }: Talker, address: string): Promise<number> {
  await person.say(address, 'start');
  const heard = await person.heard(address);
  return Number(/Question (\d)/.exec(textOf(cardOf(heard.at(-1) ?? {})))?.[1]);
}

/** Everything confirmed is there; at most the one line that was under way is there besides. */
async function check(talker: Talker, address: string): Promise<void> {
  const heard = await talker.person.heard(address);
  if (talker.last !== undefined)
    assert.ok(
      heard.some(({ id }) => id === talker.last),
      'its words are there',
    );
  const question = await questionOf(talker, address);
  // After the first line it is question 1, and so on; before it, the last one.
  const confirmed = talker.next === 0 ? LINES.length : talker.next;
  const underWay = (talker.next % LINES.length) + 1;
  assert.ok(
    [confirmed, underWay].includes(question),
    `question ${question}, not ${confirmed} or ${underWay}`,
  );
  talker.next = question % LINES.length;
}

async function lane(folder: string, kills: number): Promise<number> {
  let talkers: readonly Talker[] = [];
  let confirmed = 0;
  let child: Child | undefined;
  for (let kill = 0; kill <= kills; kill += 1) {
    child = await startChild({ DATA_DIR: folder });
    const { address } = child;
    await Promise.all(talkers.map((talker) => check(talker, address)));
    if (kill === kills) break;
    if (talkers.length === 0) {
      const people = await Promise.all(Array.from({ length: PEOPLE }, () => newPerson(address)));
      talkers = people.map((person) => ({ person, next: 0, last: undefined }));
    }
    const until = confirmed + Math.floor(Math.random() * 40);
    const talking = talkers.map((talker) =>
      talk(talker, address, () => {
        confirmed += 1;
      }),
    );
    for (let waited = 0; waited < 400 && confirmed <= until; waited += 1) await pause(5);
    await pause(Math.random() * 20);
    await child.end('SIGKILL');
    await Promise.all(talking);
  }
  await child?.end('SIGTERM');
  return confirmed;
}

describe('kill -9 under load', () => {
  const folders = Array.from({ length: LANES }, () => temporaryFolder());
  after(async () => {
    await endChildren();
    for (const folder of folders) folder.remove();
  });

  it(`loses nothing that was confirmed, at ${KILLS} random moments`, async () => {
    const confirmed = await Promise.all(folders.map(({ path }) => lane(path, Math.ceil(KILLS / LANES))));
    const all = confirmed.reduce((sum, each) => sum + each, 0);
    console.log(`      ${all} answers were confirmed before ${KILLS} kills`);
    assert.ok(all > KILLS);
  }).timeout(timeLimit(60_000));
});
