import { pino } from 'pino';
import { type Running, start } from '../../src/main.js';
import { parseConfig } from '../../src/start/config.js';
import type { Environment } from '../../src/start/environment.js';
import { temporaryFolder } from '../start/running.js';
import { type Browser, openBrowser } from './browser.js';

/**
 * A browser and the product for the tests of one suite, which are skipped where there is no browser. To be called
 * inside `describe`; what it returns is there once its tests run.
 * @param environment the settings of the product, where they are others than the usual ones
 */
export function visited(environment: Environment = {}) {
  const folder = temporaryFolder();
  let browser: Browser | undefined;
  let running: Running | undefined;
  let port = '0';

  async function serve(): Promise<void> {
    const settings = { LOG_LEVEL: 'silent', ...environment, DATA_DIR: folder.path, PORT: port };
    running = await start(parseConfig(settings), pino({ level: 'silent' }));
    ({ port } = new URL(running.address));
  }

  before(async function () {
    browser = await openBrowser();
    if (browser === undefined) return this.skip();
    await serve();
  });
  after(async () => {
    await browser?.close();
    await running?.close();
    folder.remove();
  });

  function there<T>(what: T | undefined): T {
    if (what === undefined) throw new Error('It is there only while the tests run.');
    return what;
  }
  return {
    get browser(): Browser {
      return there(browser);
    },
    get address(): string {
      return there(running).address;
    },
    /** Where it keeps what it knows. */
    folder: folder.path,
    /** As when the server is shut down, */
    stop: () => there(running).close(),
    /** and comes back at the same address. */
    serveAgain: serve,
  };
}
