import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';

/** What a server process says of its memory, after a garbage collection; bytes. */
export interface Memory {
  /** Resident, without files that are mapped. */
  readonly rss: number;
  readonly heap: number;
}

/** A server in a process of its own. */
export interface Served {
  readonly port: number;
  memory(): Promise<Memory>;
  /** Seconds of processor time that it has taken. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

export interface ServerProgram {
  /** The compiled program. */
  readonly program: URL;
  readonly env: Readonly<Record<string, string>>;
  /** Further options of Node, such as `--cpu-prof`. */
  readonly node?: readonly string[];
}

const PROBE = fileURLToPath(new URL('./probe.js', import.meta.url));
const ASK_AGAIN = 3;

async function ask<T>(child: ChildProcess, question: string): Promise<T> {
  child.send(question);
  const [answer] = await once(child, 'message');
  return answer as T;
}

/** Starts the program, and resolves once it accepts requests. It sees only the environment that is given. */
export async function serve(
  { program, env, node = [] }: ServerProgram,
  ready: (port: number) => Promise<boolean>,
): Promise<Served> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', PROBE, ...node, fileURLToPath(program), `${port}`],
    { env: { ...env, PORT: `${port}` }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  let gone = false;
  const end = once(child, 'exit').then(() => {
    gone = true;
  });
  while (!(await ready(port))) {
    if (gone) throw new Error(`${program.pathname} ended before it could be asked.`);
    await new Promise((later) => setTimeout(later, ASK_AGAIN));
  }
  return {
    port,
    memory: () => ask(child, 'memory'),
    cpu: () => ask(child, 'cpu'),
    async stop() {
      child.kill('SIGTERM');
      await end;
    },
  };
}
