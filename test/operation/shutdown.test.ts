import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { eventually } from '../eventually.js';
import { newcomer } from '../faults/person.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, taps } from '../turn/card-reader.js';
import { isRunning, type Product, productEachTime } from './process.js';
import { slowServer } from './slow-server.js';

async function refuses(address: string): Promise<boolean> {
  const { port } = new URL(address);
  const socket = connect(Number(port), '127.0.0.1');
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

describe('The end of the process', () => {
  const { start } = productEachTime();

  const says = ({ lines }: Product, what: string): Promise<unknown> =>
    eventually(what, () => lines().find(({ msg }) => String(msg).includes(what)));

  it('finishes a turn that waits for its channel, takes no more, and ends with 0', async () => {
    const channel = await slowServer();
    try {
      const product = await start();
      const { address } = product;
      const answer = fetch(`${address}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          text: 'start',
          id: 'one',
          channelId: 'msteams',
          serviceUrl: channel.url,
          from: { id: '29:anna' },
          recipient: { id: '28:bot' },
          conversation: { id: 'a:1' },
        }),
      });
      await eventually('the call', () => channel.calls[0]);
      product.stop('SIGTERM');
      await says(product, 'stopping');
      await eventually('the server to take no more', () => refuses(address));
      assert.ok(isRunning(product.pid), 'it waits');
      channel.release();
      assert.equal((await answer).status, 200);
      assert.equal(channel.calls.length, 1);
      assert.deepEqual(await product.ended, { code: 0 });
    } finally {
      await channel.close();
    }
  });

  it('brings the last answer of a turn to the web page, and then says that it goes away', async () => {
    const desk = await slowServer();
    try {
      const product = await start({ HANDOFF_URL: desk.url });
      const { address } = product;
      const person = await newcomer(address);
      const { streamUrl } = (await person.open(address)).body;
      const socket = new WebSocket(String(streamUrl));
      const received: Json[] = [];
      socket.on('message', (frame) => {
        const text = String(frame);
        if (text !== '') received.push(...(JSON.parse(text) as { activities: Json[] }).activities);
      });
      const gone = once(socket, 'close');
      for (const text of ['start', '1', '4', 'person']) await person.say(address, text);
      const card = await eventually('the card', () => {
        const shown = received.at(-1);
        const found = taps(shown?.attachments ? cardOf(shown) : {}, 'Action.Submit');
        return found.find(({ action }) => action === 'sendToPerson');
      });
      const before = received.length;
      const posted = person.send(address, { type: 'message', value: card });
      await eventually('the case', () => desk.calls[0]);
      product.stop('SIGTERM');
      await says(product, 'stopping');
      desk.release();
      assert.ok(String((await posted).body.id).startsWith(person.conversationId));
      const [code] = (await gone) as [number];
      assert.equal(code, 1001);
      assert.equal(received.length, before + 2, 'what was said, and the answer');
      assert.deepEqual(await product.ended, { code: 0 });
    } finally {
      await desk.close();
    }
  });

  /** False where this process was busy with something else until the streams had ended, so that nothing was shown. */
  async function answersWhatComesWhileStreamsEnd(): Promise<boolean> {
    const desk = await slowServer();
    try {
      const product = await start({ HANDOFF_URL: desk.url });
      const { address } = product;
      const { hostname, port } = new URL(address);
      const person = await newcomer(address);
      const { streamUrl } = (await person.open(address)).body;
      for (const text of ['start', '1', '4', 'person']) await person.say(address, text);
      const shown = (await person.heard(address)).at(-1) ?? {};
      const value = taps(cardOf(shown), 'Action.Submit').find(({ action }) => action === 'sendToPerson');
      // A client that never says goodbye: its stream ends late.
      const deaf = connect(Number(port), hostname);
      let isGone = false;
      const gone = once(deaf, 'close').then(() => {
        isGone = true;
      });
      const offer =
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
      deaf.write(
        `GET ${String(streamUrl).replace(/^ws:..[^/]+/, '')} HTTP/1.1\r\nHost: ${hostname}\r\n${offer}\r\n\r\n`,
      );
      await once(deaf, 'data');
      // Its close may be told some turns later.
      deaf.once('end', () => {
        isGone = true;
      });
      deaf.resume();
      const path = `/v3/directline/conversations/${person.conversationId}/activities`;
      const body = JSON.stringify({ type: 'message', value });
      const half = connect(Number(port), hostname);
      const answer = once(half, 'data');
      half.write(
        `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${person.token}\r\n` +
          `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 9)}`,
      );
      await person.heard(address);
      product.stop('SIGTERM');
      await says(product, 'stopping');
      await turnOfTheLoop();
      if (isGone) {
        answer.catch(() => undefined);
        half.destroy();
        await product.ended;
        return false;
      }
      half.write(body.slice(9));
      await eventually('the case', () => desk.calls[0]);
      await gone;
      desk.release();
      assert.match(String((await answer)[0]), /^HTTP\/1\.1 200/);
      assert.deepEqual(await product.ended, { code: 0 });
      return true;
    } finally {
      await desk.close();
    }
  }

  it('answers what came whole while streams ended', async () => {
    await eventually('the moment', answersWhatComesWhileStreamsEnd);
  });

  it('waits neither for who keeps a connection nor for who never finishes a request', async () => {
    const product = await start();
    const { address } = product;
    const port = Number(new URL(address).port);
    const agent = new Agent({ keepAlive: true });
    const kept = request(`${address}/health`, { agent }).end();
    const [answer] = await once(kept, 'response');
    answer.resume();
    const half = connect(port, '127.0.0.1', () => half.write('POST /api/messages HTTP/1.1\r\nHost: x\r\n'));
    const slow = connect(port, '127.0.0.1', () =>
      slow.write(
        'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{',
      ),
    );
    for (const socket of [half, slow]) socket.on('error', () => undefined);
    await Promise.all([once(half, 'connect'), once(slow, 'connect')]);
    product.stop('SIGINT');
    // After nine seconds it would end with 1.
    assert.deepEqual(await product.ended, { code: 0 });
    agent.destroy();
  });
});
