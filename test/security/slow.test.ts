import assert from 'node:assert/strict';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Server } from 'restify';
import { CONNECTION_LIMITS, type ConnectionLimits } from '../../src/limits/connections.js';
import { createServer } from '../../src/server.js';
import { send } from './raw-socket.js';

const SHORT: Partial<ConnectionLimits> = { headersTimeout: 200, requestTimeout: 400, checkInterval: 20 };
const POST = 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

describe('Connections', () => {
  let server: Server;
  let port: number;
  let answered = 0;

  async function listen(limits: Partial<ConnectionLimits>): Promise<void> {
    server = createServer(limits);
    answered = 0;
    server.post('/echo', async (_req, res) => {
      answered += 1;
      res.send(200, {});
    });
    server.get('/', async (_req, res) => {
      answered += 1;
      res.send(200, {});
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    ({ port } = server.address() as AddressInfo);
  }

  /** That the server has time for others meanwhile. */
  async function assertServes(): Promise<void> {
    const { text } = await send(port, { first: 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n' });
    assert.match(text, /^HTTP\/1\.1 200/);
  }

  afterEach(async () => {
    const closed = new Promise<void>((done) => {
      server.close(done);
    });
    server.server.closeAllConnections();
    await closed;
  });

  const slow = {
    'says nothing': { first: '' },
    'stops in its first line': { first: 'POST /echo' },
    'drips its headers': { first: POST, drip: 'X-Drip: y\r\n' },
    'drips one header': { first: `${POST}X-Long: `, drip: 'y' },
    'drips its body': { first: `${POST}Content-Length: 1000\r\n\r\n{`, drip: ' ' },
    'drips its body in chunks': {
      first: `${POST}Transfer-Encoding: chunked\r\n\r\n`,
      drip: '1\r\n \r\n',
    },
    'never ends its body': { first: `${POST}Content-Length: 10\r\n\r\n{` },
  };
  for (const [name, what] of Object.entries(slow)) {
    it(`end when a client ${name}`, async () => {
      await listen(SHORT);
      const ending = send(port, what);
      await assertServes();
      const { text, after } = await ending;
      assert.ok(text === '' || /^HTTP\/1\.1 4\d\d/.test(text), text);
      assert.ok(after < 3000, `after ${after} ms`);
      assert.equal(answered, 1, 'only the other one was answered');
    });
  }

  it('end after a while without another request', async () => {
    await listen({ keepAliveTimeout: 50, checkInterval: 20 });
    const { text, after } = await send(port, { first: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n' });
    assert.match(text, /^HTTP\/1\.1 200/);
    assert.ok(after < 5000);
  });

  it('are refused a header that is too large', async () => {
    await listen({});
    const first = `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'y'.repeat(17 * 1024)}\r\n\r\n`;
    const { text } = await send(port, { first });
    assert.match(text, /^HTTP\/1\.1 431/);
    assert.equal(answered, 0);
  });

  it('are refused an address that is too long', async () => {
    await listen({});
    const { text } = await send(port, { first: `GET /${'y'.repeat(17 * 1024)} HTTP/1.1\r\nHost: x\r\n\r\n` });
    assert.match(text, /^HTTP\/1\.1 4(?:31|14)/);
  });

  it('are refused more headers than anybody needs, instead of dropping some', async () => {
    await listen({});
    const headers = (count: number): string =>
      Array.from({ length: count }, (_, i) => `X-${i}: y\r\n`).join('');
    const request = (count: number): string =>
      `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers(count)}\r\n`;
    assert.match((await send(port, { first: request(98) })).text, /^HTTP\/1\.1 200/);
    for (const count of [99, 500, 1500]) {
      assert.match((await send(port, { first: request(count) })).text, /^HTTP\/1\.1 431/, String(count));
    }
    assert.equal(answered, 1);
  });

  it('are refused a body that is too large, before it has come', async () => {
    await listen(SHORT);
    const { text } = await send(port, {
      first: `${POST}Content-Length: 999999999\r\nConnection: close\r\n\r\n${'x'.repeat(300 * 1024)}`,
    });
    assert.match(text, /^HTTP\/1\.1 413/);
    assert.equal(answered, 0);
  });

  it('carry only so many requests', async () => {
    await listen({ ...SHORT, keepAliveTimeout: 50, maxRequestsPerSocket: 2 });
    const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
    const { text } = await send(port, { first: request + request + request });
    assert.equal(answered, 2);
    assert.equal(text.match(/HTTP\/1\.1 200/g)?.length, 2);
  });

  it('are only so many at once', async () => {
    await listen({ maxConnections: 2 });
    const open = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<Socket>((resolve) => {
            const socket = connect(port, '127.0.0.1', () => resolve(socket));
          }),
      ),
    );
    const { text } = await send(port, { first: 'GET / HTTP/1.1\r\nHost: x\r\n\r\n' });
    assert.equal(text, '');
    for (const socket of open) socket.destroy();
  });

  it('end soon enough in production as well', () => {
    assert.ok(CONNECTION_LIMITS.headersTimeout <= 15_000);
    assert.ok(CONNECTION_LIMITS.requestTimeout <= 60_000);
    assert.ok(CONNECTION_LIMITS.checkInterval <= 10_000);
    assert.ok(CONNECTION_LIMITS.maxHeaderBytes <= 16 * 1024);
  });

  for (const [name, head] of Object.entries({
    'two lengths': 'Content-Length: 2\r\nContent-Length: 40\r\n',
    'a length and chunks': 'Content-Length: 2\r\nTransfer-Encoding: chunked\r\n',
    'a length that is none': 'Content-Length: +2\r\n',
    'a folded header': 'X-A: b\r\n c\r\n',
    'a blank before the colon': 'Content-Length : 2\r\n',
  })) {
    it(`are refused ${name}, which a proxy could read otherwise`, async () => {
      await listen(SHORT);
      const smuggled = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
      const { text } = await send(port, { first: `${POST}${head}\r\n{}${smuggled}` });
      assert.match(text, /^HTTP\/1\.1 400/);
      assert.equal(answered, 0);
    });
  }
});
