import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGE_TAGS } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { tagsOf, valuesOf } from './markup.js';

const SCRIPT = fileURLToPath(new URL('../../src/tools/review.js', import.meta.url));

interface Run {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly err: string;
}

function review(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(process.execPath, [SCRIPT, ...args], (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });
}

function byName(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

describe('npm run review', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'advisor-review-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('writes every edition in every language, and an index that leads to all of them', async () => {
    const { code, out } = await review('--out', folder);
    assert.equal(code, 0);
    const names = EDITION_IDS.flatMap((id) => LANGUAGE_TAGS.map((tag) => `${id}.${tag}.html`));
    assert.deepEqual(new Set(await readdir(folder)), new Set([...names, 'index.html']));
    const index = tagsOf(await readFile(join(folder, 'index.html'), 'utf8'));
    assert.deepEqual(valuesOf(index, 'href').toSorted(byName), names.toSorted(byName));
    for (const name of names) assert.ok(out.includes(name), name);
  });

  it('writes one of them, which leads to no other', async () => {
    await review('--out', join(folder, 'new/place'), '--edition', '2019-03', '--locale', 'hu-HU');
    assert.deepEqual(await readdir(join(folder, 'new/place')), ['2019-03.hu.html', 'index.html']);
    const document = await readFile(join(folder, 'new/place/2019-03.hu.html'), 'utf8');
    const beside = valuesOf(tagsOf(document), 'href').filter((href) => href.endsWith('.html'));
    assert.deepEqual(
      [...new Set(beside)].filter((href) => !href.startsWith('https')),
      ['2019-03.hu.html'],
    );
  });

  it('says that a folder cannot be written', async () => {
    const { code, err } = await review(
      '--out',
      join(SCRIPT, 'below'),
      '--edition',
      '2019-03',
      '--locale',
      'hu',
    );
    assert.equal(code, 2);
    assert.match(err, /cannot be written\. Set --out/);
  });

  it('says what is wrong with a request', async () => {
    const what = await review('--what');
    assert.deepEqual([what.code, what.out], [2, '']);
    assert.match(what.err, /^Usage: npm run review /);
    const { code, err } = await review('--edition', '1999', '--out', folder);
    assert.equal(code, 2);
    assert.ok(err.includes('1999'));
  });
});
