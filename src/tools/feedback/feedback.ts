import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { situationText } from '../../cards/situation.js';
import type { FeedbackEntry } from '../../feedback/entry.js';
import { Journal } from '../../feedback/journal.js';
import { LANGUAGES } from '../../language/languages.js';
import { ConfigError } from '../../problem/config-error.js';
import { loadConfig } from '../../start/config.js';
import { endWithOutput } from '../../start/output.js';
import { StorageError } from '../../storage/error.js';
import { openLmdbStore } from '../../storage/lmdb/lmdb.js';
import { counted, number } from '../english.js';
import { UsageError } from '../usage-error.js';
import { skeleton } from './skeleton.js';
import { type Tally, tallies } from './tally.js';

/**
 * `feedback`: what people thought of the guidance, and for each "wrong" a test that fails until somebody has
 * written down what is right. For those who work on the policy, so it speaks English. Exit 2 for a request that
 * cannot be carried out.
 */
const BAD_REQUEST = 2;
const { en } = LANGUAGES;

const USAGE = `Usage: npm run --silent feedback -- [--out folder] [--json]
Prints what people thought of the guidance, and for each “wrong” a test that fails until somebody has filled in what is right.
--out: write each test into a file of this folder, such as test/policy, instead of printing it. Files that are there stay as they are.`;

/** Beside the code that is compiled, not in `dist`: there the tests import from. */
const SOURCES = fileURLToPath(new URL('../../../../src', import.meta.url));

interface FeedbackArguments {
  readonly out: string | undefined;
  readonly json: boolean;
}

function readArguments(args: readonly string[]): FeedbackArguments {
  try {
    const options = { out: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { out, json = false } = parseArgs({ args: [...args], options }).values;
    return { out, json };
  } catch {
    throw new UsageError(USAGE);
  }
}

/** Reads beside a server that writes: LMDB lets several processes open the same file. */
async function readEntries(): Promise<readonly FeedbackEntry[]> {
  const store = openLmdbStore(resolve(loadConfig().dataDir));
  try {
    return await new Journal(store).all();
  } finally {
    await store.close();
  }
}

/** A test of this entry, for a folder or to be printed. */
interface Test {
  readonly entry: FeedbackEntry;
  readonly source: string;
  /** Undefined where it is only printed. */
  readonly file: string | undefined;
}

function testOf(entry: FeedbackEntry, out: string | undefined): Test {
  if (out === undefined) return { entry, source: skeleton(entry), file: undefined };
  const root = relative(resolve(out), SOURCES).split(sep).join('/');
  return {
    entry,
    source: skeleton(entry, root.startsWith('.') ? root : `./${root}`),
    file: join(out, `wrong-${entry.id}.test.ts`),
  };
}

/** Writes a test, unless it is there already: somebody may have filled it in. True if it was written. */
async function writeNew(file: string, source: string): Promise<boolean> {
  try {
    await writeFile(file, source, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function writeTests(out: string, tests: readonly Test[]): Promise<readonly string[]> {
  const lines: string[] = [];
  try {
    await mkdir(out, { recursive: true });
    for (const { file, source } of tests) {
      if (file === undefined) continue;
      lines.push(`${(await writeNew(file, source)) ? 'Written' : 'Kept as it was'}: ${file}`);
    }
  } catch {
    throw new UsageError(`The folder “${out}” cannot be written. Set --out to a folder that can.`);
  }
  return lines;
}

function tallyText({ edition, eligibility, helped, wrong }: Tally): string {
  const guidance = `${en.say(`edition.${edition}`)} · ${en.say(`eligibility.${eligibility}`)}`;
  return `  ${guidance}: ${number(helped)} helped, ${number(wrong)} wrong`;
}

function summary(entries: readonly FeedbackEntry[]): string {
  const wrong = entries.filter(({ helped }) => !helped).length;
  const helped = entries.length - wrong;
  const total = `${counted(entries.length, 'opinion')}: ${number(helped)} helped, ${number(wrong)} wrong.`;
  const heading = entries.length === 0 ? 'Nobody has said anything yet.' : total;
  return [heading, ...tallies(entries).map(tallyText)].join('\n');
}

function testText({ entry, source }: Test): string {
  const { day, reason, situation } = entry;
  const heading = `Wrong, on ${en.date(day)}. ${situationText(en, situation)}`;
  const why = reason === '' ? 'No reason was given.' : `Reason: ${reason}`;
  return `${heading}\n${why}\n\n${source}`;
}

async function run(args: readonly string[]): Promise<void> {
  endWithOutput();
  const { out, json } = readArguments(args);
  const entries = await readEntries();
  const tests = entries.filter(({ helped }) => !helped).map((entry) => testOf(entry, out));
  const written = out === undefined ? [] : await writeTests(out, tests);
  if (json) {
    const wrong = tests.map(({ entry, source, file }) => ({ ...entry, test: source, file }));
    console.log(JSON.stringify({ count: entries.length, tallies: tallies(entries), wrong }));
    return;
  }
  console.log([summary(entries), ...(out === undefined ? tests.map(testText) : written)].join('\n\n'));
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const told = [UsageError, ConfigError, StorageError].some((kind) => error instanceof kind);
  if (!told || !(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = BAD_REQUEST;
});
