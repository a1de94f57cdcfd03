import assert from 'node:assert/strict';
import { call, startChat } from '../channels/directline/direct-line-call.js';
import { type EchoServer, startEchoServer } from '../channels/directline/echo-server.js';
import { handshake } from './handshake.js';

const ALLOWED = 'https://contoso.example';

describe('Direct Line and pages of other sites', () => {
  let server: EchoServer;
  beforeEach(async () => {
    server = await startEchoServer({ allowedOrigins: [ALLOWED] });
  });
  afterEach(() => server.close());

  const foreign: Readonly<Record<string, (own: string) => string>> = {
    'another site': () => 'https://evil.example',
    'a site that begins alike': () => `${ALLOWED}.evil.example`,
    'a site that ends alike': () => 'https://evilcontoso.example',
    'a site below': () => `https://a.contoso.example`,
    'the site without encryption': () => 'http://contoso.example',
    'the site at another port': () => `${ALLOWED}:8443`,
    'a frame without an origin': () => 'null',
    'another port of this machine': (own) => own.replace(/:\d+$/, ':1'),
    nonsense: () => 'x; y',
  };
  for (const [name, originOf] of Object.entries(foreign)) {
    it(`refuses ${name} before anything happens`, async () => {
      const origin = originOf(server.origin);
      const chat = await startChat(server);
      const { received } = server;
      const before = received.length;
      const headers = { Origin: origin };
      const { token } = chat;
      for (const line of [
        'POST /tokens/generate',
        'POST /tokens/refresh',
        'POST /conversations',
        `GET ${chat.path}`,
        `GET ${chat.path}/activities`,
        `POST ${chat.path}/activities`,
        'GET /session/getsessionid',
      ]) {
        const body = line.startsWith('POST') ? { body: { type: 'message', text: 'x' } } : {};
        const answer = await call(server, line, { token, headers, ...body });
        assert.deepEqual([answer.status, answer.body.error?.code], [403, 'BadOrigin'], line);
        assert.equal(answer.headers.get('access-control-allow-origin'), null);
      }
      assert.equal(await handshake(chat.streamUrl, origin), 403);
      assert.equal(received.length, before);
    });
  }

  it('serves its own pages, those of allowed sites, and what is no page', async () => {
    for (const origin of [server.origin, ALLOWED, undefined]) {
      const headers: Record<string, string> = origin === undefined ? {} : { Origin: origin };
      const generated = await call(server, 'POST /tokens/generate', { headers });
      const { token } = generated.body;
      const started = await call(server, 'POST /conversations', { token, headers });
      assert.equal(started.status, 201, origin);
      assert.equal(await handshake(started.body.streamUrl ?? '', origin), 101, origin);
    }
  });

  it('believes a proxy about its own name only if there is one', async () => {
    const headers = { Origin: 'https://bot.example', 'X-Forwarded-Host': 'bot.example' };
    assert.equal((await call(server, 'POST /tokens/generate', { headers })).status, 403);
    const proxied = await startEchoServer({ trustProxy: true });
    try {
      assert.equal((await call(proxied, 'POST /tokens/generate', { headers })).status, 200);
      const several = { ...headers, 'X-Forwarded-Host': 'bot.example, inner.example' };
      assert.equal((await call(proxied, 'POST /tokens/generate', { headers: several })).status, 403);
      const { body } = await call(proxied, 'POST /tokens/generate', { headers });
      const started = await call(proxied, 'POST /conversations', { headers, token: body.token });
      assert.match(started.body.streamUrl ?? '', /^ws:\/\/bot\.example\//);
    } finally {
      await proxied.close();
    }
  });
});
