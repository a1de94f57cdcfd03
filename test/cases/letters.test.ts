import assert from 'node:assert/strict';
import { pino } from 'pino';
import { waitingFor } from '../../src/cases/case-changes.js';
import { Rounds } from '../../src/cases/reminders/rounds.js';
import { Connector } from '../../src/channels/botframework/connector.js';
import { sendUnasked } from '../../src/channels/botframework/send-unasked.js';
import { postLetters } from '../../src/turn/post-letters.js';
import { type MoodyChannel, moodyChannel } from '../faults/moody-channel.js';
import { ANNA, DAY } from './case-contract.js';
import { HOUR, reachOf, WITH_GDAP, world } from './rounds-world.js';

const log = pino({ level: 'silent' });

describe('A letter on its way', () => {
  let channel: MoodyChannel;
  before(async () => {
    channel = await moodyChannel();
  });
  after(() => channel.close());

  /** Anna is due to be reminded now; her conversation is where that channel is, or elsewhere. */
  async function due(serviceUrl = channel.url) {
    const one = world();
    const { id } = (await one.cases.create(ANNA, WITH_GDAP, DAY)) ?? assert.fail();
    const reach = reachOf(ANNA);
    await one.reminders.reachedAt(ANNA, { ...reach, address: { ...reach.address, serviceUrl } }, DAY);
    await one.reminders.start(ANNA, id, DAY);
    await one.cases.change(
      ANNA,
      id,
      waitingFor({ step: 'customerAccepts', actor: 'customer', since: DAY }),
      DAY,
    );
    one.set('2026-11-30T08:00:30Z');
    const connector = new Connector({ identity: undefined });
    const post = postLetters((to, activity) => sendUnasked(connector, to, activity), log);
    return { one, id, rounds: new Rounds(one.store, { now: one.now, post }) };
  }

  it('is a message in the keeper’s conversation, under its own name', async () => {
    const { rounds } = await due();
    channel.will();
    assert.equal(await rounds.round(), 1);
    const [call] = channel.calls;
    assert.equal(call?.method, 'POST');
    const sent = JSON.parse(call?.text ?? '') as Record<string, unknown>;
    assert.equal(sent.type, 'message');
    assert.match(String(sent.id), /^[\w-]{43}$/);
    assert.match(String(sent.summary), /Contoso/);
    assert.deepEqual(sent.recipient, { id: '29:anna', name: '' });
    assert.equal(await rounds.round(), 0);
    assert.equal(channel.calls.length, 1);
  });

  for (const status of [403, 404]) {
    it(`is the last one where the channel answers ${status}, which the keeper can see`, async () => {
      const { one, id, rounds } = await due();
      channel.will({ status });
      assert.equal(await rounds.round(), 0);
      one.pass(40 * 24 * HOUR);
      assert.equal(await rounds.round(), 0);
      assert.equal(channel.calls.length, 1);
      assert.equal((await one.reminders.state(ANNA, id)).blocked, '2026-11-30');
    });
  }

  it('waits as long as a channel asks that answers 429', async () => {
    const { one, rounds } = await due();
    channel.will({ status: 429, retryAfter: '600' });
    assert.equal(await rounds.round(), 0);
    assert.equal(channel.calls.length, 1, 'ten minutes are not waited for within the turn');
    one.pass(9.5 * 60_000);
    await rounds.round();
    assert.equal(channel.calls.length, 1);
    one.pass(10 * 60_000);
    assert.equal(await rounds.round(), 1);
    assert.equal(channel.calls.length, 2);
  });

  for (const mood of [{ status: 500 }, { status: 503 }, 'hangUp'] as const) {
    it(`is sent again under the same name where the channel ${mood === 'hangUp' ? 'hangs up' : `answers ${mood.status}`}`, async () => {
      const { one, rounds } = await due();
      channel.will(mood);
      assert.equal(await rounds.round(), 0);
      one.pass(HOUR);
      assert.equal(await rounds.round(), 1);
      const names = channel.calls.map(({ text }) => (JSON.parse(text) as { id: string }).id);
      assert.equal(names.length, 2);
      assert.equal(new Set(names).size, 1);
    });
  }

  it('goes nowhere but where the bot answers', async () => {
    const { one, id, rounds } = await due('https://evil.example/');
    channel.will();
    assert.equal(await rounds.round(), 0);
    assert.equal(channel.calls.length, 0);
    assert.equal((await one.reminders.state(ANNA, id)).blocked, '2026-11-30');
  });
});
