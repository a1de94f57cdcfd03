import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { affected } from './affected.js';

/** `npm run test:changed`: the quick tests of what differs from `main`; with `--all`, the slow ones as well. */

function git(...words: readonly string[]): readonly string[] {
  const said = execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return said.split('\n').filter((line) => line !== '');
}

/** Where this work left `main`; where there is no `main`, the last commit. */
function beginning(): string {
  try {
    return git('merge-base', 'main', 'HEAD')[0] ?? 'HEAD';
  } catch {
    return 'HEAD';
  }
}

const files = git('ls-files', '--cached', '--others', '--exclude-standard').filter((file) =>
  existsSync(file),
);
const project = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const changed = [
  ...git('diff', '--name-only', beginning()),
  ...git('ls-files', '--others', '--exclude-standard'),
];
const isWanted = (file: string): boolean =>
  process.argv.includes('--all') || changed.includes(file) || !/\.(slow|browser)\.test\.ts$/.test(file);
const tests = [...affected(changed, project)].filter((file) => file.endsWith('.test.ts') && isWanted(file));

console.log(`${changed.length} files changed, ${tests.length} files of tests rely on them.`);
if (tests.length > 0) {
  const built = tests.filter((file) => project.has(file)).map((file) => `dist/${file.replace(/ts$/, 'js')}`);
  const mocha = ['node_modules/mocha/bin/mocha.js', '--parallel', '--jobs', '3', ...built];
  process.exitCode = spawnSync(process.execPath, mocha, { stdio: 'inherit' }).status ?? 1;
}
