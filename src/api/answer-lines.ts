import { once } from 'node:events';
import { boundedLines, TOO_LONG } from '../advice/bounded-lines.js';
import { RequestError } from '../advice/request-error.js';
import { inTurn } from '../async/in-turn.js';
import { complaintsOf } from './complaints.js';
import { adviceTo } from './operations/advise-operation.js';
import type { ApiReader } from './operations/operation.js';
import { type ProblemDetails, type ProblemKind, problemOf } from './protocol/problem-details.js';
import { adviseRequest } from './schema/given-schema.js';

/** In UTF-16 units: the largest case has some thousand, and a text of the longest kind four more. */
export const LONGEST_LINE = 32 * 1024;
/** So many lines are read of one stream, empty ones too. */
export const MOST_LINES = 10_000;

/** Where the answers go, as a response takes them. */
export interface LineSink extends NodeJS.EventEmitter {
  write(text: string): boolean;
  readonly destroyed: boolean;
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function answerTo(line: string | typeof TOO_LONG, reader: ApiReader, id: string): object {
  const problem = (kind: ProblemKind, wrong: readonly RequestError[] = []): ProblemDetails =>
    problemOf({ kind, language: reader.language, id, wrong });
  if (line === TOO_LONG) return problem('tooLarge');
  const given = parsedLine(line);
  if (given === undefined) return problem('unreadable');
  const read = adviseRequest.safeParse(given);
  if (!read.success) return problem('invalid', complaintsOf(adviseRequest, given, read.error));
  try {
    return adviceTo(read.data, reader);
  } catch (error) {
    if (error instanceof RequestError) return problem('invalid', [error]);
    throw error;
  }
}

/** Until there is room for more, or nobody is left who takes it. */
async function room(sink: LineSink): Promise<void> {
  const ended = new AbortController();
  const wait = (event: string) => once(sink, event, { signal: ended.signal });
  try {
    await Promise.race([wait('drain'), wait('close')]);
  } finally {
    ended.abort();
  }
}

/**
 * One line in, one line out, in their order. Nothing is read while nobody takes what was answered, and everybody else has
 * their turn between two lines: so it holds one line and its answer, however many come.
 */
export async function answerLines(
  text: AsyncIterable<string>,
  sink: LineSink,
  reader: ApiReader,
  id: string,
): Promise<number> {
  let count = 0;
  for await (const line of boundedLines(text, LONGEST_LINE)) {
    if (sink.destroyed) break;
    count += 1;
    // Counted all the same: nothing but ends of lines would otherwise be read without an end.
    if (line !== TOO_LONG && line.trim() === '' && count <= MOST_LINES) continue;
    await inTurn(reader.caller);
    const isOneTooMany = count > MOST_LINES;
    const answer = isOneTooMany
      ? problemOf({ kind: 'tooLarge', language: reader.language, id })
      : answerTo(line, reader, id);
    if (!sink.write(`${JSON.stringify(answer)}\n`) && !sink.destroyed) await room(sink);
    if (isOneTooMany) break;
  }
  return count;
}
