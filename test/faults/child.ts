import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Json } from '../bot/bot-server.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));

export interface Child {
  readonly address: string;
  /** Everything it wrote into its log. */
  readonly log: readonly Json[];
  readonly alive: () => boolean;
  /** Ends it by a signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** What a server that did not start said, and its exit code. */
export class NotStarted extends Error {
  constructor(
    readonly said: string,
    readonly code: number | null,
  ) {
    super(`It did not start (exit code ${code}): ${said}`);
  }
}

/**
 * Starts the real server as a process of its own. Rejects with `NotStarted` when it ends instead.
 * @param wrap a program that runs it, with its arguments
 */
export async function startChild(environment: Json, wrap: readonly string[] = []): Promise<Child> {
  const [program = process.execPath, ...before] = [...wrap, process.execPath];
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    ...environment,
  } as NodeJS.ProcessEnv;
  const child: ChildProcess = spawn(program, [...before, MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  const log: Json[] = [];
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      if (!line.startsWith('{')) return;
      const entry = JSON.parse(line) as Json;
      log.push(entry);
      if (typeof entry.address === 'string') resolve(entry.address);
    });
    child.once('exit', (code) => reject(new NotStarted(said, code)));
  });
  return {
    address,
    log,
    alive: () => child.exitCode === null && child.signalCode === null,
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
