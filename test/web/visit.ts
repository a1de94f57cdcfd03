import type { Running } from '../../src/main.js';
import type { Environment } from '../../src/start/environment.js';
import { startIn, temporaryFolder } from '../start/running.js';
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

  before(async function () {
    browser = await openBrowser();
    if (browser === undefined) return this.skip();
    running = await startIn(folder.path, environment);
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
  };
}
