import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UNDER_REVIEW_FILE } from '../../../src/sources/under-review.js';
import { article, modernLayout } from './recorded-pages.js';
import { openSite, type SourceSite } from './source-site.js';

const COMMAND = fileURLToPath(new URL('../../../src/tools/sources/sources.js', import.meta.url));
const LIST = fileURLToPath(new URL('../../../../src/tools/sources/watch-list.json', import.meta.url));
const PAGE = '/en-us/partner-center/customers/multichannel';
const SECTIONS = ['appliesTo', 'roles', 'whenItApplies', 'licenseRow', 'usageRow', 'important', 'seeAlso'];
const ONLY = SECTIONS.flatMap((section) => ['--only', `multichannel#${section}`]);

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('npm run sources', () => {
  let site: SourceSite;
  let folder: string;
  let list: string;
  let review: string;

  /** Runs the command against the local site, with a watch list and a data directory of its own. */
  function sources(...args: readonly string[]): Promise<Ended> {
    return new Promise((resolve) => {
      const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data') };
      const all = [COMMAND, '--base', site.base, '--list', list, ...args];
      execFile(process.execPath, all, { cwd: folder, env }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
    });
  }

  const page = (parts = {}, day = 1) => site.answer(PAGE, { html: modernLayout(article(parts), day) });
  const sectionsUnderReview = () =>
    (JSON.parse(readFileSync(review, 'utf8')) as { citations: { section: string }[] }).citations.map(
      ({ section }) => section,
    );

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sources-'));
    list = join(folder, 'watch-list.json');
    review = join(folder, 'data', UNDER_REVIEW_FILE);
    writeFileSync(list, readFileSync(LIST));
    site = await openSite();
    page();
  });

  afterEach(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('records, raises no alarm for furniture, then tells a reworded sentence and what rests on it', async () => {
    const recorded = await sources(...ONLY, '--record');
    assert.equal(recorded.code, 0, recorded.out + recorded.err);
    page({}, 2);
    assert.equal((await sources(...ONLY)).code, 0);
    assert.equal(existsSync(review), false, 'nothing is under review');

    page({ licenseText: 'Do as you like.' }, 3);
    const changed = await sources(...ONLY);
    assert.equal(changed.code, 1);
    assert.match(changed.out, /^Reworded: .*\[multichannel#licenseRow\]$/m);
    assert.match(changed.out, /^ {2}Edition 2020-06: \d+ rules? \(.+\) in [\d,]+ situations?\.$/m);
    assert.deepEqual(sectionsUnderReview(), ['licenseRow']);

    const accepted = await sources(...ONLY, '--record');
    assert.equal(accepted.code, 0);
    assert.equal(existsSync(review), false, 'all is well again');
  });

  it('says that nothing is recorded yet, which alone needs nobody', async () => {
    const { code, out } = await sources('--json', '--only', 'multichannel#roles');
    const { counts, findings } = JSON.parse(out) as {
      counts: Record<string, number>;
      findings: { status: string; dependants: { edition: string; rules: string[]; situations: number }[] }[];
    };
    assert.equal(code, 0);
    assert.equal(counts.unrecorded, 1);
    assert.equal(findings.length, 1);
    assert.deepEqual(
      findings[0]?.dependants.map(({ edition }) => edition),
      ['2020-06', '2026-11'],
    );
  });

  it('asks for a person where a page is gone, and keeps that while the network is away', async () => {
    site.answer(PAGE, { status: 404 });
    const gone = await sources(...ONLY);
    assert.equal(gone.code, 1);
    assert.deepEqual(new Set(sectionsUnderReview()), new Set(SECTIONS));
    const before = readFileSync(review, 'utf8');
    const listed = readFileSync(list, 'utf8');

    await site.close();
    const away = await sources('--record');
    assert.deepEqual([away.code, away.err], [0, '']);
    assert.match(away.out, /^No page could be reached: .* nothing was changed\.\n$/);
    assert.equal(readFileSync(review, 'utf8'), before);
    assert.equal(readFileSync(list, 'utf8'), listed);
    const data = JSON.parse((await sources('--json')).out) as { network: boolean; needsAPerson: boolean };
    assert.deepEqual([data.network, data.needsAPerson], [false, false]);
    site = await openSite();
  });

  it('looks at every cited passage, and accounts for each', async () => {
    const { code, out } = await sources('--json');
    const { counts, findings } = JSON.parse(out) as { counts: Record<string, number>; findings: object[] };
    assert.equal(code, 1);
    assert.equal(findings.length, Object.keys(JSON.parse(readFileSync(list, 'utf8')) as object).length);
    assert.equal(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
      findings.length,
    );
    assert.equal(counts.unrecorded, SECTIONS.length);
  });

  it('replaces a malformed file of sources under review, and says so', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(review, '{');
    const { code, err } = await sources(...ONLY);
    assert.equal(code, 0);
    assert.ok(err.includes(review));
    assert.equal(existsSync(review), false);
  });

  it('ends with 2 and one sentence where the request cannot be carried out', async () => {
    const wrong = [
      ['--nonsense'],
      ['--only', 'nowhere#x'],
      ['--timeout', 'soon'],
      ['--base', 'ftp://x'],
      // It speaks English: only those read it who look after the rules.
      ['--locale', 'ru'],
    ];
    for (const args of wrong) {
      const { code, out, err } = await sources(...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.ok(err.trim() !== '' && !err.includes('    at '), err);
    }
    writeFileSync(list, '{');
    assert.equal((await sources()).code, 2);
    const help = await sources('--help');
    assert.deepEqual([help.code, help.err], [0, '']);
    assert.match(help.out, /^Usage: npm run --silent sources -- /);
  });
});
