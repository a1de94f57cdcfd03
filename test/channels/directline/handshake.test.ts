import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startChat } from './direct-line-call.js';
import { type EchoServer, startEchoServer } from './echo-server.js';

describe('A WebSocket’s handshake', () => {
  let server: EchoServer;
  before(async () => {
    server = await startEchoServer();
  });
  after(() => server.close());

  const offer =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
  const host = 'Host: localhost\r\n';

  /** The status that a request for a stream is answered with. */
  async function status(headers: string, { version = '1.1', body = '' } = {}): Promise<string> {
    const { port, pathname, search } = new URL((await startChat(server)).streamUrl);
    const socket = connect(Number(port), '127.0.0.1');
    try {
      socket.write(`GET ${pathname}${search} HTTP/${version}\r\n${offer}${headers}\r\n${body}`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      return answer.toString().slice(9, 12);
    } finally {
      socket.destroy();
    }
  }

  it('opens a stream', async () => assert.equal(await status(host), '101'));

  for (const [what, headers, more] of [
    ['has two hosts', `${host}Host: other.example\r\n`, {}],
    ['has no host', '', {}],
    ['has a body', `${host}Content-Length: 5\r\n`, { body: 'hello' }],
    ['has a body in pieces', `${host}Transfer-Encoding: chunked\r\n`, { body: '0\r\n\r\n' }],
    ['is of an older HTTP', host, { version: '1.0' }],
  ] as const) {
    it(`opens none where it ${what}, which a proxy could read otherwise`, async () => {
      assert.match(await status(headers, more), /^40\d$/);
    });
  }
});
