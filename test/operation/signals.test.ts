import assert from 'node:assert/strict';
import { eventually } from '../eventually.js';
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
