import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { freePort } from '../../src/tools/bench/free-port.js';
import { eventually } from '../eventually.js';
import { temporaryFolder } from '../start/running.js';
import { isRunning, productEachTime } from './process.js';

describe('The end of the process by a signal', () => {
  const { start } = productEachTime();

  it('comes once, though the signal comes twice: from the terminal, and passed on by npm', async () => {
    const product = await start();
    product.stop('SIGINT');
    product.stop('SIGINT');
    product.stop('SIGTERM');
    assert.deepEqual(await product.ended, { code: 0 });
    assert.equal(product.lines().filter(({ msg }) => String(msg).startsWith('stopping')).length, 1);
  });

  it('comes in good order from the moment on that somebody can call', async () => {
    const folder = temporaryFolder();
    const [port, nobody] = [await freePort(), await freePort()];
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: folder.path,
      PORT: `${port}`,
      // What is loaded for it is loaded when the bot listens already.
      APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${randomUUID()};IngestionEndpoint=https://127.0.0.1:${nobody}`,
    };
    const child = spawn(process.execPath, ['dist/src/main.js'], { env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    const answers = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    try {
      await eventually('an answer', () => {
        assert.equal(child.exitCode, null);
        return answers();
      });
      child.kill('SIGTERM');
      assert.deepEqual(await ended, [0, null]);
    } finally {
      child.kill('SIGKILL');
      folder.remove();
    }
  });

  for (const [what, said] of [
    ['hangs', 'not finished within 0.3 seconds'],
    ['fails', 'could not be closed properly'],
  ] as const) {
    it(`comes with 1 and a line in the log where closing ${what}`, async () => {
      const script = 'dist/test/operation/stuck-process.js';
      const product = await start({}, [process.execPath, script, what]);
      product.stop('SIGTERM');
      assert.deepEqual(await product.ended, { code: 1 });
      assert.ok(product.lines().some(({ level, msg }) => level === 60 && String(msg).includes(said)));
    });
  }

  it('reaches the bot through npm start, and leaves nothing behind', async function () {
    if (process.platform === 'win32') this.skip();
    const product = await start({}, ['npm', 'start', '--ignore-scripts']);
    assert.notEqual(product.pid, product.child.pid);
    product.stop('SIGTERM');
    const { code } = await product.ended;
    assert.equal(code, 0);
    const { pid } = product;
    await eventually('the process to end', () => !isRunning(pid));
    assert.ok(product.lines().some(({ msg }) => msg === 'stopped'));
  });
});
