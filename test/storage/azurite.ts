import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../src/tools/bench/free-port.js';

/** Installed by `.ci/run`: it is too large to come with the packages of everybody who wants to try the bot. */
const PROGRAM = fileURLToPath(
  new URL('../../../.tools/azurite/node_modules/azurite/dist/src/blob/main.js', import.meta.url),
);

/** Why tests with Azurite cannot run, or undefined where they can. */
export function azuriteMissing(): string | undefined {
  return existsSync(PROGRAM)
    ? undefined
    : 'Azurite is not installed (npm install --prefix .tools/azurite --no-save azurite)';
}

/** Microsoft's emulator of Blob Storage on a free port, forgetting everything at its end. */
export async function azurite() {
  const port = await freePort();
  const place = ['--blobHost', '127.0.0.1', '--blobPort', `${port}`, '--inMemoryPersistence'];
  const quiet = ['--silent', '--disableTelemetry', '--skipApiVersionCheck'];
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...place, ...quiet], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    if (said.includes('successfully listen')) break;
  }
  if (child.exitCode !== null) throw new Error(`Azurite does not start: ${said}`);
  return {
    /** Where containers are. */
    account: `http://127.0.0.1:${port}/devstoreaccount1`,
    freeze: () => child.kill('SIGSTOP'),
    async end(): Promise<void> {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export type Azurite = Awaited<ReturnType<typeof azurite>>;

/**
 * Azurite for the tests of one suite, which are skipped, with a word on the console, where it is not installed. To be
 * called inside `describe`; the returned function gives it once its tests run.
 */
export function azuriteHere(): () => Azurite {
  let server: Azurite | undefined;
  before(async function () {
    const missing = azuriteMissing();
    if (missing !== undefined) {
      console.log(`      skipped: ${missing}`);
      this.skip();
    }
    server = await azurite();
  });
  after(() => server?.end());
  return () => {
    if (server === undefined) throw new Error('Azurite runs only while the tests do.');
    return server;
  };
}
