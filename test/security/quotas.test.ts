import assert from 'node:assert/strict';
import { limitDirectLine } from '../../src/channels/directline/callers/call-limits.js';
import { BASE_PATH } from '../../src/channels/directline/protocol/paths.js';
import { createTokens } from '../../src/channels/directline/tokens/tokens.js';
import { createLimits, type Limits } from '../../src/http/limit-callers.js';
import { createServer } from '../../src/http/server.js';
import { type Counters, rateLimit } from '../../src/limits/rate.js';
import { onLoopback } from '../loopback.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('What an address has in an hour and in a day', () => {
  let now = 0;
  /** What was made, by its name. */
  let quotas: Map<string, { most: number; seconds: number }>;

  /** All limits of the product, on a clock of the test's own. */
  function limitsAt(rateLimitPerMinute: number, server = createServer()): Limits {
    now = 1;
    quotas = new Map();
    const counters: Counters = {
      limit({ name, most, seconds }) {
        quotas.set(name, { most, seconds });
        return rateLimit(most, seconds, () => now);
      },
      close: async () => undefined,
    };
    return createLimits(server, { rateLimitPerMinute, trustProxy: true }, counters);
  }

  /** Calls of Direct Line from addresses that a proxy names. */
  async function calling(run: (post: (path: string, from: string) => Promise<Response>) => Promise<void>) {
    const server = createServer();
    const tokens = createTokens({ key: new Uint8Array(32), lifetimeSeconds: 60 });
    limitDirectLine(server, { limits: limitsAt(4).directLine, tokens, trustProxy: true });
    for (const path of ['/tokens/generate', '/conversations/:id/activities']) {
      server.post(BASE_PATH + path, async (_req, res) => {
        res.send(200, {});
      });
    }
    const { url, close } = await onLoopback(server.server);
    try {
      await run(async (path, from) => {
        const response = await fetch(`${url.slice(0, -1)}${BASE_PATH}${path}`, {
          method: 'POST',
          headers: { 'x-forwarded-for': from },
        });
        await response.arrayBuffer();
        return response;
      });
    } finally {
      await close();
    }
  }

  /** One address, and another of its network. */
  const [mine, alsoMine, theirs] = ['2001:db8:1:2::7', '2001:db8:1:2:ffff::8', '2001:db8:1:3::7'];

  it('is 960 conversations a day, 4,800 messages a day and 60 opinions an hour, as it is set', () => {
    limitsAt(120);
    assert.deepEqual(quotas.get('begun'), { most: 30, seconds: 60 });
    assert.deepEqual(quotas.get('begun-day'), { most: 960, seconds: DAY / 1000 });
    assert.deepEqual(quotas.get('said-day'), { most: 4800, seconds: DAY / 1000 });
    assert.deepEqual(quotas.get('address'), { most: 600, seconds: 60 });
    assert.deepEqual(quotas.get('opinions'), { most: 60, seconds: HOUR / 1000 });
  });

  it('is so many conversations in a day, of a network of IPv6 as of one address, and others have theirs', async () => {
    await calling(async (post) => {
      for (let i = 0; i < 32; i += 1) {
        const { status } = await post('/tokens/generate', i % 2 === 0 ? mine : alsoMine);
        assert.equal(status, 200, `${i} before`);
        now += MINUTE;
      }
      const refused = await post('/tokens/generate', alsoMine);
      assert.equal(refused.status, 429);
      assert.equal(Number(refused.headers.get('retry-after')), (DAY - 32 * MINUTE) / 1000);
      assert.equal((await post('/tokens/generate', theirs)).status, 200);
      now += DAY - 32 * MINUTE;
      assert.equal((await post('/tokens/generate', mine)).status, 200);
    });
  });

  it('is so many messages in a day, whatever the conversation and the token, and others have theirs', async () => {
    await calling(async (post) => {
      for (let i = 0; i < 160; i += 1) {
        const { status } = await post(`/conversations/${i}/activities`, i % 2 === 0 ? mine : alsoMine);
        assert.equal(status, 200, `${i} before`);
        now += MINUTE;
      }
      const refused = await post('/conversations/x/activities', mine);
      assert.equal(refused.status, 429);
      assert.ok(Number(refused.headers.get('retry-after')) > 60 * 60);
      assert.equal((await post('/conversations/x/activities', theirs)).status, 200);
    });
  });

  it('is 60 kept cases in an hour, whoever keeps them, and others have theirs', async () => {
    const { effects } = limitsAt(120);
    const keep = (user: string, address: string): Promise<boolean> =>
      effects('case', { channel: 'directline', conversation: user, user, name: '', group: false, address });
    for (let i = 0; i < 60; i += 1) assert.equal(await keep(`user ${i}`, '192.0.2.1'), true);
    assert.equal(await keep('another', '192.0.2.1'), false);
    assert.equal(await keep('another', '192.0.2.2'), true);
    now += HOUR;
    assert.equal(await keep('another', '192.0.2.1'), true);
  });

  it('is 60 opinions in an hour, whoever has them', async () => {
    const { effects } = limitsAt(120);
    const opinion = (user: string, address: string | undefined): Promise<boolean> =>
      effects('feedback', {
        channel: 'directline',
        conversation: user,
        user,
        name: '',
        group: false,
        address,
      });
    for (let i = 0; i < 60; i += 1) assert.equal(await opinion(`user ${i}`, '192.0.2.1'), true);
    assert.equal(await opinion('another', '192.0.2.1'), false);
    assert.equal(await opinion('another', '192.0.2.2'), true);
    assert.equal(await opinion('of a channel that knows its people', undefined), true);
    now += HOUR;
    assert.equal(await opinion('another', '192.0.2.1'), true);
  });
});
