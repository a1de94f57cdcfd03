import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EDITION_IDS } from '../../policy/edition.js';
import { EDITIONS } from '../../policy/editions/registry.js';
import { ConfigError } from '../../problem/config-error.js';
import { type PassageKey, splitKey } from '../../sources/passage-key.js';
import { readUnderReview, writeUnderReview } from '../../sources/under-review.js';
import { loadConfig } from '../../start/config.js';
import { endWithOutput } from '../../start/output.js';
import { UsageError } from '../usage-error.js';
import { type Dependants, dependants } from './dependants.js';
import { needsAPerson } from './finding.js';
import { hasNoNetwork, reportData, reportText } from './findings-report.js';
import { findings, readPages, recordedOn, underReview } from './watch.js';
import { readWatchList, WatchListError, writeWatchList } from './watch-list.js';

/** `sources`: looks whether the cited pages still say what the rules rest on. */
const CHANGED = 1;
const BAD_REQUEST = 2;

const USAGE = `Usage: npm run --silent sources -- [--json] [--only page#section …] [--record] [--timeout seconds] [--base origin] [--list file]
Fetches every cited page and looks whether the cited passages still say the same.
--record: after you looked at the pages and the rules, take what the pages say now as what the rules rest on. With --only, for these passages alone.
--base: fetch the same paths from another origin. --list: another watch list. --timeout: for each page, 20 unless told.
Ends with 0 where nothing needs a person, with 1 where a passage moved, was reworded or is gone, with 2 for a request that cannot be carried out. A page that cannot be reached is no change: it alone ends with 0.`;

/** Beside the code that is compiled, not in `dist`: what is recorded belongs into the repository. */
const WATCH_LIST = fileURLToPath(new URL('../../../../src/tools/sources/watch-list.json', import.meta.url));

interface SourcesArguments {
  readonly json: boolean;
  readonly record: boolean;
  readonly help: boolean;
  readonly base: string | undefined;
  readonly list: string;
  readonly timeoutMs: number;
  readonly only: readonly string[];
}

function rawArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        base: { type: 'string' },
        list: { type: 'string', default: WATCH_LIST },
        timeout: { type: 'string', default: '20' },
      },
    }).values;
  } catch {
    throw new UsageError(USAGE);
  }
}

function readArguments(args: readonly string[]): SourcesArguments {
  const { timeout, base, ...rest } = rawArguments(args);
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 600))
    throw new UsageError('--timeout must be a number of seconds, more than 0 and at most 600.');
  const isOrigin = base === undefined || (URL.canParse(base) && /^https?:$/.test(new URL(base).protocol));
  if (!isOrigin) throw new UsageError('--base must be an origin such as http://127.0.0.1:8080.');
  return { ...rest, base, timeoutMs: seconds * 1000 };
}

type Passages = ReadonlyMap<PassageKey, readonly Dependants[]>;

function chosen(all: Passages, only: readonly string[]): Passages {
  const known = new Set<string>(all.keys());
  const unknown = only.find((key) => !known.has(key));
  if (unknown !== undefined) {
    const allowed = [...known].join(', ');
    throw new UsageError(`No rule cites the passage “${unknown}”. Allowed: ${allowed}.`);
  }
  return only.length === 0 ? all : new Map([...all].filter(([key]) => only.includes(key)));
}

async function run(args: readonly string[]): Promise<void> {
  endWithOutput();
  const { json, record, help, only, list: path, ...options } = readArguments(args);
  if (help) {
    console.log(USAGE);
    return;
  }
  const { dataDir } = loadConfig();
  const cited = dependants(EDITION_IDS.map((id) => EDITIONS[id]));
  const passages = chosen(cited, only);
  const list = await readWatchList(path);
  const pages = new Set([...passages.keys()].flatMap((key) => splitKey(key)?.page ?? []));
  const reads = await readPages(pages, options);
  const today = new Date().toISOString().slice(0, 10);
  const next = record ? recordedOn(today, list, findings(passages, list, reads)) : list;
  const seen = findings(passages, next, reads);
  if (record) await writeWatchList(path, next);
  if (!hasNoNetwork(seen)) {
    const warn = (file: string) => console.error(`The file ${file} cannot be read and is replaced.`);
    await writeUnderReview(dataDir, today, underReview(readUnderReview(dataDir, warn), cited, seen));
  }
  console.log(json ? JSON.stringify(reportData(seen)) : reportText(seen));
  if (seen.some(needsAPerson)) process.exitCode = CHANGED;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const told = [UsageError, ConfigError, WatchListError].some((kind) => error instanceof kind);
  if (!told || !(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = BAD_REQUEST;
});
