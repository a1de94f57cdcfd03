import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { LANGUAGES } from '../../src/language/languages.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { isSooner } from '../sooner.js';
import { temporaryFolder } from '../start/running.js';
import { needsRedis, type RedisServer, redisServer } from '../storage/redis-server.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, isLine, textOf } from '../turn/card-reader.js';
import { type Child, startChild } from './child.js';
import { moodyChannel } from './moody-channel.js';
import { call, newPerson, type Outcome, type Person } from './person.js';

const PEOPLE = 6;
/** How long an answer may take while Redis is away, in milliseconds. */
const TIMEOUT = timeLimit(5000);

describe('Redis stopped and started in mid-load', () => {
  const folder = temporaryFolder();
  let redis: RedisServer;
  let child: Child;
  before(async function () {
    needsRedis(this);
    redis = await redisServer();
    child = await startChild({ DATA_DIR: folder.path, STORAGE_URL: redis.url });
  });
  after(async () => {
    await child?.end('SIGTERM');
    await redis?.end();
    folder.remove();
  });

  async function answersAgain(person: Person): Promise<void> {
    await eventually('an answer', async () => (await person.say(child.address, 'start')).status === 200);
  }

  /** Talks until told to stop; what was confirmed, and every outcome. */
  async function talk(person: Person, outcomes: Outcome[], confirmed: unknown[], going: () => boolean) {
    while (going()) {
      const outcome = await person.say(child.address, 'restart');
      outcomes.push(outcome);
      if (outcome.status === 200) confirmed.push(outcome.body.id);
      else await pause(50);
    }
  }

  it('gives clear answers meanwhile, lives on, and has everything that was confirmed', async () => {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => newPerson(child.address)));
    const outcomes: Outcome[] = [];
    const confirmed: unknown[][] = people.map(() => []);
    let going = true;
    const talking = people.map((person, at) => talk(person, outcomes, confirmed[at] ?? [], () => going));
    for (let round = 0; round < 3; round += 1) {
      await pause(300);
      await redis.stop(round === 1 ? 'SIGKILL' : 'SIGTERM');
      await pause(round === 2 ? 3000 : 700);
      await redis.start();
      await pause(1500);
    }
    going = false;
    await Promise.all(talking);
    const slowest = Math.max(...outcomes.map(({ took }) => took));
    const failed = outcomes.filter(({ status }) => status !== 200);
    const all = confirmed.flat().length;
    console.log(`      ${all} answers confirmed, ${failed.length} refused, the slowest after ${slowest} ms`);
    assert.ok(all > 0 && failed.length > 0);
    assert.ok(slowest < TIMEOUT, `${slowest} ms`);
    for (const { status, body } of failed) {
      assert.ok(status >= 500, `status ${status}`);
      assert.ok((body.error as Json).message, 'it says what is wrong');
    }
    assert.ok(child.alive());
    for (const [at, person] of people.entries()) {
      await answersAgain(person);
      const ids = new Set((await person.heard(child.address)).map(({ id }) => id));
      const kept = (confirmed[at] ?? []).slice(-50);
      assert.deepEqual(
        kept.filter((id) => !ids.has(id)),
        [],
        'what was confirmed is there',
      );
    }
    assert.ok(child.log.some(({ msg }) => String(msg).includes('connection to Redis is lost')));
    assert.ok(child.log.some(({ msg }) => String(msg).includes('Redis is there again')));
  });

  it('apologises to Teams within the time that Teams waits, and goes on where it was', async () => {
    const channel = await moodyChannel();
    let sent = 0;
    const say = (text: string): Promise<Outcome> => {
      sent += 1;
      return call(`${child.address}/api/messages`, '', 'POST', {
        type: 'message',
        text,
        id: `activity-${sent}`,
        channelId: 'msteams',
        serviceUrl: channel.url,
        locale: 'en-GB',
        from: { id: '29:anna', name: 'Anna' },
        recipient: { id: '28:bot' },
        conversation: { id: 'a:personal', conversationType: 'personal' },
      });
    };
    const card = (): string => {
      const sent = channel.calls.map(({ text }) => JSON.parse(text === '' ? '{}' : text) as Json);
      return textOf(cardOf(sent.findLast((message) => !isLine(message)) ?? {}));
    };
    try {
      for (const text of ['start', '1']) assert.equal((await say(text)).status, 200);
      assert.match(card(), /Question 2/);
      await redis.stop();
      const said = say('1');
      assert.ok(await isSooner(said));
      assert.equal((await said).status, 200);
      assert.ok(card().includes(LANGUAGES.en.say('notice.error.text')));
      await redis.start();
      await eventually('the question', async () => {
        await say('start');
        return /Question 2/.test(card());
      });
    } finally {
      await channel.close();
    }
  });

  it('does not start without Redis, and says what to do', async () => {
    const url = 'redis://:hunter2@127.0.0.1:1';
    const why = await startChild({ DATA_DIR: folder.path, STORAGE_URL: url }).then(
      () => '',
      (error: unknown) => String(error),
    );
    assert.match(why, /exit code 1.*ECONNREFUSED.*STORAGE_URL/);
    assert.ok(!why.includes('hunter2'));
  });
});
