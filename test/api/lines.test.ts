import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { request } from 'node:http';
import { answerLines, LONGEST_LINE, MOST_LINES } from '../../src/api/answer-lines.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { eventually } from '../eventually.js';
import { type ApiServer, apiServer, SITUATION } from './api-server.js';

const LINES = { 'content-type': 'application/x-ndjson' };
const READER = { language: LANGUAGES.en, edition: undefined, caller: 'anna' };

interface Line {
  readonly edition?: string;
  readonly status?: number;
  readonly locale?: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

function parsed(text: string): readonly Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

async function* from(lines: Iterable<string>): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** Takes so many lines before it is full, until it is emptied. */
class Sink extends EventEmitter {
  readonly taken: string[] = [];
  destroyed = false;
  #room: number;

  constructor(room: number) {
    super();
    this.#room = room;
  }

  write(text: string): boolean {
    this.taken.push(text);
    this.#room -= 1;
    return this.#room > 0;
  }

  empty(room: number): void {
    this.#room = room;
    this.emit('drain');
  }
}

describe('Lines of requests to the HTTP API', () => {
  let server: ApiServer;
  before(async () => {
    server = await apiServer();
  });
  after(() => server.close());

  it('are answered line by line, in order, each with its advice or its problem', async () => {
    const lines = [
      JSON.stringify({ set: SITUATION }),
      '{',
      '',
      JSON.stringify({ set: { cloud: 'moon' } }),
      JSON.stringify({ text: 'a'.repeat(LONGEST_LINE) }),
      JSON.stringify({ locale: 'hu' }),
      '[]',
    ];
    const response = await server.post('/advise', lines.join('\n'), LINES);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^application\/x-ndjson/);
    const answers = parsed(await response.text());
    assert.deepEqual(
      answers.map(({ status, edition }) => status ?? edition),
      ['2026-11', 400, 422, 413, '2026-11', 422],
    );
    assert.deepEqual(answers[2]?.errors?.[0]?.pointer, '/set/cloud');
    assert.equal(answers[4]?.locale, 'hu');
  });

  it('are answered in their thousands', async () => {
    const line = JSON.stringify({ set: { cloud: 'public' } });
    const count = 3000;
    const response = await server.post('/advise', `${line}\n`.repeat(count), LINES);
    assert.equal(parsed(await response.text()).length, count);
  });

  it('are answered as they come: the first before the last was sent', async () => {
    const { hostname, port, pathname } = new URL(`${server.base}/advise`);
    const sent = request({ hostname, port, path: pathname, method: 'POST', headers: LINES });
    let text = '';
    sent.once('response', (response) => {
      response.setEncoding('utf8').on('data', (piece) => {
        text += String(piece);
      });
    });
    sent.write(`${JSON.stringify({ set: SITUATION })}\n`);
    await eventually('the first answer', () => text.endsWith('\n'));
    sent.end(JSON.stringify({ locale: 'ru' }));
    await eventually('the second answer', () => parsed(text).length === 2 && text.endsWith('\n'));
  });

  it('are not read while nobody takes the answers', async () => {
    let read = 0;
    const sink = new Sink(2);
    const lines = (function* () {
      for (; read < 50; read += 1) yield '{}';
    })();
    const done = answerLines(from(lines), sink, READER, 'id');
    await eventually('a full sink', () => sink.taken.length === 2);
    for (let at = 0; at < 20; at += 1) await new Promise(setImmediate);
    assert.equal(sink.taken.length, 2);
    assert.ok(read <= 3, String(read));
    sink.empty(1000);
    assert.equal(await done, 50);
  });

  it('are left when nobody is there any more who takes the answers', async () => {
    const sink = new Sink(2);
    const endless = (function* () {
      for (;;) yield '{}';
    })();
    const done = answerLines(from(endless), sink, READER, 'id');
    await eventually('a full sink', () => sink.taken.length === 2);
    sink.destroyed = true;
    sink.emit('close');
    assert.equal(await done, 2);
  });

  it('end with a problem where there are too many', async () => {
    const sink = new Sink(Number.POSITIVE_INFINITY);
    const endless = (function* () {
      for (;;) yield '0';
    })();
    assert.equal(await answerLines(from(endless), sink, READER, 'id'), MOST_LINES + 1);
    assert.equal(parsed(sink.taken.at(-1) ?? '')[0]?.status, 413);
  });

  it('are not read without an end where there is nothing in them', async () => {
    const sink = new Sink(Number.POSITIVE_INFINITY);
    let read = 0;
    const empty = (function* () {
      for (; read < 10 * MOST_LINES; read += 1) yield '';
    })();
    assert.equal(await answerLines(from(empty), sink, READER, 'id'), MOST_LINES + 1);
    assert.ok(read <= MOST_LINES + 1, String(read));
    assert.deepEqual(
      parsed(sink.taken.join('')).map(({ status }) => status),
      [413],
    );
  });

  it('come in so few streams at once that everybody else is answered', async () => {
    const open = Array.from({ length: 3 }, () => {
      const { hostname, port, pathname } = new URL(`${server.base}/advise`);
      const sent = request({ hostname, port, path: pathname, method: 'POST', headers: LINES });
      const status = new Promise<number | undefined>((done, fail) => {
        sent.once('response', (response) => {
          response.resume();
          done(response.statusCode);
        });
        sent.once('error', fail);
      });
      sent.write('{}\n');
      return { sent, status };
    });
    const statuses = await Promise.all(open.map(({ status }) => status));
    assert.deepEqual(statuses.toSorted(), [200, 200, 503]);
    for (const { sent } of open) sent.on('error', () => undefined).destroy();
    assert.equal((await server.get('/editions')).status, 200);
  });
});
