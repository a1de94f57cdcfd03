import type { Logger } from 'pino';
import { withTimeout } from '../async/with-timeout.js';

/** How long the end may take, in milliseconds: a second less than Docker waits, so that the log can say why. */
const TIMEOUT = 9_000;

/**
 * On SIGTERM or SIGINT finishes what is being done and ends the process: with 0, or with 1 if it fails or takes too
 * long. The same signal often comes twice, from the terminal and passed on by npm; only the first counts.
 */
export function stopOnSignals(close: () => Promise<void>, log: Logger, timeout: number = TIMEOUT): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: what is being answered is finished first');
    const tooLong = (): never => {
      log.fatal(`the process ends: something was not finished within ${timeout / 1000} seconds`);
      process.exit(1);
    };
    withTimeout(close(), timeout, tooLong).then(
      () => {
        log.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.fatal({ error }, 'the process ends: it could not be closed properly');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
