import { stopOnSignals } from '../../src/operation/stop-on-signals.js';
import { createLog } from '../../src/start/log.js';

/** A process that is never done, or cannot be closed, for the test of what happens then. */
const log = createLog({ logLevel: 'info' });
const close = (): Promise<void> =>
  process.argv[2] === 'fails' ? Promise.reject(new Error('no')) : new Promise(() => undefined);

stopOnSignals(close, log, 300);
setInterval(() => undefined, 1000);
log.info({ address: 'none' }, 'The Advisor is at nowhere');
