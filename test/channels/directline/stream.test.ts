import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { mock } from 'node:test';
import { type ClientOptions, WebSocket } from 'ws';
import type { CallLimits } from '../../../src/channels/directline/callers/call-limits.js';
import { END, type LoggedActivity } from '../../../src/channels/directline/log/activity-log.js';
import { STREAM_LIMITS } from '../../../src/channels/directline/stream.js';
import { rateLimit } from '../../../src/limits/rate.js';
import { eventually } from '../../eventually.js';
import { type Chat, call, startChat } from './direct-line-call.js';
import { type EchoServer, startEchoServer } from './echo-server.js';

interface Frame {
  readonly activities: readonly LoggedActivity[];
  readonly watermark: string;
}

/** An open stream, and what came through it. */
class Listener {
  readonly frames: Frame[] = [];
  readonly socket: WebSocket;
  isClosed = false;

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, options);
    this.socket.on('message', (data) => {
      // An empty frame is a sign of life.
      if (String(data) !== '') this.frames.push(JSON.parse(String(data)) as Frame);
    });
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

/** Limits that nobody reaches, but for those given: so many a minute. */
function streamCounts(given: Partial<Record<keyof CallLimits, number>>): CallLimits {
  const limit = (name: keyof CallLimits) => rateLimit(given[name] ?? 0);
  return {
    calls: limit('calls'),
    ofAddress: limit('ofAddress'),
    conversations: limit('conversations'),
    conversationsOfDay: limit('conversationsOfDay'),
    saidOfDay: limit('saidOfDay'),
    replayed: limit('replayed'),
  };
}

function connectionsOf({ restify }: EchoServer): Promise<number> {
  return new Promise((resolve, reject) => {
    restify.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
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

  it('is not there elsewhere, unless somebody else listens there', async () => {
    const elsewhere = `${server.origin.replace('http', 'ws')}/elsewhere`;
    assert.equal(await refusal(elsewhere), 404);
    server.restify.on('upgrade', (_req, socket) => {
      socket.end('HTTP/1.1 418 Teapot\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
    assert.equal(await refusal(elsewhere), 418);
  });

  it('ends for a client that does not read, and holds one page for it until then', async () => {
    const impatient = await startEchoServer({ streams: { readTimeout: 100 } });
    try {
      const chat = await startChat(impatient);
      const text = 'x'.repeat(30_000);
      // More than systems take for a socket on both of its ends.
      for (let i = 0; i < 180; i += 1)
        await impatient.log.append(chat.conversationId, { type: 'message', text });
      let pages = 0;
      const { read } = impatient.log;
      impatient.log.read = (...asked) => {
        if (asked[1] !== END) pages += 1;
        return read(...asked);
      };
      const { hostname, port, pathname, search } = new URL(chat.streamUrl);
      const socket = connect(Number(port), hostname);
      const ended = new Promise<void>((done) => {
        socket.once('close', () => done());
      });
      socket.on('error', () => undefined);
      const key = Buffer.alloc(16).toString('base64');
      const offer = `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}`;
      socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\n${offer}\r\n\r\n`);
      socket.pause();
      await eventually('the server to give up', async () => (await connectionsOf(impatient)) === 0);
      assert.ok(pages < 90, `${pages} pages of 90 were read for somebody who takes none`);
      socket.resume();
      await ended;
      assert.deepEqual(impatient.errors, []);
    } finally {
      await impatient.close();
    }
  });

  it('is taken from the address that follows most, when there are too many', async () => {
    const small = await startEchoServer({ streams: { ofAll: 3 }, trustProxy: true });
    try {
      const from = (address: string): ClientOptions => ({ headers: { 'x-forwarded-for': address } });
      const chats = await Promise.all(Array.from({ length: 4 }, () => startChat(small)));
      const [honest, ...others] = chats.map(({ streamUrl }) => streamUrl.replace('localhost', '127.0.0.1'));
      const hostile = others.map((url) => new Listener(url, from('192.0.2.1')));
      await eventually('theirs to open', () => hostile.every(({ isOpen }) => isOpen));
      const mine = new Listener(honest ?? '', from('192.0.2.2'));
      await eventually('mine to open', () => mine.texts.length === 1);
      await eventually('one of theirs to end', () => hostile.filter(({ isClosed }) => isClosed).length === 1);
      assert.equal(mine.isOpen, true);
    } finally {
      await small.close();
    }
  });

  it('loses its place when too many pages are not taken, if its address has most of them', async () => {
    const never = 3_600_000;
    const streams = { pages: 2, readTimeout: never, pingInterval: never };
    const small = await startEchoServer({ streams, trustProxy: true });
    try {
      const chat = await startChat(small);
      const text = 'x'.repeat(30_000);
      for (let i = 0; i < 180; i += 1) await small.log.append(chat.conversationId, { type: 'message', text });
      let came = 0;
      small.restify.server.on('upgrade', () => {
        came += 1;
      });
      const { hostname, port, pathname, search } = new URL(chat.streamUrl);
      const key = Buffer.alloc(16).toString('base64');
      const offer = `X-Forwarded-For: 192.0.2.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}`;
      const unread = Array.from({ length: 4 }, () => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\n${offer}\r\n\r\n`);
        socket.pause();
        return socket;
      });
      await eventually('all to have come', () => came === 4);
      await eventually('only as many to be left as pages', async () => (await connectionsOf(small)) === 2);
      const other = await startChat(small);
      const mine = new Listener(other.streamUrl, { headers: { 'x-forwarded-for': '192.0.2.2' } });
      await eventually('the greeting', () => mine.texts.length === 1);
      assert.deepEqual(small.errors, []);
      for (const socket of unread) socket.destroy();
    } finally {
      await small.close();
    }
  });

  it('ends for a client that no longer answers, and not for one that does', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const asking = await startEchoServer();
    try {
      const chat = await startChat(asking);
      const there = new Listener(chat.streamUrl);
      const gone = new Listener(chat.streamUrl, { autoPong: false });
      await eventually('both to listen', () => [there, gone].every(({ texts }) => texts.length === 1));
      let pings = 0;
      there.socket.on('ping', () => {
        pings += 1;
      });
      for (let asked = 1; asked <= 5; asked += 1) {
        mock.timers.tick(STREAM_LIMITS.pingInterval);
        await eventually('the question', () => pings === asked);
        // It comes behind the answer: once it is answered itself, the server has read that.
        const heard = once(there.socket, 'pong');
        there.socket.ping();
        await heard;
      }
      await eventually('the end', () => gone.isClosed);
      assert.ok(there.isOpen);
    } finally {
      await asking.close();
      mock.timers.reset();
    }
  });

  it('ends for a client that sends frame after frame', async () => {
    const chat = await startChat(server);
    for (const flood of ['ping', 'pong', 'send'] as const) {
      const listener = new Listener(chat.streamUrl);
      await eventually('the greeting', () => listener.texts.length === 1);
      for (let i = 0; i < 300; i += 1) listener.socket[flood]('');
      await eventually('the end', () => listener.isClosed);
    }
  });

  it('ends for a client that sends pieces of a frame with nothing in them', async () => {
    const listener = new Listener((await startChat(server)).streamUrl);
    await eventually('the greeting', () => listener.texts.length === 1);
    // Fewer than the library itself takes for too many.
    for (let i = 0; i < 16_000; i += 1) listener.socket.send('', { fin: false });
    await eventually('the end', () => listener.isClosed);
  });

  it('is opened only so often in a minute, in one conversation and from one address', async () => {
    const limits = streamCounts({ calls: 4, ofAddress: 7 });
    const counting = await startEchoServer({ limits });
    try {
      const [chat, other] = [await startChat(counting), await startChat(counting)];
      const openAndLeave = async (url: string): Promise<void> => {
        const listener = new Listener(url);
        await eventually('the greeting', () => listener.texts.length === 1);
        listener.socket.terminate();
      };
      for (let i = 0; i < 3; i += 1) await openAndLeave(chat.streamUrl);
      assert.equal(await refusal(chat.streamUrl), 429);
      await openAndLeave(other.streamUrl);
      assert.equal(await refusal(other.streamUrl), 429, 'the address has called often enough');
      const elsewhere = new Listener(other.streamUrl, { localAddress: '127.0.0.2' });
      await eventually('another address', () => elsewhere.isOpen);
    } finally {
      await counting.close();
    }
  });

  it('is replayed only so fast to one address, and what is said then all the same', async () => {
    const counting = await startEchoServer({ limits: streamCounts({ replayed: 3 }) });
    try {
      const chat = await startChat(counting);
      for (let i = 0; i < 180; i += 1)
        await counting.log.append(chat.conversationId, { type: 'message', text: i });
      const first = new Listener(chat.streamUrl);
      await eventually('all of it', () => first.texts.length === 181);
      const again = new Listener(chat.streamUrl);
      await eventually('the first page', () => again.frames.length === 1);
      const elsewhere = new Listener(chat.streamUrl, { localAddress: '127.0.0.2' });
      await eventually('all of it, to another address', () => elsewhere.texts.length === 181);
      assert.equal(again.frames.length, 1);
      await counting.log.append(chat.conversationId, { type: 'message', text: 'news' });
      await eventually('the news', () => first.texts.at(-1) === 'news');
    } finally {
      await counting.close();
    }
  });

  it('is opened only so often by one address, whatever the conversation', async () => {
    const small = await startEchoServer({ streams: { ofAddress: 3 } });
    try {
      const listeners: Listener[] = [];
      for (let i = 0; i < 3; i += 1) listeners.push(new Listener((await startChat(small)).streamUrl));
      await eventually('all to open', () => listeners.every(({ isOpen }) => isOpen));
      const { streamUrl } = await startChat(small);
      assert.equal(await refusal(streamUrl), 429);
      const elsewhere = new Listener(streamUrl, { localAddress: '127.0.0.2' });
      await eventually('another address', () => elsewhere.isOpen);
      listeners[0]?.socket.terminate();
      await eventually('room for another', async () => (await refusal(streamUrl).catch(() => 101)) === 101);
    } finally {
      await small.close();
    }
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
