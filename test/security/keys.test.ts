import assert from 'node:assert/strict';
import {
  KEY_TIMES,
  KeysUnavailable,
  type KeyTimes,
  SigningKeys,
} from '../../src/channels/botframework/signing-keys.js';
import { timeLimit } from '../effort.js';
import { eventually } from '../eventually.js';
import { isSooner } from '../sooner.js';
import { ENDORSED, type KeyServer, keyServer } from './key-server.js';
import { type Reply, type SignedBot, signedBot } from './signed-bot.js';

const HOUR = 3_600_000;
/** So long that no test sees its end. */
const NEVER = 24 * HOUR;

describe('The keys of tokens', () => {
  describe('whose server hangs', () => {
    let bot: SignedBot;
    const started = async (times: Partial<KeyTimes>): Promise<SignedBot> => {
      bot = await signedBot({ keyTimes: { ...KEY_TIMES, ...times } });
      return bot;
    };
    afterEach(() => bot.close());

    const genuine = async (): Promise<Reply> => bot.post(`Bearer ${await bot.keys.sign(bot.claims)}`);
    /** As many requests at once, each with a name of a key that nobody has published. */
    const forged = async (many: number): Promise<readonly Promise<Reply>[]> => {
      const { privateKey: key } = bot.keys.unpublished;
      const tokens = await Promise.all(
        Array.from({ length: many }, (_, at) => bot.keys.sign(bot.claims, { kid: `forged ${at}`, key })),
      );
      return tokens.map((token) => bot.post(`Bearer ${token}`));
    };

    it('are asked for once for a hundred forged requests, and all of these are answered', async () => {
      // Long enough for the one question to arrive, among a hundred requests and where the machine is busy.
      await started({ fetch: timeLimit(100), rest: NEVER });
      bot.keys.hang();
      const replies = await Promise.all(await forged(100));
      assert.deepEqual([...new Set(replies.map(({ status }) => status))], [500]);
      assert.equal(bot.keys.asked, 1);
      assert.deepEqual(bot.turns, []);
    });

    it('are waited for by nobody whose key is known', async () => {
      await started({ fetch: NEVER, unknown: 0 });
      assert.equal((await genuine()).status, 200);
      const before = bot.keys.asked;
      bot.keys.hang();
      let answered = 0;
      const waiting = (await forged(100)).map((each) =>
        each.then((reply) => {
          answered += 1;
          return reply;
        }),
      );
      await eventually('the question', () => bot.keys.asked > before);
      assert.equal((await genuine()).status, 200);
      assert.equal(answered, 0);
      assert.equal(bot.keys.asked, before + 1);
      bot.keys.goOn();
      const statuses = (await Promise.all(waiting)).map(({ status }) => status);
      assert.deepEqual([...new Set(statuses)], [401]);
    });

    it('are had again as soon as the server answers and the rest is over', async () => {
      await started({ fetch: 50, rest: 0 });
      bot.keys.hang();
      assert.equal((await genuine()).status, 500);
      bot.keys.goOn();
      // The server may be slower than 50 ms where the machine is busy.
      let status: number;
      do ({ status } = await genuine());
      while (status === 500);
      assert.equal(status, 200);
    });
  });

  describe('as time goes by', () => {
    let server: KeyServer;
    let now: number;
    let keys: SigningKeys;
    const started = (times: Partial<KeyTimes> = {}): void => {
      keys = new SigningKeys(server.openId, 'channels', { ...KEY_TIMES, fetch: NEVER, ...times }, () => now);
    };
    beforeEach(async () => {
      server = await keyServer();
      now = 0;
      started();
    });
    afterEach(() => server.close());

    it('are fetched with the first, and for an unknown name once an hour', async () => {
      assert.match((await keys.getKey('channel'))?.key ?? '', /^-----BEGIN PUBLIC KEY-----/);
      assert.equal(server.asked, 2, 'metadata and keys');
      assert.equal(await keys.getKey('unknown'), null);
      now += HOUR - 1;
      assert.equal(await keys.getKey('unknown'), null);
      assert.equal(server.asked, 2);
      now += 1;
      assert.equal(await keys.getKey('unknown'), null);
      assert.equal(await keys.getKey('unknown'), null);
      assert.equal(server.asked, 4);
    });

    it('are fetched again after a day, while the old ones are used, and those for five days at most', async () => {
      await keys.getKey('channel');
      server.hang();
      now += 24 * HOUR;
      assert.ok(await keys.getKey('channel'));
      await eventually('the question', () => server.asked === 3);
      now += 4 * 24 * HOUR - 1;
      assert.ok(await keys.getKey('channel'));
      now += 1;
      const late = keys.getKey('channel');
      server.breakDown();
      server.goOn();
      await assert.rejects(late, KeysUnavailable);
      assert.equal(server.asked, 3, 'one fetch was under way all the time');
    });

    it('are taken from a channel service only if they are endorsed, and from a tenant as they are', async () => {
      assert.deepEqual((await keys.getKey('channel'))?.endorsements, ENDORSED);
      for (const name of ['unendorsed', 'emptily endorsed'])
        assert.equal(await keys.getKey(name), null, name);
      const tenant = new SigningKeys(server.emulatorOpenId, 'itself', { ...KEY_TIMES, fetch: NEVER });
      assert.ok(await tenant.getKey('tenant'));
    });

    it('are those that are known, where the issuer names none any more', async () => {
      await keys.getKey('channel');
      server.publishNothing();
      now += HOUR;
      await assert.rejects(keys.getKey('unknown'), KeysUnavailable);
      assert.ok(await keys.getKey('channel'));
    });

    it('are not read from a document that does not end', async () => {
      server.neverEnd();
      const read = keys.getKey('channel');
      assert.ok(await isSooner(read.catch(() => undefined)));
      await assert.rejects(read, KeysUnavailable);
    });

    it('are not fetched again right after a failure', async () => {
      server.breakDown();
      await assert.rejects(keys.getKey('channel'), KeysUnavailable);
      now += KEY_TIMES.rest - 1;
      await assert.rejects(keys.getKey('channel'), KeysUnavailable);
      assert.equal(server.asked, 1);
      now += 1;
      server.mend();
      assert.ok(await keys.getKey('channel'));
    });
  });
});
