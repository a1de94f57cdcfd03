import { connect, type Socket } from 'node:net';

export interface Heard {
  readonly status: number;
  readonly text: string;
}

interface WaitingCall {
  readonly done: (heard: Heard) => void;
  readonly fail: (error: Error) => void;
}

/** How long an answer may take, in milliseconds; a server that hangs is an error like any other. */
const TIMEOUT = 30_000;
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * One kept connection, one request at a time. It costs the machine less than Node's own client does, so that on
 * few cores the time that is measured is the server's. Loopback only: nobody else's server is put under load.
 */
export class HttpLine {
  readonly #port: number;
  #socket: Socket | undefined;
  #waiting: WaitingCall | undefined;
  #received: Buffer = Buffer.alloc(0);

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends a request and resolves to its answer; rejects where there is none. */
  send(method: 'GET' | 'POST', path: string, body = '', authorization = ''): Promise<Heard> {
    const socket = this.#open();
    const head = [
      `${method} ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${this.#port}`,
      ...(authorization === '' ? [] : [`Authorization: ${authorization}`]),
      ...(method === 'GET' ? [] : ['Content-Type: application/json']),
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    return new Promise((done, fail) => {
      this.#waiting = { done, fail };
      socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
  }

  #open(): Socket {
    if (this.#socket !== undefined) return this.#socket;
    const socket = connect({ host: '127.0.0.1', port: this.#port, noDelay: true });
    this.#socket = socket;
    this.#received = Buffer.alloc(0);
    socket.setTimeout(TIMEOUT, () => socket.destroy(new Error('There was no answer in time.')));
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#end(socket, error));
    socket.on('close', () => this.#end(socket, new Error('The connection was closed without an answer.')));
    return socket;
  }

  #end(socket: Socket, error: Error): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.fail(error);
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const endOfHead = this.#received.indexOf(END_OF_HEAD);
    if (endOfHead < 0) return;
    const head = this.#received.toString('latin1', 0, endOfHead);
    const start = endOfHead + END_OF_HEAD.length;
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < start + length) return;
    const heard = {
      status: Number(head.slice(9, 12)),
      text: this.#received.toString('utf8', start, start + length),
    };
    this.#received = this.#received.subarray(start + length);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    // A server that ends a connection after so many requests says so; the next request opens another.
    if (/\r\nconnection: *close/i.test(head)) this.close();
    waiting?.done(heard);
  }
}
