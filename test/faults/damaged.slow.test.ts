import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { temporaryFolder } from '../start/running.js';
import { type Child, endChildren, NotStarted, startChild } from './child.js';
import { newPerson, type Person } from './person.js';

const PAGE = 4096;
const FILES = ['store.mdb', 'activities.mdb'] as const;
const dice = xoroshiro128plus(20261122);
const roll = (most: number): number => uniformInt(dice, 0, most);

/** What is done to a file of so many bytes. */
type Harm = readonly [what: string, harm: (path: string, bytes: Buffer) => void];

function overwrite(what: string, from: (bytes: Buffer) => number, length: number, fill: () => number): Harm {
  return [
    what,
    (path, bytes) => {
      const at = from(bytes);
      for (let place = at; place < Math.min(bytes.length, at + length); place += 1) bytes[place] = fill();
      writeFileSync(path, bytes);
    },
  ];
}

function cut(what: string, to: (length: number) => number): Harm {
  return [what, (path, bytes) => truncateSync(path, to(bytes.length))];
}

/** Where the tree of what is stored begins, by the newer of the first two pages. */
function rootOf(bytes: Buffer): number {
  const newer = bytes.readBigUInt64LE(152) > bytes.readBigUInt64LE(PAGE + 152) ? 0 : PAGE;
  return Number(bytes.readBigUInt64LE(newer + 136)) * PAGE;
}

/** Where pages end that are in use. */
function endOf(bytes: Buffer): number {
  const last = (at: number): number => Number(bytes.readBigUInt64LE(at + 144));
  return (Math.max(last(0), last(PAGE)) + 1) * PAGE;
}

const zero = (): number => 0;
const any = (): number => roll(255);
const ones = (): number => 255;

const HARMS: readonly Harm[] = [
  cut('cut to one byte', () => 1),
  cut('cut within its first page', () => 100),
  cut('cut before its second page', () => PAGE),
  cut('cut after its first pages', () => 2 * PAGE),
  cut('cut within its third page', () => 2 * PAGE + 77),
  cut('cut to a quarter', (length) => Math.floor(length / 4)),
  cut('cut to half', (length) => Math.floor(length / 2)),
  cut('cut to nine tenths', (length) => Math.floor(length * 0.9)),
  ['replaced by text', (path) => writeFileSync(path, 'no database\n'.repeat(5000))],
  ['replaced by zeros', (path, bytes) => writeFileSync(path, Buffer.alloc(bytes.length))],
  ['empty', (path) => writeFileSync(path, '')],
  overwrite('zeros on its first page', () => 0, PAGE, zero),
  overwrite('noise on its first page', () => 0, PAGE, any),
  overwrite('noise behind the mark of its first page', () => 32, 140, any),
  overwrite('ones behind the mark of its second page', () => PAGE + 32, 140, ones),
  overwrite('zeros on its second page', () => PAGE, PAGE, zero),
  overwrite('noise where its tree begins', rootOf, PAGE, any),
  overwrite('zeros where its tree begins', rootOf, PAGE, zero),
  overwrite('ones on the header of its tree', rootOf, 24, ones),
  overwrite('noise behind the header of its tree', (bytes) => rootOf(bytes) + 24, 64, any),
  overwrite('noise on all but its first pages', () => 2 * PAGE, Number.POSITIVE_INFINITY, any),
  overwrite('zeros on all but its first pages', () => 2 * PAGE, Number.POSITIVE_INFINITY, zero),
  overwrite('noise in its second half', (bytes) => endOf(bytes) / 2, Number.POSITIVE_INFINITY, any),
  ...[1, 2, 3, 4, 5].map((which) =>
    overwrite(
      `noise on some page (${which})`,
      (bytes) => (2 + roll(endOf(bytes) / PAGE - 3)) * PAGE,
      PAGE,
      any,
    ),
  ),
];

describe('A data folder that is damaged', () => {
  const folder = temporaryFolder();
  const whole = join(folder.path, 'whole');
  let person: Person;
  before(async () => {
    const child = await startChild({ DATA_DIR: whole });
    person = await newPerson(child.address);
    for (let others = 0; others < 40; others += 1) {
      const other = await newPerson(child.address);
      for (const text of ['start', '1', '1']) await other.say(child.address, text);
    }
    for (const text of ['start', '1', '2']) assert.equal((await person.say(child.address, text)).status, 200);
    await child.end('SIGTERM');
  });
  afterEach(endChildren);
  after(async () => {
    await endChildren();
    folder.remove();
  });

  /** Talks and reads; how it is answered is not the question. */
  async function use(child: Child): Promise<void> {
    await person.heard(child.address).catch(() => undefined);
    await person.say(child.address, '1');
    const fresh = await newPerson(child.address).catch(() => undefined);
    for (let times = 0; times < 5; times += 1) await fresh?.say(child.address, 'start');
    assert.equal((await fetch(`${child.address}/health`)).status, 200);
  }

  for (const file of FILES) {
    for (const [what, harm] of HARMS) {
      it(`${file} ${what}: it works, or says in one sentence what to do, and never ends by a signal`, async () => {
        const DATA_DIR = join(folder.path, 'damaged');
        rmSync(DATA_DIR, { recursive: true, force: true });
        mkdirSync(DATA_DIR);
        cpSync(whole, DATA_DIR, { recursive: true });
        const path = join(DATA_DIR, file);
        harm(path, readFileSync(path));
        const started = await startChild({ DATA_DIR }).catch((error: unknown) => error);
        if (started instanceof NotStarted) {
          assert.equal(started.code, 1, started.said);
          assert.match(started.said, /is damaged or no database.*backup.*move it/);
          assert.ok(started.said.includes(path));
          assert.equal(started.said.trim().split('\n').length, 1, started.said);
          return;
        }
        const child = started as Child;
        await use(child);
        assert.ok(child.alive());
        await child.end('SIGTERM');
      });
    }
  }

  it('whose locks are damaged works', async () => {
    const DATA_DIR = join(folder.path, 'locks');
    cpSync(whole, DATA_DIR, { recursive: true });
    for (const file of FILES) writeFileSync(join(DATA_DIR, `${file}-lock`), 'x'.repeat(5000));
    const child = await startChild({ DATA_DIR });
    assert.equal((await person.say(child.address, '1')).status, 200);
    await child.end('SIGTERM');
  });
});
