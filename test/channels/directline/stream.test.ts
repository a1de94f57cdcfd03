import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import type { LoggedActivity } from '../../../src/channels/directline/activity-log.js';
import { type Chat, call, startChat } from './direct-line-call.js';
import { type EchoServer, startEchoServer } from './echo-server.js';
import { eventually } from './eventually.js';

interface Frame {
  readonly activities: readonly LoggedActivity[];
  readonly watermark: string;
}

/** An open stream, and what came through it. */
class Listener {
  readonly frames: Frame[] = [];
  readonly socket: WebSocket;
  isClosed = false;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (data) => this.frames.push(JSON.parse(String(data)) as Frame));
    this.socket.on('close', () => {
      this.isClosed = true;
    });
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  get texts(): unknown[] {
    return this.frames.flatMap((frame) => frame.activities.map((activity) => activity.text));
  }
}

/** The HTTP status a WebSocket handshake is refused with; 0 when the connection just ends. */
async function refusal(url: string): Promise<number> {
  const socket = new WebSocket(url);
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('open', () => reject(new Error('the stream opened')));
    socket.on('error', () => resolve(0));
  });
}

describe('Direct Line over WebSocket', () => {
  let server: EchoServer;
  beforeEach(async () => {
    server = await startEchoServer();
  });
  afterEach(() => server.close());

  function say(chat: Chat, text: string): Promise<unknown> {
    return call(server, `POST ${chat.path}/activities`, {
      token: chat.token,
      body: { type: 'message', text },
    });
  }

  async function streamAfter(chat: Chat, watermark: string): Promise<Listener> {
    const { body } = await call(server, `GET ${chat.path}?watermark=${watermark}`, { token: chat.token });
    return new Listener(body.streamUrl ?? '');
  }

  it('replays what was said before the socket opened, then follows', async () => {
    const chat = await startChat(server, 'it');
    await say(chat, 'early');
    const listener = new Listener(chat.streamUrl);
    await eventually('the replay', () => listener.texts.length === 3);
    await say(chat, 'late');
    await eventually('the news', () => listener.texts.length === 5);
    assert.deepEqual(listener.texts, ['hello it', 'early', 'echo: early', 'late', 'echo: late']);
    assert.equal(listener.frames.at(-1)?.watermark, '5');
  });

  it('replays from the watermark of a reconnect, and nothing without one', async () => {
    const chat = await startChat(server);
    await say(chat, 'one');
    const resumed = await streamAfter(chat, '2');
    const fresh = await streamAfter(chat, '');
    await eventually('both to open', () => resumed.isOpen && fresh.isOpen);
    await say(chat, 'two');
    await eventually('both', () => resumed.texts.length === 3 && fresh.texts.length === 2);
    assert.deepEqual(resumed.texts, ['echo: one', 'two', 'echo: two']);
    assert.deepEqual(fresh.texts, ['two', 'echo: two']);
  });

  it('replays a long conversation in order, a page a frame', async () => {
    const chat = await startChat(server);
    for (let i = 0; i < 120; i += 1)
      await server.log.append(chat.conversationId, { type: 'message', text: i });
    const listener = new Listener(chat.streamUrl);
    await eventually('the replay', () => listener.texts.length === 121);
    assert.deepEqual(
      listener.texts.slice(1),
      Array.from({ length: 120 }, (_, i) => i),
    );
    assert.deepEqual(
      listener.frames.map((frame) => frame.watermark),
      ['50', '100', '121'],
    );
  });

  it('neither loses nor repeats anything while much is said', async () => {
    const chat = await startChat(server);
    const listeners = [new Listener(chat.streamUrl), new Listener(chat.streamUrl)];
    const appended = Array.from({ length: 150 }, (_, i) =>
      server.log.append(chat.conversationId, { type: 'message', text: i }),
    );
    await Promise.all(appended);
    await eventually('all', () => listeners.every((listener) => listener.texts.length === 151));
    for (const listener of listeners) {
      assert.deepEqual(
        listener.texts.slice(1),
        Array.from({ length: 150 }, (_, i) => i),
      );
    }
  });

  it('tells nothing of other conversations', async () => {
    const [mine, theirs] = [await startChat(server), await startChat(server)];
    const listener = new Listener(mine.streamUrl);
    await eventually('the greeting', () => listener.texts.length === 1);
    await say(theirs, 'secret');
    await say(mine, 'open');
    await eventually('the answer', () => listener.texts.length === 3);
    assert.deepEqual(listener.texts.slice(1), ['open', 'echo: open']);
  });

  it('ignores keep-alive frames, and closes on too large ones', async () => {
    const chat = await startChat(server);
    const listener = new Listener(chat.streamUrl);
    await eventually('the greeting', () => listener.texts.length === 1);
    listener.socket.send('');
    listener.socket.send('');
    await say(chat, 'alive');
    await eventually('the answer', () => listener.texts.length === 3);
    assert.ok(!listener.isClosed);
    listener.socket.send('x'.repeat(10_000));
    await eventually('the end', () => listener.isClosed);
    await say(chat, 'the server goes on');
  });

  it('is refused without a stream token of this conversation', async () => {
    const [chat, other] = [await startChat(server), await startChat(server)];
    const at = `${server.origin.replace('http', 'ws')}/v3/directline${chat.path}/stream`;
    const theirs = new URL(other.streamUrl).searchParams.get('t') ?? '';
    assert.equal(await refusal(at), 401);
    assert.equal(await refusal(`${at}?t=garbage`), 401);
    assert.equal(await refusal(`${at}?t=${chat.token}`), 403);
    assert.equal(await refusal(`${at}?t=${theirs}`), 403);
    assert.equal(await refusal(chat.streamUrl.replace('watermark=0', 'watermark=garbage')), 400);
    server.clockAheadMs = 61_000;
    assert.equal(await refusal(chat.streamUrl), 403);
  });

  it('is refused elsewhere, unless somebody else listens there', async () => {
    const elsewhere = `${server.origin.replace('http', 'ws')}/elsewhere`;
    assert.equal(await refusal(elsewhere), 0);
    server.restify.on('upgrade', (_req, socket) => {
      socket.end('HTTP/1.1 418 Teapot\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
    assert.equal(await refusal(elsewhere), 418);
  });

  it('ends with the server', async () => {
    const chat = await startChat(server);
    const listener = new Listener(chat.streamUrl);
    await eventually('the greeting', () => listener.texts.length === 1);
    await server.close();
    await eventually('the end', () => listener.isClosed);
    server = await startEchoServer();
  });

  it('ends when the log fails', async () => {
    const chat = await startChat(server);
    await server.log.close();
    const listener = new Listener(chat.streamUrl);
    await eventually('the end', () => listener.isClosed);
    assert.equal(server.errors.length, 1);
  });
});
