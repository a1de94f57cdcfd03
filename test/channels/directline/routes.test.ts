import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import type { ActivityLog } from '../../../src/channels/directline/log/activity-log.js';
import { memoryLog } from '../../../src/channels/directline/log/memory-log.js';
import { LONGEST_TEXT } from '../../../src/channels/directline/protocol/received.js';
import { memoryStore } from '../../../src/storage/memory.js';
import { type Chat, call, startChat, textsOf } from './direct-line-call.js';
import { type EchoServer, SECRET_DETAIL, startEchoServer } from './echo-server.js';

describe('Direct Line over HTTP', () => {
  let server: EchoServer;
  beforeEach(async () => {
    server = await startEchoServer();
  });
  afterEach(() => server.close());

  describe('tokens', () => {
    it('are generated for anyone, without telling the bot', async () => {
      const { status, body, headers } = await call(server, 'POST /tokens/generate');
      assert.equal(status, 200);
      assert.match(body.conversationId ?? '', /^[A-Za-z0-9_-]{22}$/);
      assert.equal(body.expires_in, 1800);
      assert.equal(body.streamUrl, undefined);
      assert.match(String(decodeJwt(body.token ?? '').user), /^dl_[A-Za-z0-9_-]{22}$/);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.deepEqual(server.received, []);
    });

    const good = ['dl_0123456789abc', `dl_${'x'.repeat(61)}`, 'dl_A-Z_09-a-z_0987'];
    const bad = [
      'dl_a',
      'dl_0123456789ab',
      'multichannel-advisor',
      '29:0123456789abcdefg',
      '',
      'dl_',
      'mallory',
      'dl_0123456789 abcdef',
      'dl_0123456789|abcdef',
      `dl_${'x'.repeat(62)}`,
      'dl_é0123456789abc',
      7,
      null,
      { id: 'dl_a' },
    ];
    for (const id of [...good, ...bad]) {
      const kept = good.some((known) => known === id);
      it(`${kept ? 'keep' : 'replace'} the user id ${JSON.stringify(id)}`, async () => {
        const { status, body } = await call(server, 'POST /tokens/generate', { body: { user: { id } } });
        assert.equal(status, 200);
        const user = String(decodeJwt(body.token ?? '').user);
        assert.equal(user === id, kept);
        assert.match(user, /^dl_[A-Za-z0-9_-]{13,61}$/);
      });
    }

    it('are refreshed for the same person and conversation', async () => {
      const chat = await startChat(server);
      server.clockAheadMs = 1_000_000;
      const { status, body } = await call(server, 'POST /tokens/refresh', { token: chat.token });
      assert.equal(status, 200);
      assert.equal(body.conversationId, chat.conversationId);
      server.clockAheadMs = 2_000_000;
      assert.equal((await call(server, `GET ${chat.path}/activities`, { token: body.token })).status, 200);
      const late = await call(server, `GET ${chat.path}/activities`, { token: chat.token });
      assert.deepEqual([late.status, late.body.error?.code], [403, 'TokenExpired']);
      assert.equal((await call(server, 'POST /tokens/refresh', { token: chat.token })).status, 403);
    });

    for (const body of ['[]', '7', '"text"', 'null']) {
      it(`are not generated for the body ${body}`, async () => {
        const answer = await call(server, 'POST /tokens/generate', { body });
        assert.deepEqual([answer.status, answer.body.error?.code], [400, 'BadArgument']);
      });
    }
  });

  describe('starting a conversation', () => {
    it('tells the bot once who joined, and in which language', async () => {
      const chat = await startChat(server, 'de-AT');
      const again = await call(server, 'POST /conversations', { token: chat.token });
      assert.equal(again.status, 200);
      assert.equal(again.body.conversationId, chat.conversationId);
      assert.equal(server.received.length, 1);
      const [update] = server.received;
      assert.equal(update?.type, 'conversationUpdate');
      assert.equal(update?.locale, 'de-AT');
      assert.equal(update?.channelId, 'directline');
      assert.deepEqual(
        update?.membersAdded?.map((member) => member.id),
        ['multichannel-advisor', 'dl_tester-of-the-line'],
      );
      assert.ok(update?.timestamp instanceof Date);
      assert.deepEqual(await textsOf(server, chat), ['hello de-AT']);
    });

    it('greets once when two starts race', async () => {
      const { body } = await call(server, 'POST /tokens/generate');
      const starts = await Promise.all(
        [1, 2, 3].map(() => call(server, 'POST /conversations', { token: body.token })),
      );
      assert.deepEqual(starts.map((start) => start.status).sort(), [200, 200, 201]);
      assert.equal(server.received.length, 1);
    });

    it('survives a restart of the server without a second greeting', async () => {
      const kept = { store: memoryStore(), log: memoryLog() };
      const before = await startEchoServer(kept);
      const chat = await startChat(before, 'fr');
      await before.close();
      const after = await startEchoServer(kept);
      try {
        assert.equal((await call(after, 'POST /conversations', { token: chat.token })).status, 200);
        assert.deepEqual(after.received, []);
        assert.deepEqual(await textsOf(after, chat), ['hello fr']);
      } finally {
        await after.close();
      }
    });

    it('greets whoever comes back where the process ended before the greeting', async () => {
      const kept = { store: memoryStore(), log: memoryLog() };
      const before = await startEchoServer(kept);
      const { body } = await call(before, 'POST /tokens/generate');
      await before.close();
      await kept.store.write(`directline:${body.conversationId}`, 'started', undefined);
      const after = await startEchoServer(kept);
      try {
        const again = await call(after, 'POST /conversations', { token: body.token, body: { locale: 'fr' } });
        assert.equal(again.status, 200);
        const path = `/conversations/${body.conversationId}`;
        assert.deepEqual(await textsOf(after, { path, token: body.token } as Chat), ['hello fr']);
        await call(after, 'POST /conversations', { token: body.token });
        assert.equal(after.received.length, 1);
      } finally {
        await after.close();
      }
    });

    it('can be tried again when the bot fails', async () => {
      let failures = 1;
      const failing = await startEchoServer({
        logic: async (context) => {
          failures -= 1;
          if (failures >= 0) throw new Error(SECRET_DETAIL);
          await context.sendActivity('hello');
        },
      });
      try {
        const { body } = await call(failing, 'POST /tokens/generate');
        const first = await call(failing, 'POST /conversations', { token: body.token });
        assert.deepEqual([first.status, first.body.error?.code], [502, 'BotError']);
        assert.equal((await call(failing, 'POST /conversations', { token: body.token })).status, 201);
      } finally {
        await failing.close();
      }
    });

    it('gives a stream of the host that was called', async () => {
      const chat = await startChat(server);
      assert.ok(chat.streamUrl.startsWith(`${server.domain.replace('http', 'ws')}${chat.path}/stream?`));
      const forwarded = { token: chat.token, headers: { 'X-Forwarded-Proto': 'https' } };
      assert.match((await call(server, `GET ${chat.path}`, forwarded)).body.streamUrl ?? '', /^ws:/);
      const proxied = await startEchoServer({ trustProxy: true });
      try {
        const behind = await startChat(proxied);
        const { body } = await call(proxied, `GET ${behind.path}`, { ...forwarded, token: behind.token });
        assert.match(body.streamUrl ?? '', /^wss:/);
        assert.match(behind.streamUrl, /^ws:/);
      } finally {
        await proxied.close();
      }
    });
  });

  describe('talking', () => {
    it('echoes what was said, unchanged, and then answers it', async () => {
      const { path, token } = await startChat(server);
      const seen = { kind: 'question', from: 'k.1.2', edition: 'newest' };
      const channelData = { clientActivityID: 'abc', clientTimestamp: 't', postBack: true, seen };
      const said = {
        type: 'message',
        text: 'hi 汉 😀',
        value: { action: 'answer', fact: 'cloud' },
        channelData,
        from: { id: 'dl_tester-of-the-line' },
      };
      const posted = await call(server, `POST ${path}/activities`, { token, body: said });
      assert.equal(posted.status, 200);
      const { body } = await call(server, `GET ${path}/activities?watermark=1`, { token });
      assert.equal(body.watermark, '3');
      const [echo, reply] = body.activities ?? [];
      assert.equal(echo?.id, posted.body.id);
      assert.deepEqual([echo?.text, echo?.value, echo?.channelData], [said.text, said.value, channelData]);
      assert.deepEqual(echo?.from, { id: 'dl_tester-of-the-line', name: '', role: 'user' });
      assert.equal(reply?.text, `echo: ${said.text}`);
      assert.equal(reply?.replyToId, echo?.id);
      assert.deepEqual(reply?.from, { id: 'multichannel-advisor', name: 'Echo', role: 'bot' });
      assert.equal(reply?.channelId, 'directline');
      assert.deepEqual(
        await call(server, `GET ${path}/activities?watermark=3`, { token }).then((a) => a.body),
        {
          activities: [],
          watermark: '3',
        },
      );
    });

    it('keeps of an activity what the bot and its client read, and nothing else', async () => {
      const { path, token } = await startChat(server);
      const much = 'x'.repeat(7000);
      const body = {
        type: 'message',
        text: `  ${much}`,
        speak: much,
        value: { action: 'reason', reason: much, list: [much], [much]: 'x', nested: { much }, done: true },
        channelData: { clientActivityID: 'mine', much, nested: { much } },
        entities: [
          { type: 'clientInfo', locale: 'hu-HU', much },
          { type: 'mention', text: '<at>Bot</at>', mentioned: { id: 'bot', name: much }, much },
          { type: 'other', much },
        ],
      };
      const posted = await call(server, `POST ${path}/activities`, { token, body });
      assert.equal(posted.status, 200);
      const { body: read } = await call(server, `GET ${path}/activities?watermark=1`, { token });
      const [kept] = read.activities ?? [];
      assert.ok(kept);
      const { text, value, channelData, entities, ...rest } = kept;
      assert.equal(text, much.slice(0, LONGEST_TEXT), 'more than the bot reads, so that it says so');
      assert.deepEqual(value, { action: 'reason', reason: much.slice(0, 600), done: true });
      assert.deepEqual(channelData, { clientActivityID: 'mine' });
      assert.deepEqual(entities, [
        { type: 'clientInfo', locale: 'hu-HU' },
        { type: 'mention', text: '<at>Bot</at>', mentioned: { id: 'bot' } },
      ]);
      assert.ok(!JSON.stringify(rest).includes('xxx'));
    });

    it('keeps no activity that is larger than 16 KB', async () => {
      const { path, token } = await startChat(server);
      const value = Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [`field${at}`, 'x'.repeat(600)]),
      );
      const answer = await call(server, `POST ${path}/activities`, {
        token,
        body: { type: 'message', value },
      });
      assert.deepEqual([answer.status, answer.body.error?.code], [413, 'MessageSizeTooBig']);
      const name = await call(server, `POST ${path}/activities`, {
        token,
        body: { type: 'event', name: 'x'.repeat(300) },
      });
      assert.equal(name.status, 400);
      assert.equal((await textsOf(server, { path, token } as Chat)).length, 1);
    });

    it('never believes a client about who, where and how', async () => {
      const { path, token, conversationId } = await startChat(server);
      const forged = {
        type: 'message',
        text: 'forged',
        id: 'forged',
        timestamp: '1999-01-01T00:00:00Z',
        from: { id: 'multichannel-advisor', role: 'bot' },
        recipient: { id: 'somebody' },
        conversation: { id: 'another' },
        channelId: 'msteams',
        serviceUrl: 'https://evil.example',
        deliveryMode: 'expectReplies',
        callerId: 'urn:botframework:azure',
      };
      const { status } = await call(server, `POST ${path}/activities`, { token, body: forged });
      assert.equal(status, 200);
      const activity = server.received.at(-1);
      assert.equal(activity?.text, 'forged');
      assert.equal(activity?.from.id, 'dl_tester-of-the-line');
      assert.equal(activity?.from.role, 'user');
      assert.equal(activity?.recipient.id, 'multichannel-advisor');
      assert.equal(activity?.conversation.id, conversationId);
      assert.equal(activity?.channelId, 'directline');
      assert.equal(activity?.serviceUrl, 'urn:multichannel-advisor:directline');
      assert.equal(activity?.id, `${conversationId}|0000002`);
      assert.equal(activity?.deliveryMode, undefined);
      assert.equal(activity?.callerId, undefined);
      assert.notEqual(activity?.timestamp?.getFullYear(), 1999);
      const { body } = await call(server, `GET ${path}/activities`, { token });
      assert.equal(body.activities?.[1]?.channelId, 'directline');
      assert.equal(body.activities?.length, 3);
    });

    const malformed: readonly unknown[] = [
      '[]',
      'null',
      '"hi"',
      '7',
      {},
      { type: 7 },
      { type: 'conversationUpdate' },
      { type: 'installationUpdate' },
      { type: 'invoke', name: 'adaptiveCard/action' },
      { type: 'Message' },
      { type: 'message', text: { length: 1 } },
      { type: 'message', text: 'hi', locale: 7 },
      { type: 'message', text: 'hi', entities: 'none' },
      { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'data:,' }] },
    ];
    for (const body of malformed) {
      it(`refuses ${JSON.stringify(body)}`, async () => {
        const { path, token } = await startChat(server);
        const answer = await call(server, `POST ${path}/activities`, { token, body });
        assert.deepEqual([answer.status, answer.body.error?.code], [400, 'BadArgument']);
        assert.equal(server.received.length, 1);
      });
    }

    it('refuses a body that is no JSON', async () => {
      const { path, token } = await startChat(server);
      const headers = { 'Content-Type': 'text/plain' };
      const answer = await call(server, `POST ${path}/activities`, { token, body: 'hi', headers });
      assert.equal(answer.status, 400);
    });

    it('says what it is at until that is done, also where the caller has gone', async () => {
      const begun: Promise<unknown>[] = [];
      const kept = memoryLog();
      let appended = (): void => undefined;
      let open = Promise.resolve();
      const log: ActivityLog = {
        ...kept,
        async append(...more) {
          appended();
          await open;
          return kept.append(...more);
        },
      };
      const slow = await startEchoServer({
        log,
        track(work) {
          begun.push(work);
          return work;
        },
      });
      try {
        const chat = await startChat(slow);
        const before = begun.length;
        let release = (): void => undefined;
        open = new Promise((done) => {
          release = done;
        });
        const taken = new Promise<void>((done) => {
          appended = done;
        });
        const caller = new AbortController();
        const posted = fetch(`${slow.domain}${chat.path}/activities`, {
          method: 'POST',
          headers: { authorization: `Bearer ${chat.token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ type: 'message', text: 'gone' }),
          signal: caller.signal,
        });
        await taken;
        caller.abort();
        await assert.rejects(posted);
        assert.equal(begun.length, before + 1);
        release();
        await begun.at(-1);
        assert.deepEqual(await textsOf(slow, chat), ['hello without locale', 'gone', 'echo: gone']);
      } finally {
        await slow.close();
      }
    });

    it('tells the bot of typing without writing it down', async () => {
      const chat = await startChat(server);
      const { status, body } = await call(server, `POST ${chat.path}/activities`, {
        token: chat.token,
        body: { type: 'typing' },
      });
      assert.equal(status, 200);
      assert.ok(body.id);
      assert.equal(server.received.at(-1)?.type, 'typing');
      assert.deepEqual(await textsOf(server, chat), ['hello without locale']);
    });

    it('answers 502 and tells nothing when the bot fails, and goes on', async () => {
      const chat = await startChat(server);
      const body = { type: 'message', text: 'fail' };
      const failed = await call(server, `POST ${chat.path}/activities`, { token: chat.token, body });
      assert.equal(failed.status, 502);
      assert.equal(failed.body.error?.code, 'BotError');
      assert.ok(!JSON.stringify(failed.body).includes(SECRET_DETAIL));
      assert.equal((server.errors[0] as Error).cause instanceof Error, true);
      const next = { type: 'message', text: 'still there?' };
      assert.equal(
        (await call(server, `POST ${chat.path}/activities`, { token: chat.token, body: next })).status,
        200,
      );
      assert.equal((await textsOf(server, chat)).at(-1), 'echo: still there?');
    });

    it('runs the turns of a conversation one after another, and others beside it', async () => {
      const running = new Map<string, number>();
      let most = 0;
      let together = 0;
      const slow = await startEchoServer({
        logic: async ({ activity }) => {
          const id = activity.conversation.id;
          running.set(id, (running.get(id) ?? 0) + 1);
          most = Math.max(most, ...running.values());
          together = Math.max(together, [...running.values()].filter((count) => count > 0).length);
          await new Promise((resolve) => setTimeout(resolve, 20));
          running.set(id, (running.get(id) ?? 0) - 1);
        },
      });
      try {
        const chats = await Promise.all([startChat(slow), startChat(slow)]);
        const posts = chats.flatMap(({ path, token }) =>
          ['1', '2', '3'].map((text) =>
            call(slow, `POST ${path}/activities`, { token, body: { type: 'message', text } }),
          ),
        );
        for (const { status } of await Promise.all(posts)) assert.equal(status, 200);
        assert.equal(most, 1);
        assert.equal(together, 2);
      } finally {
        await slow.close();
      }
    });

    for (const path of ['/upload?userId=dl_tester-of-the-line', '/upload']) {
      it(`refuses files on ${path}`, async () => {
        const chat = await startChat(server);
        const form = new FormData();
        form.append('file', new Blob(['x'.repeat(10_000)]), 'x.png');
        const response = await fetch(`${server.domain}${chat.path}${path}`, { method: 'POST', body: form });
        assert.equal(response.status, 415);
        assert.match(await response.text(), /does not support attachments/);
      });
    }
  });

  describe('reading', () => {
    for (const watermark of ['', '?watermark=', '?watermark=null', '?watermark=0', '?watermark=999999999']) {
      it(`understands ${watermark || 'no watermark'}`, async () => {
        const { path, token } = await startChat(server);
        const { status, body } = await call(server, `GET ${path}/activities${watermark}`, { token });
        assert.equal(status, 200);
        assert.equal(body.watermark, '1');
        assert.equal(body.activities?.length, watermark.endsWith('999') ? 0 : 1);
      });
    }

    for (const watermark of ['abc', '-1', '1.5', '1e3', '9'.repeat(400), '%00', '1&watermark=2', 'NaN']) {
      it(`refuses the watermark ${watermark.slice(0, 20)}`, async () => {
        const { path, token } = await startChat(server);
        for (const call_ of [`GET ${path}/activities`, `GET ${path}`]) {
          const answer = await call(server, `${call_}?watermark=${watermark}`, { token });
          assert.deepEqual([answer.status, answer.body.error?.code], [400, 'BadArgument']);
        }
      });
    }
  });

  describe('a stranger', () => {
    const paths = ['GET ', 'GET /activities', 'POST /activities'];
    for (const line of paths) {
      const [method = '', rest = ''] = line.split(' ');

      it(`cannot ${method} ${rest || '/'} of another's conversation`, async () => {
        const mine = await startChat(server);
        const theirs = await startChat(server);
        const body = method === 'POST' ? { body: { type: 'message', text: 'x' } } : {};
        const answer = await call(server, `${method} ${theirs.path}${rest}`, { token: mine.token, ...body });
        assert.deepEqual([answer.status, answer.body.error?.code], [403, 'BadArgument']);
        assert.deepEqual(await textsOf(server, theirs), ['hello without locale']);
      });

      it(`cannot ${method} ${rest || '/'} without a token, or with a stream's`, async () => {
        const chat = await startChat(server);
        const body = method === 'POST' ? { body: { type: 'message', text: 'x' } } : {};
        assert.equal((await call(server, `${method} ${chat.path}${rest}`, body)).status, 401);
        const token = new URL(chat.streamUrl).searchParams.get('t') ?? '';
        assert.equal((await call(server, `${method} ${chat.path}${rest}`, { token, ...body })).status, 403);
      });

      it(`cannot ${method} ${rest || '/'} of a conversation that was not started`, async () => {
        const { body: generated } = await call(server, 'POST /tokens/generate');
        const body = method === 'POST' ? { body: { type: 'message', text: 'x' } } : {};
        const path = `/conversations/${generated.conversationId}${rest}`;
        assert.equal(
          (await call(server, `${method} ${path}`, { token: generated.token, ...body })).status,
          404,
        );
      });
    }

    it('gets a session id only with a token', async () => {
      const { token } = await startChat(server);
      assert.equal((await call(server, 'GET /session/getsessionid')).status, 401);
      const { status, body } = await call(server, 'GET /session/getsessionid', { token });
      assert.equal(status, 200);
      assert.ok(body.sessionId);
    });
  });

  it('answers 500 and tells nothing when the store fails', async () => {
    const chat = await startChat(server);
    await server.log.close();
    const { status, body } = await call(server, `GET ${chat.path}/activities`, { token: chat.token });
    assert.deepEqual([status, body.error?.code], [500, 'ServerError']);
    assert.equal(server.errors.length, 1);
  });
});

describe('Direct Line for pages of other origins', () => {
  const origin = 'https://contoso.example';

  async function allowedOrigin(
    allowedOrigins: readonly string[],
    from: string,
    refused = false,
  ): Promise<(string | null)[]> {
    const server = await startEchoServer({ allowedOrigins });
    try {
      const answers = await Promise.all([
        call(server, 'OPTIONS /conversations', {
          headers: { Origin: from, 'Access-Control-Request-Method': 'POST' },
        }),
        call(server, 'POST /tokens/generate', { headers: { Origin: from } }),
        call(server, 'POST /conversations', { headers: { Origin: from } }),
        call(server, 'POST /conversations/x/upload', { headers: { Origin: from } }),
      ]);
      assert.deepEqual(
        answers.map((answer) => answer.status),
        refused ? [204, 403, 403, 403] : [204, 200, 401, 415],
      );
      const preflight = answers[0]?.headers.get('access-control-allow-headers')?.toLowerCase() ?? '';
      for (const header of [
        'authorization',
        'content-type',
        'x-ms-bot-agent',
        'x-requested-with',
        'accept',
      ]) {
        assert.ok(preflight.includes(header), header);
      }
      return answers.map((answer) => answer.headers.get('access-control-allow-origin'));
    } finally {
      await server.close();
    }
  }

  it('lets an allowed origin call, errors included', async () => {
    assert.deepEqual(await allowedOrigin([origin], origin), [origin, origin, origin, origin]);
  });

  it('lets any origin call when all are allowed', async () => {
    assert.deepEqual(await allowedOrigin(['*'], origin), ['*', '*', '*', '*']);
  });

  it('lets no other origin call', async () => {
    const none = [null, null, null, null];
    assert.deepEqual(await allowedOrigin([], origin, true), none);
    assert.deepEqual(await allowedOrigin([origin], `${origin}.evil.example`, true), none);
    assert.deepEqual(await allowedOrigin([origin], 'null', true), none);
  });
});
