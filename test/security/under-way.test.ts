import assert from 'node:assert/strict';
import { pino } from 'pino';
import { Connector } from '../../src/channels/botframework/connector.js';
import { createServer, messageRoutes } from '../../src/http/server.js';
import { eventually } from '../eventually.js';
import { onLoopback } from '../loopback.js';
import { MESSAGE } from './signed-bot.js';

describe('What a channel sends', () => {
  it('is not counted once it is believed, however much of it is under way', async () => {
    const server = createServer({ underWay: 2 });
    let answer = (): void => undefined;
    const held = new Promise<void>((done) => {
      answer = done;
    });
    let turns = 0;
    const run = async (): Promise<void> => {
      turns += 1;
      await held;
    };
    messageRoutes(server, new Connector({ identity: undefined }), { run }, pino({ level: 'silent' }));
    const { url, close } = await onLoopback(server.server);
    try {
      const post = async (): Promise<number> => {
        const response = await fetch(`${url}api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...MESSAGE, serviceUrl: 'http://localhost:1/' }),
        });
        await response.arrayBuffer();
        return response.status;
      };
      const statuses: Promise<number>[] = [];
      for (let at = 1; at <= 6; at += 1) {
        statuses.push(post());
        await eventually(`turn ${at}`, () => turns === at);
      }
      answer();
      assert.deepEqual(await Promise.all(statuses), Array(6).fill(200));
    } finally {
      answer();
      await close();
    }
  });
});
