import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { Server as HttpServer } from 'node:http';
import type { Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { timeLimit } from './effort.js';

/**
 * Hooks around all tests, for `mocha --require`: whatever a test has started is ended, also where the test failed
 * before it could. Where no test failed, leaving something is a failure of its own.
 */

interface Started {
  readonly what: string;
  readonly test: string;
  readonly isOver: () => boolean;
  readonly end: () => unknown;
}

const started = new Set<Started>();
let test = 'before the tests';

function note(what: string, isOver: () => boolean, end: () => unknown): Started {
  const one = { what, test, isOver, end };
  started.add(one);
  return one;
}

subscribe('child_process', (message) => {
  const { process: child } = message as { readonly process: ChildProcess };
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const one = note('a process', isOver, () => child.kill('SIGKILL'));
  child.once('exit', () => started.delete(one));
});

subscribe('worker_threads', (message) => {
  const { worker } = message as { readonly worker: Worker };
  const one = note(
    'a worker',
    () => worker.threadId === -1,
    () => worker.terminate(),
  );
  worker.once('exit', () => started.delete(one));
});

subscribe('tracing:net.server.listen:asyncEnd', (message) => {
  const { server } = message as { readonly server: Server };
  const one = note(
    `a server (${JSON.stringify(server.address())})`,
    () => !server.listening,
    () => {
      server.close();
      if (server instanceof HttpServer) server.closeAllConnections();
    },
  );
  server.once('close', () => started.delete(one));
});

/** Ends what still runs after the moment that an end may take that nobody waits for. */
async function endAll(): Promise<readonly Started[]> {
  const running = (): readonly Started[] => [...started].filter((one) => !one.isOver());
  const end = Date.now() + timeLimit(500);
  while (running().length > 0 && Date.now() < end) await pause(10);
  const left = running();
  started.clear();
  for (const one of left) await one.end();
  return left;
}

// Also where mocha is interrupted.
process.on('exit', () => {
  for (const { what, end } of started) if (what === 'a process') end();
});

function anyFailed(suite: Mocha.Suite | undefined): boolean {
  return (
    suite !== undefined &&
    (suite.tests.some((each) => each.isFailed()) || suite.suites.some((each) => anyFailed(each)))
  );
}

export const mochaHooks: Mocha.RootHookObject = {
  beforeEach(this: Mocha.Context) {
    test = this.currentTest?.fullTitle() ?? '';
  },
  async afterAll(this: Mocha.Context) {
    const left = await endAll();
    if (left.length === 0) return;
    const said = `Left running: ${left.map((one) => `${one.what} since “${one.test}”`).join('; ')}`;
    if (!anyFailed(this.test?.parent)) throw new Error(said);
    console.error(said);
  },
};
