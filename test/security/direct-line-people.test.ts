import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import { call, startChat, textsOf } from '../channels/directline/direct-line-call.js';
import { type EchoServer, startEchoServer } from '../channels/directline/echo-server.js';
import { eventually } from '../eventually.js';
import { handshake } from './handshake.js';

describe('Direct Line and other people', () => {
  let server: EchoServer;
  beforeEach(async () => {
    server = await startEchoServer();
  });
  afterEach(() => server.close());

  it('lets nobody into another’s conversation, by whatever route, method and spelling', async () => {
    const theirs = await startChat(server, 'en');
    const said = { type: 'message', text: 'their secret' };
    await call(server, `POST ${theirs.path}/activities`, { token: theirs.token, body: said });
    const mine = await startChat(server, 'en');
    const stream = (url: string): string => new URL(url).searchParams.get('t') ?? '';
    const tokens = [
      undefined,
      mine.token,
      stream(mine.streamUrl),
      stream(theirs.streamUrl),
      `${theirs.token}x`,
    ];
    const id = theirs.conversationId;
    const encoded = [...id].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    const paths = [
      `/conversations/${id}`,
      `/conversations/${id}/`,
      `/conversations/${id}/activities`,
      `/conversations/${id}/activities/`,
      `/conversations/${id}/activities?watermark=0&token=${mine.token}`,
      `/conversations/${id}/upload?userId=dl_x`,
      `/conversations/${id}/stream`,
      `/conversations/${id}/members`,
      `/conversations/${encoded}/activities`,
      `/conversations/${mine.conversationId}/../${id}/activities`,
      `/conversations/${mine.conversationId}%2f..%2f${id}/activities`,
      `/conversations/${mine.conversationId}/activities/${id}%7C0000001`,
      `//conversations//${id}//activities`,
    ];
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
        for (const token of tokens) {
          const response = await fetch(`${server.domain}${path}`, {
            method,
            headers: {
              ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
              'content-type': 'application/json',
            },
            ...(['GET', 'HEAD'].includes(method) ? {} : { body: '{"type":"message","text":"intruder"}' }),
          });
          const text = await response.text();
          const where = `${method} ${path} ${response.status}`;
          assert.ok(response.status >= 400 && response.status < 500, where);
          assert.ok(!text.includes('their secret') && !text.includes(theirs.token), where);
        }
      }
    }
    for (const t of [undefined, mine.token, stream(mine.streamUrl), theirs.token]) {
      const at = `${server.origin.replace('http', 'ws')}/v3/directline/conversations/${id}/stream`;
      assert.ok((await handshake(t === undefined ? at : `${at}?t=${t}`)) >= 400);
    }
    assert.deepEqual(await textsOf(server, theirs), ['hello en', 'their secret', 'echo: their secret']);
  });

  it('lets nobody speak as somebody else', async () => {
    const chat = await startChat(server);
    const body = {
      type: 'message',
      text: 'x',
      from: { id: 'dl_somebody-else-entirely', name: 'Anna', role: 'bot' },
    };
    await call(server, `POST ${chat.path}/activities`, { token: chat.token, body });
    assert.deepEqual(server.received.at(-1)?.from, { id: 'dl_tester-of-the-line', name: '', role: 'user' });
  });

  it('binds a token to one person: neither a refresh nor a start makes it another’s', async () => {
    const chat = await startChat(server);
    const user = { id: 'dl_somebody-else-entirely' };
    for (const line of ['POST /tokens/refresh', 'POST /conversations']) {
      const { body } = await call(server, line, { token: chat.token, body: { user } });
      assert.equal(body.conversationId, chat.conversationId);
      const { conversationId, userId } = await server.tokens.verify(`Bearer ${body.token}`);
      assert.deepEqual([conversationId, userId], [chat.conversationId, 'dl_tester-of-the-line']);
    }
  });

  it('takes a token that ran out for nothing, not even for a new one', async () => {
    const chat = await startChat(server);
    server.clockAheadMs = 1_801_000;
    for (const line of [
      'POST /tokens/refresh',
      'POST /conversations',
      `GET ${chat.path}`,
      `GET ${chat.path}/activities`,
    ]) {
      const { status, body } = await call(server, line, { token: chat.token });
      assert.deepEqual([status, body.error?.code], [403, 'TokenExpired'], line);
    }
    assert.equal(await handshake(chat.streamUrl), 403);
  });

  it('gives ids that nobody guesses: 128 random bits', async () => {
    const conversations = new Set<string>();
    const users = new Set<string>();
    for (let i = 0; i < 300; i += 1) {
      const { body } = await call(server, 'POST /tokens/generate');
      const { conversationId, userId } = await server.tokens.verify(`Bearer ${body.token}`);
      // 22 characters of six bits each, of which the last carries two.
      assert.match(conversationId, /^[A-Za-z0-9_-]{22}$/);
      assert.match(userId, /^dl_[A-Za-z0-9_-]{22}$/);
      conversations.add(conversationId);
      users.add(userId.slice(3));
    }
    for (const ids of [conversations, users]) {
      assert.equal(ids.size, 300);
      for (let place = 0; place < 21; place += 1) {
        const letters = new Set([...ids].map((id) => id[place]));
        assert.ok(letters.size > 40, `all kinds of letters at place ${place}: ${letters.size}`);
      }
    }
  });

  it('lets a conversation be followed eight times at once, and others all the same', async () => {
    const [chat, other] = [await startChat(server), await startChat(server)];
    const open = Array.from({ length: 8 }, () => new WebSocket(chat.streamUrl));
    await Promise.all(open.map((socket) => new Promise((resolve) => socket.on('open', resolve))));
    assert.equal(await handshake(chat.streamUrl), 429);
    assert.equal(await handshake(other.streamUrl), 101);
    const closed = new Promise((resolve) => open[0]?.on('close', resolve));
    open[0]?.terminate();
    await closed;
    // The server hears of the end a moment later than the client.
    await eventually('room for one more', async () => (await handshake(chat.streamUrl)) === 101);
    for (const socket of open) socket.terminate();
  });

  for (const type of [
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'image/png',
    'application/json',
  ]) {
    it(`takes no file of type ${type}, and says so`, async () => {
      const chat = await startChat(server);
      for (const path of [chat.path, '/conversations/of-nobody']) {
        const response = await fetch(`${server.domain}${path}/upload?userId=dl_tester-of-the-line`, {
          method: 'POST',
          headers: { authorization: `Bearer ${chat.token}`, 'content-type': type },
          body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nx\r\n--x--',
        });
        assert.equal(response.status, 415);
        assert.deepEqual(await response.json(), {
          error: {
            code: 'UnsupportedMediaType',
            message: 'This bot does not support attachments: send text.',
          },
        });
      }
      assert.deepEqual(await textsOf(server, chat), ['hello without locale']);
    });
  }
});
