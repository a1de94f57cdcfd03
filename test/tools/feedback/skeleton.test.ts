import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FeedbackEntry } from '../../../src/feedback/entry.js';
import { replay } from '../../../src/tools/feedback/replay.js';
import { skeleton } from '../../../src/tools/feedback/skeleton.js';
import { entry, SITUATION } from '../../feedback/entries.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Ends a comment, a string or a template, if it can; prints where it should not. */
const HOSTILE = `*/ process.exit(3); /* ' " \` \${process.exit(3)} \\' \n process.exit(3)\u2028process.exit(3)\u2029\u202e//`;

interface Report {
  readonly passes: readonly unknown[];
  readonly failures: readonly { readonly err: { readonly message: string } }[];
}

function run(script: string, args: readonly string[]): Promise<{ code: unknown; out: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT }, (error, out, err) => {
      done({ code: error?.code ?? 0, out: out + err });
    });
  });
}

describe('The test that is printed for a "wrong"', () => {
  let folder = '';
  before(() => {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    // Inside the project, as the person who fills it in has it.
    folder = mkdtempSync(join(ROOT, 'dist', 'skeleton-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Compiles it as strictly as everything else, and runs it. */
  async function outcome(source: string): Promise<Report> {
    const out = join(folder, 'out');
    writeFileSync(join(folder, 'wrong.test.ts'), source);
    const compilerOptions = { rootDir: ROOT, outDir: out, incremental: false, tsBuildInfoFile: null };
    const project = { extends: join(ROOT, 'test/tsconfig.json'), compilerOptions, files: ['wrong.test.ts'] };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ ...project, include: [], exclude: [], references: [] }),
    );
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const compiled = await run('node_modules/typescript/lib/tsc.js', ['-p', folder]);
    const own = compiled.out.split('\n').filter((line) => line.includes('wrong.test.ts'));
    assert.deepEqual(own, [], compiled.out);
    const file = join(out, folder.slice(ROOT.length), 'wrong.test.js');
    const { out: text } = await run('node_modules/mocha/bin/mocha.js', [
      '--no-config',
      '--reporter',
      'json',
      file,
    ]);
    return JSON.parse(text) as Report;
  }

  it('fails until somebody has filled it in', async () => {
    const { passes, failures } = await outcome(skeleton(entry('a', { reason: 'It was indirect.' })));
    assert.equal(passes.length, 0);
    assert.match(failures[0]?.err.message ?? '', /Fill in/);
  });

  it('fails while the policy says the same, whatever was filled in', async () => {
    const said = skeleton(entry('a')).replace('undefined = undefined', "undefined = 'eligible'");
    const { passes, failures } = await outcome(said);
    assert.equal(passes.length, 0);
    assert.match(failures[0]?.err.message ?? '', /still says/);
  });

  it('passes once the policy says what was filled in', async () => {
    const corrected: FeedbackEntry = { ...entry('a'), eligibility: 'notEligible', rules: ['formerRule'] };
    const source = skeleton(corrected).replace('undefined = undefined', "undefined = 'eligible'");
    assert.deepEqual((await outcome(source)).failures, []);
    assert.match(source, /The policy has changed since/);
  });

  it('runs nothing that stands in a reason or anywhere else in an entry', async () => {
    const hostile: FeedbackEntry = { ...entry('a'), reason: HOSTILE, rules: [HOSTILE] };
    const source = skeleton(hostile);
    const { passes, failures } = await outcome(source);
    assert.equal(passes.length, 0);
    assert.equal(failures.length, 1);
    assert.ok(!/[\u2028\u2029\u202e]/.test(source));
  });

  it('gives the reason in a line of its own', () => {
    const source = skeleton(entry('a', { reason: 'It said "no" to an EA.' }));
    assert.ok(source.includes('\n// "It said \\"no\\" to an EA."\n'));
    assert.ok(skeleton(entry('a')).includes('\n// none\n'));
  });
});

describe('What was called wrong is asked again', () => {
  it('under its edition', () => {
    assert.deepEqual(replay(entry('a')), { pinned: '2019-03', same: true });
    assert.ok(skeleton(entry('a')).includes("policyFor('2019-03')"));
  });

  it('under none, where the cloud was not known and the newest edition answered', () => {
    const situation = { ...SITUATION, cloud: 'unknown' } as const;
    const asked = entry('a', { guidance: { edition: '2026-11', situation } });
    assert.equal(replay(asked).same, true);
  });

  it('and it is told when the policy says something else by now', () => {
    assert.equal(replay({ ...entry('a'), eligibility: 'notEligible' }).same, false);
    assert.equal(replay({ ...entry('a'), rules: [] }).same, false);
  });
});
