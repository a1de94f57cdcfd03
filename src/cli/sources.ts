import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigError, loadConfig } from '../config.js';
import type { Language } from '../language/language.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../language/languages.js';
import { languageFor } from '../language/negotiate.js';
import { EDITION_IDS } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { type Dependants, dependants } from '../sources/dependants.js';
import { needsAPerson } from '../sources/finding.js';
import { type PassageKey, splitKey } from '../sources/passage-key.js';
import { hasNoNetwork, reportData, reportText } from '../sources/report.js';
import { readUnderReview, writeUnderReview } from '../sources/under-review.js';
import { findings, readPages, recordedOn, underReview } from '../sources/watch.js';
import { readWatchList, WatchListError, writeWatchList } from '../sources/watch-list.js';
import { RequestError } from './request.js';

/** `sources`: looks whether the cited pages still say what the rules rest on. */
const CHANGED = 1;
const BAD_REQUEST = 2;

/** Beside the code that is compiled, not in `dist`: what is recorded belongs into the repository. */
const WATCH_LIST = fileURLToPath(new URL('../../../src/sources/watch-list.json', import.meta.url));

interface Arguments {
  readonly language: Language;
  readonly json: boolean;
  readonly record: boolean;
  readonly help: boolean;
  readonly base: string | undefined;
  readonly list: string;
  readonly timeoutMs: number;
  readonly only: readonly string[];
}

function parseLanguage(locale: string | undefined): Language {
  if (locale === undefined) return LANGUAGES.en;
  const tag = languageFor(locale);
  if (tag !== undefined) return LANGUAGES[tag];
  const allowed = LANGUAGE_TAGS.join(', ');
  throw new RequestError(LANGUAGES.en.say('cli.unknownLocale', { given: locale, allowed }));
}

function rawArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        locale: { type: 'string' },
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
    throw new RequestError(LANGUAGES.en.say('sources.usage'));
  }
}

function readArguments(args: readonly string[]): Arguments {
  const { locale, timeout, base, ...rest } = rawArguments(args);
  const language = parseLanguage(locale);
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 600)) throw new RequestError(language.say('sources.badTimeout'));
  const isOrigin = base === undefined || (URL.canParse(base) && /^https?:$/.test(new URL(base).protocol));
  if (!isOrigin) throw new RequestError(language.say('sources.badBase'));
  return { ...rest, language, base, timeoutMs: seconds * 1000 };
}

type Passages = ReadonlyMap<PassageKey, readonly Dependants[]>;

function chosen(language: Language, all: Passages, only: readonly string[]): Passages {
  const known = new Set<string>(all.keys());
  const unknown = only.find((key) => !known.has(key));
  if (unknown !== undefined) {
    const allowed = [...known].join(', ');
    throw new RequestError(language.say('sources.unknownPassage', { given: unknown, allowed }));
  }
  return only.length === 0 ? all : new Map([...all].filter(([key]) => only.includes(key)));
}

async function run(args: readonly string[]): Promise<void> {
  const { language, json, record, help, only, list: path, ...options } = readArguments(args);
  if (help) {
    console.log(language.say('sources.usage'));
    return;
  }
  const { dataDir } = loadConfig();
  const cited = dependants(EDITION_IDS.map((id) => EDITIONS[id]));
  const passages = chosen(language, cited, only);
  const list = await readWatchList(path);
  const pages = new Set([...passages.keys()].flatMap((key) => splitKey(key)?.page ?? []));
  const reads = await readPages(pages, options);
  const today = new Date().toISOString().slice(0, 10);
  const next = record ? recordedOn(today, list, findings(passages, list, reads)) : list;
  const seen = findings(passages, next, reads);
  if (record) await writeWatchList(path, next);
  if (!hasNoNetwork(seen)) {
    const warn = (file: string) => console.error(language.say('sources.badReviewFile', { file }));
    await writeUnderReview(dataDir, today, underReview(readUnderReview(dataDir, warn), cited, seen));
  }
  console.log(json ? JSON.stringify(reportData(seen)) : reportText(language, seen));
  if (seen.some(needsAPerson)) process.exitCode = CHANGED;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const told = [RequestError, ConfigError, WatchListError].some((kind) => error instanceof kind);
  if (!told || !(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = BAD_REQUEST;
});
