import assert from 'node:assert/strict';
import type { Logger } from 'pino';
import { createLog } from '../../src/start/log.js';

type Line = Readonly<Record<string, unknown>>;

export interface Captured {
  readonly log: Logger;
  /** Every line of the log, read. */
  readonly lines: () => readonly Line[];
  /** Everything that was written: the log, and whatever anybody printed. */
  readonly output: () => string;
  /** No longer listens to what is printed. */
  release(): void;
}

/** A log that keeps everything, and an ear for what is printed past it. */
export function captureLog(): Captured {
  const written: string[] = [];
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  for (const stream of streams) {
    const write = stream.write.bind(stream) as (...rest: unknown[]) => boolean;
    stream.write = (chunk: unknown, ...rest: unknown[]): boolean => {
      printed.push(String(chunk));
      return write(chunk, ...rest);
    };
  }
  return {
    log: createLog({ logLevel: 'trace' }, { write: (line: string) => void written.push(line) }),
    lines: () => written.map((line) => JSON.parse(line) as Line),
    output: () => [...written, ...printed].join('\n'),
    release: () =>
      streams.forEach((stream, index) => {
        stream.write = writes[index] ?? stream.write;
      }),
  };
}

/** That none of the words, in whatever case, and no part of them, got out. */
export function assertSilentAbout(output: string, words: readonly string[]): void {
  const lower = output.toLowerCase();
  for (const word of words) assert.ok(!lower.includes(word.toLowerCase()), `“${word}” is in the log`);
}
