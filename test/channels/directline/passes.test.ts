import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { browserUser } from '../../../src/channels/directline/conversations.js';
import { createTokens } from '../../../src/channels/directline/tokens/tokens.js';
import { isIssuedUser } from '../../../src/channels/seam/issued-user.js';
import { mayKeep } from '../../../src/turn/may-keep.js';

const DAY = 24 * 60 * 60 * 1000;

describe('What a browser is known by', () => {
  let time: number;
  const key = randomBytes(32);
  const tokens = createTokens({ key, lifetimeSeconds: 60, now: () => time });
  beforeEach(() => {
    time = Date.parse('2026-11-23T12:00:00Z');
  });

  const came = (pass: unknown, user?: unknown) => browserUser({ pass, user }, tokens);

  it('is given by the server, and is the same person next time, for more than a year', async () => {
    const first = await came('');
    assert.ok(isIssuedUser(first.userId));
    time += 300 * DAY;
    const again = await came(first.pass);
    assert.equal(again.userId, first.userId);
    time += 300 * DAY;
    assert.equal((await came(again.pass)).userId, first.userId, 'each visit gives it anew');
    time += 401 * DAY;
    assert.notEqual((await came(again.pass)).userId, first.userId);
  });

  it('cannot be wished for, forged, or had from another token', async () => {
    const { userId, pass = '' } = await came('');
    const foreign = createTokens({ key: randomBytes(32), lifetimeSeconds: 60 });
    const wrong = [
      userId,
      `${pass.slice(0, -2)}AA`,
      await foreign.issuePass(userId),
      await tokens.issue({ conversationId: 'c', userId }),
      `${pass}${'x'.repeat(2000)}`,
      { id: userId },
      7,
      null,
    ];
    for (const each of wrong) {
      const got = await came(each, { id: userId });
      assert.notEqual(got.userId, userId, JSON.stringify(each));
      assert.ok(isIssuedUser(got.userId));
    }
    const wished = await browserUser({ user: { id: userId } }, tokens);
    assert.notEqual(wished.userId, userId);
    assert.ok(!isIssuedUser(wished.userId));
    await assert.rejects(tokens.verify(`Bearer ${pass}`), 'and a pass opens no conversation');
  });

  it('lets cases be kept; an id that a page chose does not, nor a channel that anybody can write as', async () => {
    const { userId } = await came('');
    const wished = await browserUser({ user: { id: 'dl_0123456789abcdef' } }, tokens);
    assert.equal(wished.pass, undefined);
    const may = (channel: string, user: string): boolean => mayKeep({ channel, user });
    assert.deepEqual(
      [
        may('directline', userId),
        may('directline', wished.userId),
        may('webchat', userId),
        may('msteams', '29:a'),
      ],
      [true, false, false, true],
    );
  });
});
