import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '../eventually.js';
import { temporaryFolder } from '../start/running.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

type Line = Readonly<Record<string, unknown>>;

/** How a process ended: its exit code, or null where a signal ended it. */
export interface Ended {
  readonly code: number | null;
}

/** The real process, as it runs at somebody's. */
export interface Product {
  readonly address: string;
  /** The process that listens, which need not be the one that was started. */
  readonly pid: number;
  readonly child: ChildProcess;
  readonly lines: () => readonly Line[];
  /** Everything it has printed. */
  readonly output: () => string;
  stop(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
  /** Ends it, whatever state it is in. */
  kill(): Promise<void>;
}

function parsed(output: string): readonly Line[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
  return lines.map((line) => JSON.parse(line) as Line);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts it and waits until it listens. */
export async function startProduct(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  command: readonly [string, ...string[]] = [process.execPath, 'dist/src/main.js'],
): Promise<Product> {
  const { NODE_OPTIONS: _, ...rest } = process.env;
  const env = { ...rest, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info', ...environment };
  const [file, ...args] = command;
  const child = spawn(file, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null }));
  const lines = (): readonly Line[] => parsed(output);
  const started = await eventually('the address', () => {
    if (child.exitCode !== null) throw new Error(output);
    return lines().find(({ address, msg }) => address !== undefined && String(msg).includes('Advisor is at'));
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const pid = Number(started.pid);
  return {
    address: String(started.address),
    pid,
    child,
    lines,
    output: () => output,
    stop: (signal) => void child.kill(signal),
    ended,
    async kill() {
      // The number of a process that has ended may be another's by now.
      const over = lines().some(({ msg }) => msg === 'stopped');
      if (!over && pid !== child.pid && isRunning(pid)) process.kill(pid, 'SIGKILL');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/**
 * Starts the product for a test of a suite, in one folder for all of them, and ends whatever a test has left of it. To
 * be called inside `describe`.
 */
export function productEachTime() {
  const folder = temporaryFolder();
  let product: Product | undefined;
  afterEach(async () => {
    await product?.kill();
    product = undefined;
  });
  after(() => folder.remove());
  return {
    async start(
      ...more: [environment?: Parameters<typeof startProduct>[1], command?: [string, ...string[]]]
    ) {
      product = await startProduct(folder.path, ...more);
      return product;
    },
  };
}
