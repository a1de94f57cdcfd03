import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Connector } from '../../src/channels/botframework/connector.js';
import { createServer, messageRoutes } from '../../src/http/server.js';
import { loopbackHostsOnly } from '../../src/limits/loopback.js';
import { onLoopback } from '../loopback.js';
import { send } from './raw-socket.js';
import { MESSAGE } from './signed-bot.js';

const ACTIVITY = JSON.stringify({
  ...MESSAGE,
  serviceUrl: 'http://localhost:1/',
  deliveryMode: 'expectReplies',
});
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

interface Hostile {
  readonly name: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the body is not all there is said to be. */
  readonly short?: true;
  readonly method?: string;
}

const BODIES: readonly Hostile[] = [
  { name: 'an activity', body: ACTIVITY },
  { name: 'nothing', body: '' },
  { name: 'no JSON', body: '{"type":' },
  { name: 'a list', body: '[]' },
  { name: 'null', body: 'null' },
  { name: 'a text', body: '"type"' },
  { name: 'a polluted object', body: '{"__proto__":{"type":"message"},"constructor":{}}' },
  { name: 'what is nested too deep', body: `{"type":"message","value":${nested(100)}}` },
  { name: 'too many values', body: `{"type":"message","value":[${'0,'.repeat(11_000)}0]}` },
  { name: 'more than a body may have', body: `"${'a'.repeat(300_000)}"` },
  { name: 'bytes that are no text', body: '{"type":"\u{fffd}\u0000"}' },
  { name: 'a foreign service address', body: ACTIVITY.replace('localhost:1', 'attacker.example') },
  { name: 'an activity of no type', body: ACTIVITY.replace('"message"', '"massage"') },
];

const HEADERS: readonly Hostile[] = [
  { name: 'a form', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'type=message' },
  { name: 'a type of lines', headers: { 'Content-Type': 'application/x-ndjson' }, body: ACTIVITY },
  { name: 'a compressed body', headers: { 'Content-Encoding': 'gzip' }, body: ACTIVITY },
  { name: 'another host', headers: { Host: 'attacker.example' }, body: ACTIVITY },
  { name: 'more than a host', headers: { Host: '127.0.0.1/other?' }, body: ACTIVITY },
  { name: 'a number for a type', headers: { 'Content-Type': '1' }, body: ACTIVITY },
  { name: 'a token that nobody asked for', headers: { Authorization: 'Bearer a.b.c' }, body: ACTIVITY },
  {
    name: 'more headers than anybody sends',
    headers: Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`X-${at}`, '1'])),
    body: ACTIVITY,
  },
  { name: 'a promise of more than there may be', headers: { 'Content-Length': '999999999' }, short: true },
  { name: 'a length that is none', headers: { 'Content-Length': '-1' }, short: true },
  { name: 'pieces of no length', headers: { 'Transfer-Encoding': 'chunked' }, body: 'zz\r\n', short: true },
  { name: 'another method', method: 'PUT', body: ACTIVITY },
];

const HOSTILE = [...BODIES, ...HEADERS];

/** A path as it is written, and as others write the same: all of them past restify's chains, or through them. */
const STRAIGHT = '/api/messages';
const OTHERS = ['/api/messages?', '/api/messages?a=b', '/api/%6Dessages', '/api/../api/messages'];

function spoken(path: string, { body = '', headers, short, method = 'POST' }: Hostile): string {
  const all: Readonly<Record<string, string>> = {
    Host: '127.0.0.1',
    'Content-Type': 'application/json',
    Connection: 'close',
    ...(short ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** What came back, without what is another each time. */
function alike(answer: string): string {
  return answer.replace(/^Date: .*$/m, 'Date').replace(/[\w-]{8}\.\d+\.\d+/g, 'from');
}

describe('The straight way to the bot', () => {
  /** What came back, and how many turns there were, on a server of its own for each way of writing its path. */
  async function told(path: string, hostile: Hostile) {
    const server = createServer({ bodies: { ofAll: 1024 * 1024 } });
    loopbackHostsOnly(server);
    let turns = 0;
    let isUsual = false;
    server.on('pre', () => {
      isUsual = true;
    });
    const run = async (): Promise<void> => {
      turns += 1;
    };
    messageRoutes(server, new Connector({ identity: undefined }), { run }, pino({ level: 'silent' }));
    const { close } = await onLoopback(server.server);
    try {
      const { port } = server.address() as AddressInfo;
      const answer = await send(port, { first: spoken(path, hostile) });
      return { told: { answer: alike(answer), turns }, isUsual };
    } finally {
      await close();
    }
  }

  for (const hostile of HOSTILE) {
    it(`answers ${hostile.name} as restify's way does`, async () => {
      const straight = await told(STRAIGHT, hostile);
      assert.match(straight.told.answer, /^HTTP\/1\.1 \d{3} /);
      for (const path of OTHERS) {
        const other = await told(path, hostile);
        assert.deepEqual(other.told, straight.told, path);
        // What no HTTP is comes to neither, and other methods only to one of them.
        if (other.isUsual) assert.equal(straight.isUsual, hostile.method !== undefined);
      }
    });
  }

  it('says that it failed, and no more, where a turn does', async () => {
    const answers: string[] = [];
    for (const path of [STRAIGHT, ...OTHERS]) {
      const server = createServer();
      const run = async (): Promise<void> => {
        throw new Error('a secret');
      };
      messageRoutes(server, new Connector({ identity: undefined }), { run }, pino({ level: 'silent' }));
      const { close } = await onLoopback(server.server);
      try {
        const { port } = server.address() as AddressInfo;
        answers.push(alike(await send(port, { first: spoken(path, { name: '', body: ACTIVITY }) })));
      } finally {
        await close();
      }
    }
    assert.match(answers[0] ?? '', /^HTTP\/1\.1 500 /);
    assert.ok(answers.every((each) => each === answers[0] && !each.includes('secret')));
  });
});
