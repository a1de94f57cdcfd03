import assert from 'node:assert/strict';
import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { WebSocket } from 'ws';
import type { Running } from '../../src/main.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import { Sessions } from '../../src/turn/sessions.js';
import { fresh } from '../conversation/talk.js';
import { eventually } from '../eventually.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { needsRedis, type RedisServer, redisServer } from '../storage/redis-server.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, tapFor, textOf } from '../turn/card-reader.js';
import { call, newPerson } from './person.js';

describe('Two instances behind one Redis', () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  let redis: RedisServer;
  let one: Running;
  let other: Running;
  before(async function () {
    needsRedis(this);
    redis = await redisServer();
    const environment = { STORAGE_URL: redis.url, RATE_LIMIT_PER_MINUTE: '0' };
    // At once, so that both want to make the shared key.
    [one, other] = (await Promise.all(folders.map(({ path }) => startIn(path, environment)))) as [
      Running,
      Running,
    ];
  });
  after(async () => {
    await one?.close();
    await other?.close();
    await redis?.end();
    for (const folder of folders) folder.remove();
  });

  it('carry a conversation whose HTTP goes to one and whose WebSocket to the other', async () => {
    const person = await newPerson(one.address);
    const reconnect = `${other.address}/v3/directline/conversations/${person.conversationId}?watermark=0`;
    const { status, body } = await call(reconnect, person.token, 'GET');
    assert.equal(status, 200, 'the token of one instance is good at the other');
    const socket = new WebSocket(String(body.streamUrl));
    const heard: Json[] = [];
    socket.on('message', (frame) => {
      const text = String(frame);
      if (text !== '') heard.push(...(JSON.parse(text) as { activities: Json[] }).activities);
    });
    await once(socket, 'open');
    const arrives = async (count: number): Promise<void> => {
      await eventually(`${count} activities`, () => heard.length >= count);
      assert.equal(heard.length, count);
    };
    await arrives(1);
    await person.say(one.address, 'start');
    await arrives(3);
    const data = tapFor(cardOf(heard[2] ?? {}), 'cloud', 'public', 'Action.Submit');
    await person.send(one.address, { type: 'message', value: data });
    await arrives(5);
    assert.match(textOf(cardOf(heard[4] ?? {})), /Question 2/);
    const ids = heard.map(({ id }) => id);
    assert.deepEqual(
      ids,
      [...new Set(ids)].sort((a, b) => (String(a) < String(b) ? -1 : 1)),
      'each once',
    );
    socket.close();
    await once(socket, 'close');
  });

  it('answer in turn, and know what the other was told', async () => {
    const person = await newPerson(one.address);
    for (const [at, text] of ['start', '1', '1', '1'].entries()) {
      const { status } = await person.say([one, other][at % 2]?.address ?? '', text);
      assert.equal(status, 200);
    }
    const said = await person.heard(other.address);
    assert.match(textOf(cardOf(said.at(-1) ?? {})), /Question 4/);
    assert.deepEqual(await person.heard(one.address), said);
  });

  it('lose no answer of two devices that answer different questions at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const person = await newPerson(one.address);
      await person.say(one.address, 'start');
      const question = cardOf((await person.heard(one.address)).at(-1) ?? {});
      const cloud = tapFor(question, 'cloud', 'public', 'Action.Submit');
      const partner = { ...cloud, fact: 'partner', value: 'directBill' };
      const outcomes = await Promise.all([
        person.send(one.address, { type: 'message', value: cloud }),
        person.send(other.address, { type: 'message', value: partner }),
      ]);
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        [200, 200],
      );
      await person.say(one.address, 'start');
      const now = textOf(cardOf((await person.heard(one.address)).at(-1) ?? {}));
      assert.match(now, /Question 3/);
    }
  });

  it('serialise many turns of one person, and give each its own', async () => {
    const options = { url: redis.url, retentionDays: 30, isKept: () => false };
    const stores = await Promise.all([1, 2, 3, 4].map(() => openRedisStore(options)));
    const all = stores.map((store) => new Sessions(store, undefined));
    const owner = { channel: 'msteams', conversation: 'a:crowd', user: '29:anna' };
    const { around } = fresh();
    const deliver = (at: number) =>
      (all[at % all.length] ?? assert.fail()).turn({
        input: { kind: 'text', text: at % 2 === 0 ? 'restart' : 'call' },
        owner,
        locales: ['en'],
        delivery: `delivery ${at}`,
        around,
      });
    const turns = await Promise.all(Array.from({ length: 40 }, (_, at) => deliver(at)));
    const interviews = turns.map(({ conversation }) => conversation.interview);
    assert.equal(Math.max(...interviews), 21, 'twenty began anew, and none of them over another');
    await Promise.all(stores.map((store) => store.close()));
  });

  it('count together what an address begins', async () => {
    const environment = { STORAGE_URL: redis.url, RATE_LIMIT_PER_MINUTE: '8', TRUST_PROXY: 'true' };
    const limited = await Promise.all(folders.map(({ path }) => startIn(path, environment)));
    try {
      const begin = async (at: number, from: string): Promise<number> => {
        const url = `${limited[at % 2]?.address}/v3/directline/tokens/generate`;
        return (await fetch(url, { method: 'POST', headers: { 'x-forwarded-for': from } })).status;
      };
      let tries = 0;
      // Until both are connected, and once a minute is over, it begins anew: so each address is new.
      const statuses = await eventually('a limit of both', async () => {
        tries += 1;
        const found: number[] = [];
        for (let at = 0; at < 4; at += 1)
          found.push(await begin(at, `2001:db8:${tries.toString(16)}:0::${at + 1}`));
        return isDeepStrictEqual(found, [200, 200, 429, 429]);
      });
      assert.ok(statuses);
    } finally {
      for (const each of limited) await each.close();
    }
  });
});
