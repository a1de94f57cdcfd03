import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import type { Json } from '../turn/bot-server.js';

/** What came of one call; status 0 is no answer at all. */
interface Answer {
  readonly status: number;
  readonly body: Json;
}

const JSON_POST = 'Content-Type: application/json\r\n';
const KEY = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
/** As much as a body may have, in about the forms that take most of whoever reads it. */
const BODY_BYTES = 255 * 1024;

const LONG = JSON.stringify({ type: 'message', text: '间接经销商 '.repeat(18_000) });
const MANY = JSON.stringify({
  type: 'message',
  text: 'x',
  value: Array.from({ length: 80_000 }, () => ({})),
});
const LARGE = JSON.stringify({
  type: 'message',
  text: 'x',
  value: Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`field${at}`, 'x'.repeat(590)])),
});

/** What people with guidance say: each is answered with a large card, or changes an opinion. */
const LINES = [
  'start',
  '1',
  '1',
  '1',
  '1',
  'why',
  'compare',
  'helped',
  'not helped',
  'because',
  'restart',
  'help',
];

/** Whom a crowd attacks, and how many they are. */
interface Target {
  readonly port: number;
  readonly addresses: number;
  /** Whether a proxy on this machine passes on what they send, and names their address. */
  readonly proxied: boolean;
}

/** Somebody hostile at an address of their own on this machine, who does as much as they are let. */
class Attacker {
  readonly #port: number;
  readonly #address: string;
  readonly #proxied: boolean;
  readonly #agent: Agent;

  constructor({ port, proxied }: Target, address: string) {
    this.#port = port;
    this.#address = address;
    this.#proxied = proxied;
    this.#agent = new Agent({ keepAlive: true, maxSockets: 6 });
  }

  /** Whose connection it is. */
  get #from(): string {
    return this.#proxied ? '127.0.0.1' : this.#address;
  }

  /** What stands in front of all other headers. */
  get #head(): string {
    return `Host: localhost\r\n${this.#proxied ? `X-Forwarded-For: ${this.#address}\r\n` : ''}`;
  }

  #call(method: string, path: string, token = '', body?: string): Promise<Answer> {
    return new Promise((resolve) => {
      const done = (status: number, text = ''): void => {
        resolve({ status, body: text.startsWith('{') ? (JSON.parse(text) as Json) : {} });
      };
      const sent = request({
        host: '127.0.0.1',
        port: this.#port,
        localAddress: this.#from,
        agent: this.#agent,
        method,
        path: `/v3/directline${path}`,
        headers: {
          host: 'localhost',
          ...(this.#proxied && { 'x-forwarded-for': this.#address }),
          authorization: `Bearer ${token}`,
          ...(body === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        },
      });
      sent.on('error', () => done(0));
      sent.on('response', (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += String(chunk);
        });
        response.on('error', () => done(0));
        response.on('end', () => done(response.statusCode ?? 0, text));
      });
      sent.end(body);
    });
  }

  /** Opens a connection, sends something and reads nothing; resolves when it has ended. */
  #hold(send: (socket: Socket) => void): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect({ port: this.#port, host: '127.0.0.1', localAddress: this.#from }, () =>
        send(socket),
      );
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve();
      });
      socket.pause();
    });
  }

  async #again(what: () => Promise<unknown>): Promise<never> {
    for (;;) {
      await what();
      await pause(50);
    }
  }

  async #begin(): Promise<{ token: string; path: string } | undefined> {
    const { body } = await this.#call('POST', '/tokens/generate', '', '{}');
    const token = String(body.token);
    const begun = await this.#call('POST', '/conversations', token, '{"locale":"en"}');
    const path = `/conversations/${String(begun.body.conversationId)}`;
    return begun.status === 201 ? { token, path } : undefined;
  }

  /** Fills a transcript, then leaves it unread on as many connections as there may be. */
  async #talk(): Promise<void> {
    const chat = await this.#begin();
    if (chat === undefined) return;
    const { token, path } = chat;
    const say = (body: string): Promise<Answer> => this.#call('POST', `${path}/activities`, token, body);
    const unreadPage = (): Promise<void> =>
      this.#hold((socket) =>
        socket.write(
          `GET /v3/directline${path}/activities HTTP/1.1\r\n${this.#head}Authorization: Bearer ${token}\r\n\r\n`,
        ),
      );
    const unreadStream = async (): Promise<void> => {
      const { body, status } = await this.#call('GET', `${path}?watermark=0`, token);
      if (status !== 200) return;
      const target = String(body.streamUrl).replace(/^ws:..[^/]+/, '');
      await this.#hold((socket) =>
        socket.write(
          `GET ${target} HTTP/1.1\r\n${this.#head}Connection: Upgrade\r\nUpgrade: websocket\r\n${KEY}\r\n\r\n`,
        ),
      );
    };
    for (let at = 0; at < 3; at += 1) await say(LARGE);
    const rounds: Promise<never>[] = [];
    for (let at = 0; at < 2; at += 1) rounds.push(this.#again(unreadPage));
    for (let at = 0; at < 4; at += 1) rounds.push(this.#again(unreadStream));
    for (const bodies of [
      [LONG, MANY],
      LINES.map((text) => JSON.stringify({ type: 'message', text })),
      [LARGE, MANY, MANY],
    ]) {
      let at = 0;
      rounds.push(
        this.#again(async () => {
          const { status } = await say(bodies[at % bodies.length] ?? '');
          at += 1;
          if (status === 429 || status === 0) await pause(1000);
        }),
      );
    }
    await Promise.all(rounds);
  }

  #slowPost(): Promise<void> {
    return this.#hold((socket) => {
      socket.write(
        `POST /v3/directline/tokens/generate HTTP/1.1\r\n${this.#head}${JSON_POST}Content-Length: ${BODY_BYTES}\r\n\r\n`,
      );
      socket.write(' '.repeat(BODY_BYTES - 1));
    });
  }

  #pieces(): Promise<void> {
    return this.#hold((socket) => {
      socket.write(
        `POST /api/messages HTTP/1.1\r\n${this.#head}${JSON_POST}Transfer-Encoding: chunked\r\n\r\n`,
      );
      socket.write('1\r\n \r\n'.repeat(BODY_BYTES - 1));
    });
  }

  /** Goes on until it is stopped. */
  async run(): Promise<void> {
    await Promise.all([
      this.#again(() => this.#talk()),
      this.#again(() => this.#slowPost()),
      this.#again(() => this.#pieces()),
      // A proxy opens connections only for what it passes on.
      ...(this.#proxied ? [] : [this.#again(() => this.#hold(() => undefined))]),
      this.#again(() => this.#begin()),
    ]);
  }
}

/** Attacks from a thread of its own, so that whoever looks at it has time; the returned function ends it. */
export function crowd(target: Target): () => Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: target });
  worker.on('error', (error) => console.error(error));
  return async () => {
    await worker.terminate();
  };
}

if (!isMainThread) {
  const target = workerData as Target;
  for (let at = 0; at < target.addresses; at += 1) {
    void new Attacker(target, `127.1.${Math.floor(at / 200)}.${(at % 200) + 1}`).run();
  }
}
