import assert from 'node:assert/strict';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { Refusal } from '../../../src/channels/directline/protocol/refusal.js';
import { type Claims, createTokens } from '../../../src/channels/directline/tokens/tokens.js';

describe('Direct Line tokens', () => {
  const key = new Uint8Array(32).fill(7);
  const claims = { conversationId: 'conversation', userId: 'dl_user' };
  let time = 0;
  const tokens = createTokens({ key, lifetimeSeconds: 1800, now: () => time });

  beforeEach(() => {
    time = Date.parse('2026-11-01T00:00:00Z');
  });

  async function assertRefused(call: Promise<unknown>, status: number, code: string): Promise<void> {
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof Refusal);
      assert.deepEqual([error.status, error.code], [status, code]);
      return true;
    });
  }

  const named = ({ conversationId, userId }: Claims): Claims => ({ conversationId, userId });

  it('speak for a user in a conversation until they expire', async () => {
    const token = await tokens.issue(claims);
    assert.deepEqual(named(await tokens.verify(`Bearer ${token}`)), claims);
    assert.deepEqual(named(await tokens.verify(`bearer ${token}`)), claims);
    time += 1799_000;
    assert.deepEqual(named(await tokens.verify(`Bearer ${token}`)), claims);
    time += 1000;
    await assertRefused(tokens.verify(`Bearer ${token}`), 403, 'TokenExpired');
  });

  it('can be read by the client as JWTs', async () => {
    const { bot, conv, user, exp } = decodeJwt(await tokens.issue(claims));
    const expected = {
      bot: 'multichannel-advisor',
      conv: 'conversation',
      user: 'dl_user',
      exp: time / 1000 + 1800,
    };
    assert.deepEqual({ bot, conv, user, exp }, expected);
  });

  it('are refreshed for a week, and not for ever', async () => {
    let token = await tokens.issue(claims);
    const day = 24 * 60 * 60 * 1000;
    const begin = time;
    for (; time < begin + 7 * day - 1_000_000; time += 900_000) {
      token = await tokens.issue(await tokens.verify(`Bearer ${token}`));
    }
    time = begin + 7 * day;
    await assertRefused(tokens.verify(`Bearer ${token}`), 403, 'TokenExpired');
  });

  it('open a stream for a minute only', async () => {
    const token = await tokens.issueStream(claims);
    assert.deepEqual(named(await tokens.verifyStream(token)), claims);
    time += 60_000;
    await assertRefused(tokens.verifyStream(token), 403, 'TokenExpired');
  });

  it('are good for one use only', async () => {
    const token = await tokens.issue(claims);
    const stream = await tokens.issueStream(claims);
    await assertRefused(tokens.verify(`Bearer ${stream}`), 403, 'BadArgument');
    await assertRefused(tokens.verifyStream(token), 403, 'BadArgument');
  });

  for (const header of [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic abc',
    'Bearer abc',
    'Bearer a.b.c',
    'Bearer a b',
  ]) {
    it(`are asked for when the header is ${JSON.stringify(header)}`, async () => {
      await assertRefused(tokens.verify(header), 401, 'BadArgument');
    });
  }

  it('are asked for when a stream has none', async () => {
    await assertRefused(tokens.verifyStream(undefined), 401, 'BadArgument');
    await assertRefused(tokens.verifyStream(''), 401, 'BadArgument');
  });

  it('of another key, another algorithm or none are refused', async () => {
    const other = createTokens({ key: new Uint8Array(32).fill(8), lifetimeSeconds: 1800, now: () => time });
    await assertRefused(tokens.verify(`Bearer ${await other.issue(claims)}`), 403, 'BadArgument');
    const payload = { bot: 'multichannel-advisor', conv: 'c', user: 'dl_u', use: 'conversation', exp: 9e9 };
    const strong = await new SignJWT(payload).setProtectedHeader({ alg: 'HS384' }).sign(new Uint8Array(48));
    await assertRefused(tokens.verify(`Bearer ${strong}`), 403, 'BadArgument');
    const unsigned = new UnsecuredJWT(payload).encode();
    await assert.rejects(tokens.verify(`Bearer ${unsigned}`), Refusal);
  });

  const complete = { bot: 'multichannel-advisor', conv: 'c', user: 'dl_u', use: 'conversation', exp: 9e9 };
  for (const claim of ['bot', 'conv', 'user', 'use', 'exp']) {
    it(`without the claim ${claim} are refused, though well signed`, async () => {
      const sign = (payload: object): Promise<string> =>
        new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256' }).sign(key);
      assert.ok(await tokens.verify(`Bearer ${await sign(complete)}`));
      const token = await sign({ ...complete, [claim]: undefined });
      await assertRefused(tokens.verify(`Bearer ${token}`), 403, 'BadArgument');
    });
  }

  it('need a key of 32 bytes', () => {
    assert.throws(() => createTokens({ key: new Uint8Array(31), lifetimeSeconds: 1 }), /at least 32/);
  });
});
