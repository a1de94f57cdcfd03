import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import restify, { type Server } from 'restify';
import { type Gate, gate } from '../../src/limits/gate.js';

describe('Gates', () => {
  let server: Server;
  let seen: string[];

  beforeEach(() => {
    server = restify.createServer();
    seen = [];
    server.get('/', async (_req, res) => {
      seen.push('route');
      res.send(200);
    });
  });

  afterEach(async () => {
    server.server.closeAllConnections();
    server.close();
    await once(server.server, 'close').catch(() => undefined);
  });

  const open =
    (name: string): Gate =>
    () => {
      seen.push(name);
      return false;
    };
  const openLater =
    (name: string): Gate =>
    async () => {
      await new Promise((later) => setTimeout(later, 5));
      seen.push(name);
      return false;
    };
  const closed =
    (name: string, later: boolean): Gate =>
    (_req, res) => {
      seen.push(name);
      res.send(403);
      return later ? Promise.resolve(true) : true;
    };

  async function ask(): Promise<number> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { status } = await fetch(`http://127.0.0.1:${port}/`);
    return status;
  }

  it('are asked in the order in which they were added, also behind one that takes its time', async () => {
    gate(server, open('a'), openLater('b'));
    gate(server, open('c'), openLater('d'), open('e'));
    assert.equal(await ask(), 200);
    assert.deepEqual(seen, ['a', 'b', 'c', 'd', 'e', 'route']);
  });

  for (const later of [false, true]) {
    it(`let nothing by where one is closed${later ? ' after a while' : ''}`, async () => {
      gate(server, openLater('a'), closed('b', later), open('c'));
      gate(server, openLater('d'));
      assert.equal(await ask(), 403);
      await new Promise((after) => setTimeout(after, 20));
      assert.deepEqual(seen, ['a', 'b']);
    });
  }

  const broken = new Error('broken');
  for (const [how, fails] of [
    ['later', () => Promise.reject(broken)],
    [
      'at once',
      () => {
        throw broken;
      },
    ],
  ] as const) {
    it(`answer with an error where one fails ${how}`, async () => {
      gate(server, fails, open('b'));
      assert.equal(await ask(), 500);
      assert.deepEqual(seen, []);
    });
  }

  it('of one server are not those of another', async () => {
    const other = restify.createServer();
    gate(other, closed('other', false));
    gate(server, open('own'));
    assert.equal(await ask(), 200);
    assert.deepEqual(seen, ['own', 'route']);
  });
});
