import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Json } from '../turn/bot-server.js';

const MAIN = fileURLToPath(new URL('../../src/main.js', import.meta.url));

export interface Child {
  readonly address: string;
  /** Everything it wrote into its log. */
  readonly log: readonly Json[];
  readonly alive: () => boolean;
  readonly pid: number;
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

/** Those that run now. */
const children = new Set<ChildProcess>();

/** Ends what a test that failed has left running; mocha would wait for it for ever. */
export async function endChildren(): Promise<void> {
  const left = [...children];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(
    left.map((child) => child.exitCode === null && child.signalCode === null && once(child, 'exit')),
  );
}

/** Starts the real server as a process of its own. Rejects with `NotStarted` when it ends instead. */
export async function startChild(environment: Json): Promise<Child> {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    RATE_LIMIT_PER_MINUTE: '0',
    ...environment,
  } as NodeJS.ProcessEnv;
  const child: ChildProcess = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  // Not before all it has said is read.
  const gone = once(child, 'close');
  children.add(child);
  child.once('close', () => children.delete(child));
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
    child.once('close', (code) => reject(new NotStarted(said, code)));
  });
  return {
    address,
    log,
    pid: Number(child.pid),
    alive: () => child.exitCode === null && child.signalCode === null,
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
