import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { timeLimit } from '../effort.js';

const LOG = new URL('../../src/start/log.js', import.meta.url);
/** Logs, in the end what is fatal, and ends by itself. */
const PROGRAM = `
import { createLog } from '${LOG.href}';
const log = createLog({ logLevel: 'info' });
for (let line = 0; line < 5000; line += 1) log.info('a line of a log that nobody has room for');
log.fatal('the last line');
process.exit(7);
`;

describe('An output that takes nothing, such as a file on a full disk', () => {
  it('neither ends the process nor keeps it from going on', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
      stdio: ['ignore', full, 'inherit'],
    });
    try {
      const [code] = (await once(child, 'exit')) as [number | null];
      assert.equal(code, 7);
    } finally {
      child.kill('SIGKILL');
      closeSync(full);
    }
  }).timeout(timeLimit(10_000));
});
