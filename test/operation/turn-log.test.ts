import assert from 'node:assert/strict';
import { createLog } from '../../src/start/log.js';
import { botServer } from '../turn/bot-server.js';
import { cardOf, taps } from '../turn/card-reader.js';
import { breakable } from './talker.js';

type Line = Readonly<Record<string, unknown>>;

describe('The lines of the log', () => {
  it('of one turn share its name, and no two turns share one', async () => {
    const lines: Line[] = [];
    const log = createLog(
      { logLevel: 'trace' },
      { write: (line) => void lines.push(JSON.parse(line) as Line) },
    );
    const { broken, store, handOver } = breakable();
    const bot = await botServer({ store, handOver, log });
    try {
      const turn = async (text: string): Promise<readonly Line[]> => {
        const from = lines.length;
        await bot.say(text);
        return lines.slice(from);
      };
      assert.deepEqual(await turn('start'), []);
      broken.store = true;
      // Each says that the turn failed, and then that not even an apology arrived.
      bot.channel.refuse.all = true;
      const failed = [await turn('1'), await turn('1'), await turn('1')];
      const names = failed.map((each) => {
        const ofTurn = each.filter(({ turn: name }) => name !== undefined);
        assert.ok(ofTurn.length > 0);
        const [name, ...others] = new Set(ofTurn.map((line) => line.turn));
        assert.deepEqual(others, []);
        assert.match(String(name), /^[\w-]{8}$/);
        return name;
      });
      assert.equal(new Set(names).size, 3);
      for (const line of lines) {
        assert.equal(typeof line.level, 'number');
        assert.equal(typeof line.time, 'number');
        assert.equal(typeof line.msg, 'string');
      }
    } finally {
      await bot.close();
    }
  });

  it('tell turns apart that run at the same time', async () => {
    const lines: Line[] = [];
    const log = createLog(
      { logLevel: 'trace' },
      { write: (line) => void lines.push(JSON.parse(line) as Line) },
    );
    const { broken, store } = breakable();
    broken.store = true;
    const bot = await botServer({ store, log });
    try {
      await Promise.all(
        Array.from({ length: 10 }, (_, at) => bot.say('start', { conversation: { id: `a:${at}` } })),
      );
      const failed = lines.filter(({ msg }) => msg === 'a turn failed');
      assert.equal(failed.length, 10);
      assert.equal(new Set(failed.map(({ turn }) => turn)).size, 10);
    } finally {
      await bot.close();
    }
  });

  it('of one turn say what failed outside, under the same name', async () => {
    const lines: Line[] = [];
    const log = createLog(
      { logLevel: 'trace' },
      { write: (line) => void lines.push(JSON.parse(line) as Line) },
    );
    const { broken, store, handOver } = breakable();
    broken.desk = true;
    const bot = await botServer({ store, handOver, log });
    try {
      for (const text of ['start', '1', '4']) await bot.say(text);
      await bot.say('person');
      const send = taps(cardOf(bot.last())).find(({ action }) => action === 'sendToPerson');
      bot.channel.refuse.updates = true;
      await bot.post({ type: 'message', value: send, replyToId: 'card-1' });
      const told = lines.filter(({ turn }) => turn !== undefined).map(({ msg }) => msg);
      assert.ok(told.includes('something outside the conversation failed'));
      assert.ok(told.includes('a card could not be replaced'));
      assert.equal(new Set(lines.map(({ turn }) => turn)).size, 1);
    } finally {
      await bot.close();
    }
  });
});
