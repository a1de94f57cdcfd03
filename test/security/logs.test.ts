import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../src/problem/config-error.js';
import { memoryStore } from '../../src/storage/memory.js';
import { webhookDesk } from '../handover/webhook-desk.js';
import { startIn, temporaryFolder } from '../start/running.js';
import { botServer, type Json } from '../turn/bot-server.js';
import { cardOf, taps } from '../turn/card-reader.js';
import { assertSilentAbout, type Captured, captureLog } from './captured-log.js';
import { signedBot } from './signed-bot.js';

/** A channel that refuses everything, and says why at length. */
async function rudeChannel(answer: string) {
  const server = createServer((request, response) => {
    request.resume();
    response.statusCode = 403;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ error: { code: answer, message: answer } }));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzZWNyZXQiOiJ3b3JkIn0.c2lnbmF0dXJl';

describe('The log', () => {
  let captured: Captured;
  beforeEach(() => {
    captured = captureLog();
  });
  afterEach(() => captured.release());

  const said = (text: string): Json => ({ type: 'message', text, locale: 'en-US' });

  it('of a whole run holds no text, no name, no id, no token and no secret', async () => {
    const folder = temporaryFolder();
    const desk = await webhookDesk({ status: 500, body: 'deskbodyword' });
    const rude = await rudeChannel(`rudeanswerword ${JWT}`);
    const environment = { HANDOFF_URL: desk.url, SERVICE_HOSTS: 'localhost', LOG_LEVEL: 'trace' };
    const running = await startIn(folder.path, environment, captured.log);
    const base = `${running.address}/v3/directline`;
    const secrets = ['deskbodyword', 'sig=secret', 'rudeanswerword', JWT, 'serviceword'];
    try {
      const generated = await fetch(`${base}/tokens/generate?queryword=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ user: { id: 'dl_useridword-0123456789' } }),
      });
      const { token, conversationId } = (await generated.json()) as Record<string, string>;
      secrets.push(String(token), String(conversationId), 'useridword', 'queryword');
      const call = async (path: string, body?: unknown): Promise<Json> => {
        const response = await fetch(`${base}${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        });
        return (await response.json()) as Json;
      };
      const path = `/conversations/${conversationId}/activities`;
      const last = async (): Promise<unknown> => {
        const all: Json[] = [];
        // It comes in pages, as long as there are more.
        for (let watermark: unknown = '0'; ; ) {
          const page = await call(`${path}?watermark=${String(watermark)}`);
          const activities = page.activities as readonly Json[];
          if (activities.length === 0) return cardOf(all.at(-1) ?? {});
          all.push(...activities);
          watermark = page.watermark;
        }
      };
      const tap = async (action: string): Promise<void> => {
        const value = taps(await last(), 'Action.Submit').find((each) => each.action === action);
        assert.ok(value !== undefined, action);
        await call(path, { type: 'message', value });
      };
      await call('/conversations', { locale: 'en' });
      for (const text of ['spokenword about Zebulon Quixote', 'start', '1', '4'])
        await call(path, said(text));
      await tap('wrong');
      await call(path, said('feedbackword: Zebulon pays too much'));
      await call(path, said('person'));
      await tap('sendToPerson');
      assert.ok(desk.received.length > 0, 'the case was sent');
      await call(path, '{"text":"brokenjsonword"');
      await call(path, { type: 'message', text: 'x', attachments: [{ name: 'attachmentword' }] });
      await call('/conversations/otherconversationword/activities');
      secrets.push('spokenword', 'Zebulon', 'Quixote', 'feedbackword', 'brokenjsonword', 'attachmentword');
      secrets.push(
        'otherconversationword',
        readFileSync(join(folder.path, 'direct-line.key')).toString('base64'),
      );

      const post = (body: string, authorization = `Bearer ${JWT}`): Promise<Response> =>
        fetch(`${running.address}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization, cookie: 'cookieword=1' },
          body,
        });
      const activity = {
        ...said('teamsword'),
        id: 'activityidword',
        channelId: 'msteams',
        serviceUrl: `${rude.url}serviceword/`,
        from: { id: '29:fromidword', name: 'Ermintrude Fazakerley' },
        recipient: { id: '28:bot' },
        conversation: { id: 'a:conversationword' },
      };
      assert.equal((await post(JSON.stringify(activity))).status, 500, 'the channel takes no answer');
      await post('{"text":"brokenteamsword');
      await post(JSON.stringify({ ...activity, serviceUrl: 'https://evil.example/evilurlword' }));
      await post(JSON.stringify({ ...activity, type: 'unknowntypeword' }));
      await fetch(`${running.address}/r/pathword?locale=localeword`);
      secrets.push(
        'teamsword',
        'activityidword',
        'fromidword',
        'Ermintrude',
        'conversationword',
        'cookieword',
      );
      secrets.push('brokenteamsword', 'evilurlword', 'unknowntypeword', 'pathword', 'localeword');
    } finally {
      await running.close();
      await rude.close();
      await desk.close();
      folder.remove();
    }
    assertSilentAbout(captured.output(), secrets);
    const messages = captured.lines().map(({ msg }) => msg);
    for (const expected of [
      'something outside the conversation failed',
      'a turn failed',
      'an activity could not be answered',
      'an activity was refused',
    ]) {
      assert.ok(messages.includes(expected), `${expected} is missing in ${messages.join(' | ')}`);
    }
    const turns = captured.lines().filter(({ msg }) => /a turn failed|outside/.test(String(msg)));
    assert.ok(
      turns.every(({ turn }) => typeof turn === 'string' && turn.length >= 8),
      'each names its turn',
    );
    assert.equal(new Set(turns.map(({ turn }) => turn)).size, turns.length, 'and each another one');
  });

  it('tells of a failing storage where and what kind, and not in its words', async () => {
    const store = memoryStore();
    let broken = false;
    const fail = () =>
      Promise.reject(
        Object.assign(new Error('no space for keyword\n    at word (/diskword:1:1)'), { code: 'ENOSPC' }),
      );
    const failing = { ...store, read: (key: string) => (broken ? fail() : store.read(key)) };
    const bot = await botServer({ store: failing as typeof store, log: captured.log });
    try {
      await bot.say('start');
      broken = true;
      assert.equal((await bot.say('textword', { from: { id: 'u', name: 'Nameword' } })).status, 200);
    } finally {
      await bot.close();
    }
    const line = captured.lines().find(({ msg }) => msg === 'a turn failed');
    const error = line?.error as { readonly codes: readonly string[]; readonly stack: readonly string[] };
    assert.deepEqual(error.codes, ['ENOSPC']);
    assert.ok(error.stack.length > 0);
    assertSilentAbout(captured.output(), ['keyword', 'diskword', 'textword', 'nameword']);
  });

  it('tells why a token was refused in a few words of ours, and nothing of the token', async () => {
    const bot = await signedBot({ log: captured.log });
    try {
      const wrong = await bot.keys.sign({ ...bot.claims, aud: 'audienceword' });
      await bot.post(`Bearer ${wrong}`, { text: 'textword' });
      await bot.post(`Basic basicword`);
      const old = await bot.keys.sign({ ...bot.claims, nbf: bot.claims.nbf + 9000, jti: 'idword' });
      await bot.post(`Bearer ${old}`);
      assertSilentAbout(captured.output(), ['audienceword', 'textword', 'basicword', 'idword', wrong, old]);
    } finally {
      await bot.close();
    }
    const reasons = captured.lines().map(({ reason }) => reason);
    assert.deepEqual(reasons, ['audience', 'malformed', 'not yet valid']);
  });

  it('does not take an error’s words for its own, however the error gets there', () => {
    const { log } = captured;
    const request = { headers: { authorization: 'headerword' }, body: 'bodyword' };
    const inner = Object.assign(new SyntaxError('Unexpected token in causeword'), { request });
    const error = Object.assign(new Error('AADSTS7000215: secretword', { cause: inner }), {
      config: request,
      response: { data: 'dataword' },
      statusCode: 401,
    });
    log.error(error);
    log.error({ error });
    log.error({ err: error });
    log.error({ error }, 'with words of ours');
    log.error({ error: 'stringword' });
    log.warn({
      token: 'tokenword',
      text: 'textword',
      a: { value: 'valueword', b: { password: 'passwordword' } },
    });
    log.child({ turn: '1' }).error({ error, headers: request.headers }, 'in a turn');
    assertSilentAbout(captured.output(), [
      'headerword',
      'bodyword',
      'causeword',
      'secretword',
      'dataword',
      'stringword',
      'tokenword',
      'textword',
      'valueword',
      'passwordword',
    ]);
    const [first] = captured.lines();
    const told = first?.error as Json;
    assert.deepEqual([told.codes, told.status], [['AADSTS7000215'], 401]);
    assert.equal((told.cause as Json).name, 'SyntaxError');
    assert.ok((told.stack as readonly string[]).every((place) => place.startsWith('at ')));
  });

  it('tells of an error that ends the process, and not in its words', async () => {
    const folder = temporaryFolder();
    // Thrown as soon as somebody would catch it.
    const crash = `process.on('newListener', (name) => name === 'uncaughtException' && setImmediate(() => {
      throw Object.assign(new Error('crashword'), { request: { headers: { authorization: 'headerword' } } });
    }))`;
    const first = join(folder.path, 'first.mjs');
    writeFileSync(first, crash);
    const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));
    const child = spawn(process.execPath, ['--import', first, main], {
      cwd: folder.path,
      env: { PATH: process.env.PATH, PORT: '0' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    }
    const [code] = (await once(child, 'close')) as [number];
    folder.remove();
    assert.equal(code, 1);
    assert.match(output, /caught by nobody/);
    assertSilentAbout(output, ['crashword', 'headerword']);
  });

  it('keeps the words of our own errors, which name the remedy', () => {
    captured.log.error({ error: new ConfigError('PORT is in use. Set another.') }, 'no start');
    const [line] = captured.lines();
    const { message } = (line?.error ?? {}) as Json;
    assert.equal(message, 'PORT is in use. Set another.');
  });
});
