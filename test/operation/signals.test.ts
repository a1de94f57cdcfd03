import assert from 'node:assert/strict';
import { temporaryFolder } from '../start/running.js';
import { eventually } from './eventually.js';
import { isRunning, type Product, startProduct } from './process.js';

describe('The end of the process by a signal', () => {
  const folder = temporaryFolder();
  let product: Product | undefined;
  afterEach(async () => {
    await product?.kill();
    product = undefined;
  });
  after(() => folder.remove());

  it('comes once, though the signal comes twice: from the terminal, and passed on by npm', async () => {
    product = await startProduct(folder.path);
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
      product = await startProduct(folder.path, {}, [process.execPath, script, what]);
      product.stop('SIGTERM');
      assert.deepEqual(await product.ended, { code: 1 });
      assert.ok(product.lines().some(({ level, msg }) => level === 60 && String(msg).includes(said)));
    });
  }

  it('reaches the bot through npm start, and leaves nothing behind', async function () {
    if (process.platform === 'win32') this.skip();
    product = await startProduct(folder.path, {}, ['npm', 'start', '--ignore-scripts']);
    assert.notEqual(product.pid, product.child.pid);
    product.stop('SIGTERM');
    const { code } = await product.ended;
    assert.equal(code, 0);
    const { pid } = product;
    await eventually(() => !isRunning(pid) || undefined);
    assert.ok(product.lines().some(({ msg }) => msg === 'stopped'));
  });
});
