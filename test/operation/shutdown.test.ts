import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { Json } from '../bot/bot-server.js';
import { cardOf, taps } from '../bot/card-reader.js';
import { eventually } from './eventually.js';
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
    eventually(() => lines().find(({ msg }) => String(msg).includes(what)));

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
      await eventually(() => channel.calls[0]);
      product.stop('SIGTERM');
      await says(product, 'stopping');
      await eventually(async () => (await refuses(address)) || undefined);
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
      const base = `${product.address}/v3/directline`;
      const call = async (path: string, token = '', body?: Json): Promise<Json> => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const options = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
        return (await (await fetch(base + path, { headers, ...options })).json()) as Json;
      };
      const { token } = (await call('/tokens/generate', '', {})) as { token: string };
      const { conversationId, streamUrl } = await call('/conversations', token, { locale: 'en' });
      const path = `/conversations/${conversationId}/activities`;
      const socket = new WebSocket(String(streamUrl));
      const received: Json[] = [];
      socket.on('message', (frame) => {
        const text = String(frame);
        if (text !== '') received.push(...(JSON.parse(text) as { activities: Json[] }).activities);
      });
      const gone = once(socket, 'close');
      for (const text of ['start', '1', '4', 'person']) await call(path, token, { type: 'message', text });
      const card = await eventually(() => {
        const shown = received.at(-1);
        const found = taps(shown?.attachments ? cardOf(shown) : {}, 'Action.Submit');
        return found.find(({ action }) => action === 'sendToPerson');
      });
      const before = received.length;
      const posted = call(path, token, { type: 'message', value: card });
      await eventually(() => desk.calls[0]);
      product.stop('SIGTERM');
      await says(product, 'stopping');
      desk.release();
      assert.ok(String((await posted).id).startsWith(String(conversationId)));
      const [code] = (await gone) as [number];
      assert.equal(code, 1001);
      assert.equal(received.length, before + 2, 'what was said, and the answer');
      assert.deepEqual(await product.ended, { code: 0 });
    } finally {
      await desk.close();
    }
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
    const begun = Date.now();
    product.stop('SIGINT');
    assert.deepEqual(await product.ended, { code: 0 });
    assert.ok(Date.now() - begun < 8000);
    agent.destroy();
  });
});
