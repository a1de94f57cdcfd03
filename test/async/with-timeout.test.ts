import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { TimeoutError, withTimeout } from '../../src/async/with-timeout.js';

const never = (): Promise<never> => new Promise(() => undefined);

describe('Work with a time limit', () => {
  it('comes to what it comes to, where that is in time', async () => {
    assert.equal(await withTimeout(Promise.resolve('done'), 10_000), 'done');
    await assert.rejects(withTimeout(Promise.reject(new RangeError('wrong')), 10_000), RangeError);
  });

  it('fails where it takes longer', async () => {
    await assert.rejects(withTimeout(never(), 1), TimeoutError);
  });

  it('comes to something else, or fails in other words, where that is said', async () => {
    assert.equal(await withTimeout<string>(never(), 1, () => 'too late'), 'too late');
    const fail = (): never => {
      throw new RangeError('too late');
    };
    await assert.rejects(withTimeout(never(), 1, fail), RangeError);
  });

  it('harms nobody where it fails after that', async () => {
    let fail = (): void => undefined;
    const work = new Promise<never>((_, reject) => {
      fail = () => reject(new RangeError('nobody asks any more'));
    });
    await assert.rejects(withTimeout(work, 1), TimeoutError);
    fail();
    await new Promise(setImmediate);
  });

  it('is not late if it arrived while this process was busy', async () => {
    const server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(typeof address === 'object' && address !== null);
    const client = connect(address.port, '127.0.0.1');
    const [socket] = await Promise.all([
      once(server, 'connection').then(([one]) => one),
      once(client, 'connect'),
    ]);
    try {
      const answer = withTimeout(once(client, 'data'), 5);
      // Into the kernel's hands at once; this process comes to read it only after the time is over.
      socket.write('here');
      const begun = performance.now();
      while (performance.now() - begun < 50);
      assert.equal(String((await answer)[0]), 'here');
    } finally {
      client.destroy();
      socket.destroy();
      server.close();
    }
  });
});
