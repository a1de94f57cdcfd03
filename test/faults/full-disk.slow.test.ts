import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LANGUAGES } from '../../src/language/languages.js';
import { eventually } from '../eventually.js';
import { cardOf, textOf } from '../turn/card-reader.js';
import { type Child, startChild } from './child.js';
import { newPerson, type Person } from './person.js';
import { fill, type SmallDisk, smallDisk } from './small-disk.js';

const ROUNDS = 50;
const PEOPLE = 8;

async function readiness(child: Child) {
  const answer = await fetch(`${child.address}/ready`);
  const { checks } = (await answer.json()) as { checks: { storage: boolean; room: boolean } };
  return { status: answer.status, checks };
}

describe(`A disk that is filled and emptied ${ROUNDS} times under load`, () => {
  let disk: SmallDisk;
  let child: Child;
  before(async function () {
    const mounted = smallDisk(24_000_000);
    if (mounted === undefined) {
      console.log('      skipped: this user may not mount a file system');
      this.skip();
    }
    disk = mounted;
    child = await startChild({ DATA_DIR: join(disk.path, 'data') });
  });
  after(async () => {
    await child?.end('SIGTERM');
    disk?.remove();
  });

  it('loses no confirmed answer, never ends the process, and is used again as soon as there is room', async () => {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => newPerson(child.address)));
    const confirmed: string[][] = people.map(() => []);
    let [refused, going] = [0, true];
    const talk = async (person: Person, kept: string[]): Promise<void> => {
      while (going) {
        const { status, body } = await person.say(child.address, kept.length % 2 === 0 ? 'restart' : '1');
        if (status === 200) kept.push(String(body.id));
        else {
          assert.ok(status >= 500, `status ${status}`);
          refused += 1;
          await pause(5);
        }
      }
    };
    const talking = people.map((person, at) => talk(person, confirmed[at] ?? []));
    const all = (): number => confirmed.flat().length;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = all();
      await eventually('an answer', () => all() > before);
      const empty = fill(disk);
      const refusedBefore = refused;
      await eventually('a refusal', () => refused > refusedBefore);
      if (round % 10 === 0) {
        const full = await eventually('that /ready says so', async () => {
          const now = await readiness(child);
          return now.status === 503 && !now.checks.room && now;
        });
        assert.equal(full.checks.storage, false);
      }
      empty();
    }
    await eventually('that /ready has healed', async () => (await readiness(child)).checks.storage);
    going = false;
    await Promise.all(talking);
    console.log(`      ${all()} answers confirmed, ${refused} refused`);
    assert.ok(child.alive());

    await child.end('SIGKILL');
    child = await startChild({ DATA_DIR: join(disk.path, 'data') });
    const missing: string[] = [];
    for (const [at, person] of people.entries()) {
      const heard = await person.heard(child.address);
      const ids = new Set(heard.map(({ id }) => id));
      const oldest = String(heard[0]?.id);
      missing.push(...(confirmed[at] ?? []).filter((id) => id >= oldest && !ids.has(id)));
    }
    assert.deepEqual(missing, []);
  });

  it('says so in the language of whoever writes, once, and takes what they say when there is room', async () => {
    const person = await newPerson(child.address);
    const say = () => person.send(child.address, { type: 'message', text: 'restart', locale: 'hu-HU' });
    assert.equal((await say()).status, 200);
    const empty = fill(disk);
    const refusal = await eventually('a refusal', async () => {
      const outcome = await say();
      return outcome.status !== 200 && outcome;
    });
    assert.equal(refusal.status, 503);
    const sentence = LANGUAGES.hu.say('notice.full.text');
    const told = async (): Promise<number> =>
      (await person.heard(child.address)).filter(
        (each) => each.attachments !== undefined && textOf(cardOf(each)).includes(sentence),
      ).length;
    const before = await told();
    assert.ok(before > 0);
    for (let times = 0; times < 5; times += 1) assert.equal((await say()).status, 503);
    assert.equal(await told(), before, 'to say it again would take the room that is left');
    empty();
    await eventually('room', async () => (await say()).status === 200);
  });
});
