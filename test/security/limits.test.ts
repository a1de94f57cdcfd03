import assert from 'node:assert/strict';
import { callerAddress } from '../../src/limits/caller.js';
import { rateLimit } from '../../src/limits/rate.js';
import { timeLimit } from '../effort.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { send } from './raw-socket.js';
import { signedBot } from './signed-bot.js';

interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

async function call(url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Called> {
  const response = await fetch(url, { method, headers });
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Called['body']) : {};
  return { status: response.status, headers: response.headers, body };
}

/** That it is refused until later, in the form of every other refusal. */
function assertTooMany({ status, headers, body }: Called): void {
  assert.equal(status, 429);
  const seconds = Number(headers.get('retry-after'));
  assert.ok(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60, String(seconds));
  const { code, message } = body.error as { readonly code: string; readonly message: string };
  assert.equal(code, 'TooManyRequests');
  assert.match(message, new RegExp(`in ${seconds} second`));
}

describe('The product within its limits', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  const ORIGIN = 'https://contoso.example';

  async function running(environment: Record<string, string>, run: (address: string) => Promise<void>) {
    const product = await startIn(folder.path, { EMBED_ORIGINS: ORIGIN, ...environment });
    try {
      await run(product.address);
    } finally {
      await product.close();
    }
  }

  const bearer = (token: unknown): Record<string, string> => ({ authorization: `Bearer ${token}` });

  it('begins only so many conversations for one address', async () => {
    await running({ RATE_LIMIT_PER_MINUTE: '8' }, async (address) => {
      const generate = `${address}/v3/directline/tokens/generate`;
      for (let i = 0; i < 2; i += 1) assert.equal((await call(generate, 'POST')).status, 200);
      const refused = await call(generate, 'POST', { origin: ORIGIN });
      assertTooMany(refused);
      assert.equal(refused.headers.get('access-control-allow-origin'), ORIGIN, 'the page can read it');
      const elsewhere = { 'x-forwarded-for': '198.51.100.7' };
      assertTooMany(await call(generate, 'POST', elsewhere));
    });
  });

  it('limits each token apart, and tokens that are none together', async () => {
    await running({ RATE_LIMIT_PER_MINUTE: '8' }, async (address) => {
      const base = `${address}/v3/directline`;
      const mine = (await call(`${base}/tokens/generate`, 'POST')).body.token;
      const theirs = (await call(`${base}/tokens/generate`, 'POST')).body.token;
      assert.equal((await call(`${base}/conversations`, 'POST', bearer(mine))).status, 201);
      const ask = (token: unknown): Promise<Called> =>
        call(`${base}/session/getsessionid`, 'GET', bearer(token));
      for (let i = 0; i < 7; i += 1) assert.equal((await ask(mine)).status, 200);
      assertTooMany(await ask(mine));
      const refreshed = await call(`${base}/tokens/refresh`, 'POST', bearer(mine));
      assertTooMany(refreshed);
      assert.equal((await ask(theirs)).status, 200);
      for (let i = 0; i < 8; i += 1) assert.equal((await ask(`made.up.${i}`)).status, 401);
      assertTooMany(await ask('made.up.9'));
      assert.equal((await ask(theirs)).status, 200);
    });
  });

  it('tells callers behind a proxy apart if told to', async () => {
    await running({ RATE_LIMIT_PER_MINUTE: '4', TRUST_PROXY: 'true' }, async (address) => {
      const generate = (ip: string): Promise<Called> =>
        call(`${address}/v3/directline/tokens/generate`, 'POST', { 'x-forwarded-for': ip });
      assert.equal((await generate('198.51.100.1')).status, 200);
      assertTooMany(await generate('198.51.100.1'));
      assertTooMany(await generate('203.0.113.9, 198.51.100.1'));
      assert.equal((await generate('198.51.100.1, 203.0.113.9')).status, 200);
    });
  });

  it('limits the pages, but never the probes', async () => {
    await running({ RATE_LIMIT_PER_MINUTE: '2' }, async (address) => {
      for (let i = 0; i < 10; i += 1) assert.equal((await call(`${address}/`)).status, 200);
      for (const path of ['/', '/policy', '/embed.js', '/nothing', '/r/x']) {
        assertTooMany(await call(`${address}${path}`));
      }
      for (let i = 0; i < 20; i += 1) assert.equal((await call(`${address}/health`)).status, 200);
    });
  });

  it('limits searches of the policy apart, however their address is written', async () => {
    await running({ RATE_LIMIT_PER_MINUTE: '2' }, async (address) => {
      const search = '/policy/2019-03/en?q=zzzz';
      for (let i = 0; i < 2; i += 1) assert.equal((await call(`${address}${search}`)).status, 200);
      for (const path of [search, '/policy?q=a', '/policy/2019-03/en/?x&%71=a', '/%70olicy/2019-03/en?q=a']) {
        assertTooMany(await call(`${address}${path}`));
      }
      assert.equal((await call(`${address}/policy/2019-03/en`)).status, 200);
    });
  }).timeout(timeLimit(20_000));

  it('without credentials answers to names of its own machine only, so that no page makes its own name one', async () => {
    await running({}, async (address) => {
      const { port } = new URL(address);
      const status = async (host: string, line = 'GET /'): Promise<string> => {
        const first = `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
        return (await send(Number(port), { first })).slice(9, 12);
      };
      for (const host of ['localhost', `localhost:${port}`, '127.0.0.1', '[::1]:80', 'LOCALHOST']) {
        assert.equal(await status(host), '200', host);
      }
      for (const host of [
        'rebound.example',
        '127.0.0.1.example',
        'localhost.example',
        '192.0.2.1',
        'x@localhost',
      ]) {
        for (const line of ['GET /', 'POST /api/messages', 'POST /v3/directline/tokens/generate']) {
          assert.match(await status(host, line), /^4(?:21|00)$/, `${line} ${host}`);
        }
      }
      assert.equal(await status('advisor-1:3978', 'GET /health'), '200', 'a proxy asks by whatever name');
    });
  });

  it('without credentials opens no stream for a page that made its own name one of this machine', async () => {
    await running({}, async (address) => {
      const { port } = new URL(address);
      const token = (await call(`${address}/v3/directline/tokens/generate`, 'POST')).body.token;
      const { body } = await call(`${address}/v3/directline/conversations`, 'POST', {
        Authorization: `Bearer ${String(token)}`,
      });
      const target = String(body.streamUrl).replace(/^ws:..[^/]+/, '');
      const offer =
        'Connection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
      const goodbye = '\x08\0';
      const opened = async (host: string, more = ''): Promise<string> => {
        const first = `GET ${target} HTTP/1.1\r\nHost: ${host}\r\n${offer}\r\n\r\n${more}`;
        return (await send(Number(port), { first })).slice(9, 12);
      };
      assert.equal(await opened('rebound.example'), '421');
      assert.equal(await opened('localhost', goodbye), '101');
    });
  });

  it('has no limit at 0', async () => {
    await running({ RATE_LIMIT_PER_MINUTE: '0' }, async (address) => {
      for (let i = 0; i < 200; i += 1) {
        assert.equal((await call(`${address}/v3/directline/tokens/generate`, 'POST')).status, 200);
      }
    });
  });
});

describe('/api/messages', () => {
  it('tells who is not believed to come later, and hears whoever has a token all the same', async () => {
    const limit = rateLimit(3);
    const bot = await signedBot({ countRefusal: (req) => limit.take(callerAddress(req, false)) });
    try {
      const token = `Bearer ${await bot.keys.sign(bot.claims)}`;
      for (let i = 0; i < 3; i += 1) assert.equal((await bot.post('Bearer x.y.z')).status, 401);
      const foreign = await bot.post(token, { serviceUrl: 'https://evil.example/' });
      const garbage = await bot.post('Bearer x.y.z');
      for (const { status, headers, text } of [foreign, garbage]) {
        assertTooMany({ status, headers, body: JSON.parse(text) as Called['body'] });
      }
      for (let i = 0; i < 10; i += 1) assert.equal((await bot.post(token)).status, 200);
      assert.equal(bot.turns.length, 10);
    } finally {
      await bot.close();
    }
  });
});
