import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { advise, adviseAndExplain, adviseInWords } from '../../advice/advice.js';
import { boundedLines, TOO_LONG } from '../../advice/bounded-lines.js';
import { type AdviceRequest, pair, parseRequest, type RawRequest } from '../../advice/request.js';
import { ConfigError } from '../../problem/config-error.js';
import { loadEdition } from '../../start/config.js';
import { number } from '../english.js';
import { isBadRequest, UsageError } from '../usage-error.js';

/** For a request that cannot be read. */
const BAD_REQUEST = 2;
/** In UTF-16 units; what is known of a customer is far less. */
const LONGEST_LINE = 1_000_000;

const USAGE =
  'Usage: npm run --silent advise -- [“what you know, in your own words, or a receipt”] [--locale ru] ' +
  '[--edition 2019-03] [--set fact=option …] [--case file.json] [--why] [--json | --lines]';
const NOT_JSON = 'This line is not a JSON object.';
const NOT_A_CASE = 'The file of the case is not a JSON object.';
const LONG_CASE = `The file of the case is longer than ${number(LONGEST_LINE)} characters.`;
const LONG_LINE = `This line is longer than ${number(LONGEST_LINE)} characters.`;

interface AdviseArguments extends RawRequest {
  readonly json: boolean;
  readonly lines: boolean;
  readonly why: boolean;
  /** The file that says what there is to a case: a request, as a line has it. */
  readonly file: string | undefined;
}

function readArguments(args: readonly string[]): AdviseArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        locale: { type: 'string' },
        edition: { type: 'string' },
        set: { type: 'string', multiple: true },
        case: { type: 'string' },
        json: { type: 'boolean' },
        lines: { type: 'boolean' },
        why: { type: 'boolean' },
      },
    });
    const { locale, edition, set = [], json = false, lines = false, why = false } = values;
    const text = positionals.length === 0 ? undefined : positionals.join(' ');
    return {
      locale,
      edition,
      set: Object.fromEntries(set.map(pair)),
      text,
      json,
      lines,
      why,
      file: values.case,
    };
  } catch {
    throw new UsageError(USAGE);
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function answer(request: AdviceRequest, why: boolean): object {
  return why ? adviseAndExplain(request) : advise(request);
}

/** A request in JSON, with what was said before it where it says nothing itself. Throws `RequestError`, or `UsageError`. */
function requestIn(text: string, defaults: RawRequest, notJson: string): AdviceRequest {
  const line = parsedJson(text);
  if (!isRecord(line)) throw new UsageError(notJson);
  const own: RawRequest = line;
  const set =
    isRecord(own.set) && isRecord(defaults.set) ? { ...defaults.set, ...own.set } : (own.set ?? defaults.set);
  return parseRequest({ ...defaults, ...own, set });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One line in, one line out: an answer, or an `error` that says what is wrong with that line. */
function answerLine(text: string, defaults: RawRequest, why: boolean): object {
  try {
    return answer(requestIn(text, defaults, NOT_JSON), why);
  } catch (error) {
    if (isBadRequest(error)) return { error: error.message };
    throw error;
  }
}

/** The request that a file holds. Throws `RequestError`, or `UsageError`. */
function requestInFile(file: string, defaults: RawRequest): AdviceRequest {
  return requestIn(readCase(file), defaults, NOT_A_CASE);
}

function readCase(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length <= LONGEST_LINE) return text.replace(/^\uFEFF/, '');
  } catch {
    throw new UsageError(`The file “${file}” of the case cannot be read.`);
  }
  throw new UsageError(LONG_CASE);
}

/** What a command reads, and where it says what. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly complaints: Writable;
}

async function answerLines(defaults: RawRequest, why: boolean, { input, output }: Streams): Promise<void> {
  for await (const line of boundedLines(input.setEncoding('utf8'), LONGEST_LINE)) {
    if (line !== TOO_LONG && line.trim() === '') continue;
    const said = line === TOO_LONG ? { error: LONG_LINE } : answerLine(line, defaults, why);
    const room = output.write(`${JSON.stringify(said)}\n`);
    if (!room) await once(output, 'drain');
  }
}

async function run(args: readonly string[], streams: Streams): Promise<void> {
  const { json, lines, why, file, ...raw } = readArguments(args);
  const edition = raw.edition ?? loadEdition();
  const given: RawRequest = { ...raw, edition };
  const request = file === undefined ? parseRequest(given) : requestInFile(file, given);
  if (lines) return answerLines({ locale: raw.locale, edition, set: raw.set }, why, streams);
  const said = json ? JSON.stringify(answer(request, why)) : adviseInWords(request, why);
  streams.output.write(`${said}\n`);
}

/** `advise`: the bot's guidance on the command line, from the same core. Returns the exit code. */
export async function adviseCommand(args: readonly string[], streams: Streams): Promise<number> {
  try {
    await run(args, streams);
    return 0;
  } catch (error) {
    if (!(isBadRequest(error) || error instanceof ConfigError)) throw error;
    streams.complaints.write(`${error.message}\n`);
    return BAD_REQUEST;
  }
}
