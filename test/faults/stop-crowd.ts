import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Json } from '../turn/bot-server.js';
import { cardOf, textOf } from '../turn/card-reader.js';
import { isAnswer } from './openings.js';
import { newPerson, type Outcome, type Person } from './person.js';

/** What everybody says, round and round: after each line the number of the question is another. */
const LINES = ['restart', '1', '1', '1'];
/** WebSocket, RFC 6455: the server goes away. */
const GOING_AWAY = 1001;

/** One line: the name that its client gave it, and what came of it. */
interface Line {
  readonly name: string;
  readonly outcome: Outcome;
}

/** What a stream has brought, and how it ended. */
interface Stream {
  readonly heard: Json[];
  watermark: string;
  readonly ended: Promise<number>;
}

async function follow(url: string): Promise<Stream> {
  const socket = new WebSocket(url);
  const ended = once(socket, 'close').then(([code]) => code as number);
  const stream: Stream = { heard: [], watermark: '0', ended };
  socket.on('message', (frame) => {
    const text = String(frame);
    if (text === '') return;
    const page = JSON.parse(text) as { activities: Json[]; watermark: string };
    stream.heard.push(...page.activities);
    stream.watermark = page.watermark;
  });
  await once(socket, 'open');
  return stream;
}

/** The same as a call of `fetch`, but that its body comes in two parts: whoever sends it has a slow line. */
function slowly(
  url: string,
  token: string,
  body: Json,
  agent: Agent,
  between: () => number,
): Promise<Outcome> {
  const text = JSON.stringify(body);
  const half = Math.floor(text.length / 2);
  const began = Date.now();
  return new Promise((done) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const failed = (): void => done({ status: 0, body: {}, took: Date.now() - began });
    const req = request(url, { method: 'POST', headers, agent }, (res) => {
      let read = '';
      res.setEncoding('utf8').on('data', (chunk: string) => {
        read += chunk;
      });
      res.on('error', failed);
      res.on('end', () => {
        done({ status: res.statusCode ?? 0, body: JSON.parse(read) as Json, took: Date.now() - began });
      });
    });
    req.on('error', failed);
    req.write(text.slice(0, half));
    void pause(between()).then(() => req.end(text.slice(half)));
  });
}

/** Somebody who talks until the server is gone, and remembers what they were answered. */
export class StopTalker {
  readonly #person: Person;
  readonly #stream: Stream | undefined;
  readonly #lines: Line[] = [];

  private constructor(person: Person, stream: Stream | undefined) {
    this.#person = person;
    this.#stream = stream;
  }

  /** @param follows whether a WebSocket brings what is said */
  static async begin(address: string, follows: boolean): Promise<StopTalker> {
    const person = await newPerson(address);
    const { body } = await person.open(address);
    return new StopTalker(person, follows ? await follow(String(body.streamUrl)) : undefined);
  }

  /** @param between how long the line takes to be sent, in milliseconds; undefined: it is sent at once */
  async talk(address: string, between: (() => number) | undefined, onAnswer: () => void): Promise<void> {
    const agent = new Agent({ keepAlive: true });
    const { conversationId, token } = this.#person;
    const url = `${address}/v3/directline/conversations/${conversationId}/activities`;
    for (;;) {
      const name = `line ${this.#lines.length}`;
      const text = LINES[this.#lines.length % LINES.length];
      const said = { type: 'message', text, locale: 'en-GB', channelData: { clientActivityID: name } };
      const outcome = await (between === undefined
        ? this.#person.send(address, said)
        : slowly(url, token, said, agent, between));
      this.#lines.push({ name, outcome });
      if (outcome.status === 0) break;
      onAnswer();
    }
    agent.destroy();
    if (this.#stream !== undefined)
      assert.equal(await this.#stream.ended, GOING_AWAY, 'how its stream ended');
  }

  /**
   * With the server started again: what was taken is answered, once, and what was not answered is not taken. Resolves to
   * how many answers the stream had not brought before it ended.
   */
  async check(address: string): Promise<number> {
    const heard = await this.#person.heard(address);
    for (const line of this.#lines) checkLine(line, heard);
    assert.equal(heard.length, 1 + 2 * this.#answered(), 'the welcome, and an answer to each line');
    const late = await this.#checkStream(address, heard);
    await this.#checkState(address);
    return late;
  }

  #answered(): number {
    return this.#lines.filter(({ outcome }) => outcome.status === 200).length;
  }

  /** What the stream brought and what is read from there on are all there is, each once. */
  async #checkStream(address: string, heard: readonly Json[]): Promise<number> {
    if (this.#stream === undefined) return 0;
    const rest = await this.#person.heard(address, this.#stream.watermark);
    const ids = [...this.#stream.heard, ...rest].map(({ id }) => id);
    assert.deepEqual(
      ids,
      heard.map(({ id }) => id),
    );
    return rest.filter(isAnswer).length;
  }

  /** The interview is where the last answer has left it. */
  async #checkState(address: string): Promise<void> {
    const answered = this.#answered();
    if (answered === 0) return;
    const asked = await this.#person.say(address, 'start');
    assert.equal(asked.status, 200);
    const heard = await this.#person.heard(address);
    const last = heard.at(-1);
    assert.equal(last?.replyToId, asked.body.id, JSON.stringify(heard.slice(-2)));
    const question = /Question (\d)/.exec(textOf(cardOf(last ?? {})))?.[1];
    assert.equal(Number(question), ((answered - 1) % LINES.length) + 1, `after ${answered} answers`);
  }
}

function checkLine({ name, outcome }: Line, heard: readonly Json[]): void {
  const words = heard.filter(
    ({ channelData }) => (channelData as Json | undefined)?.clientActivityID === name,
  );
  if (outcome.status === 0) {
    assert.deepEqual(words, [], `${name} was taken, and its caller not answered`);
    return;
  }
  assert.equal(outcome.status, 200, name);
  assert.deepEqual(
    words.map(({ id }) => id),
    [outcome.body.id],
    name,
  );
  const answers = heard.filter((one) => isAnswer(one) && one.replyToId === outcome.body.id);
  assert.equal(answers.length, 1, `answers to ${name}`);
}
