import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PUBLISHED } from '../../src/policy/editions/registry.js';
import { ending, record } from '../../src/tools/ledger-writer.js';

const LEDGER = fileURLToPath(new URL('../../../src/proof/ledger/', import.meta.url));
const PROVE = fileURLToPath(new URL('../../src/tools/prove.js', import.meta.url));

describe('prove --record', () => {
  let folder: string;
  let ledger: URL;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    cpSync(LEDGER, folder, { recursive: true });
    ledger = pathToFileURL(`${folder}/`);
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const miscount = (file: string): string => {
    const right = read(file);
    writeFileSync(join(folder, file), right.replace(/: "[^"]+"/, ': "7"'));
    assert.notEqual(read(file), right);
    return right;
  };

  it('writes nothing where the ledger is right', () => {
    assert.deepEqual(record(ledger, []), { kind: 'written', files: [] });
  });

  it('writes the ledger of the edition that is still open', () => {
    const right = miscount('census/2026-11.json');
    assert.deepEqual(record(ledger, []), { kind: 'written', files: ['census/2026-11.json'] });
    assert.equal(read('census/2026-11.json'), right);
  });

  for (const edition of PUBLISHED) {
    it(`refuses to touch ${edition}, and then touches nothing`, () => {
      miscount('census/2026-11.json');
      miscount(`census/${edition}.json`);
      const before = [read('census/2026-11.json'), read(`census/${edition}.json`)];
      assert.deepEqual(record(ledger, []), { kind: 'refused', editions: [edition] });
      assert.deepEqual([read('census/2026-11.json'), read(`census/${edition}.json`)], before);
    });
  }

  it('rewrites a published edition that is named, and no other', () => {
    const right = miscount('census/2019-03.json');
    assert.deepEqual(record(ledger, ['2020-06']), { kind: 'refused', editions: ['2019-03'] });
    assert.deepEqual(record(ledger, ['2019-03']), { kind: 'written', files: ['census/2019-03.json'] });
    assert.equal(read('census/2019-03.json'), right);
  });

  it('says in one sentence why it refused, and how it would not', () => {
    miscount('census/2019-03.json');
    miscount('worked/2020-06.json');
    const { exitCode, lines } = ending(record(ledger, []), String);
    assert.equal(exitCode, 1);
    assert.equal(lines.length, 1);
    assert.match(
      lines.join(),
      /2019-03, 2020-06 are published.*new edition.*--record --rewrite 2019-03 --rewrite 2020-06$/,
    );
  });

  it('takes no edition that is not published, and no --rewrite alone', () => {
    for (const args of [
      ['--record', '--rewrite', '2026-11'],
      ['--record', '--rewrite', 'x'],
      ['--rewrite', '2019-03'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [PROVE, ...args], { encoding: 'utf8' });
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /^Usage: .*--rewrite/);
    }
  });

  it('leaves the ledger that is there as it is, and ends well', () => {
    assert.equal(execFileSync(process.execPath, [PROVE, '--record'], { encoding: 'utf8' }), '');
  });
});
