import { once } from 'node:events';
import { WebSocket } from 'ws';
import { withTimeout } from '../../async/with-timeout.js';
import { BASE_PATH } from '../../channels/directline/protocol/paths.js';
import { Guest } from './guest.js';
import type { Heard, HttpLine } from './http-line.js';

/** Nobody waits longer for an answer, in milliseconds. */
const TIMEOUT = 30_000;

interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

function good({ status, text }: Heard): string {
  if (status >= 200 && status < 300) return text;
  throw new Error(`Direct Line answered ${status}: ${text.slice(0, 200)}`);
}

/** A guest of Web Chat: says something by HTTP, and hears the answer over a WebSocket that stays open. */
export class Chatter {
  readonly guest: Guest;
  #opened: Opened | undefined;
  #socket: WebSocket | undefined;
  #heard: ((answer: string) => void) | undefined;

  constructor(seed: number) {
    this.guest = new Guest(seed);
  }

  /** Begins the conversation, and follows it. The greeting is heard and not answered. */
  async open(line: HttpLine): Promise<void> {
    const generated = JSON.parse(
      good(await line.send('POST', `${BASE_PATH}/tokens/generate`, '{}')),
    ) as Opened;
    const started = await line.send(
      'POST',
      `${BASE_PATH}/conversations`,
      '{"locale":"en-US"}',
      `Bearer ${generated.token}`,
    );
    this.#opened = JSON.parse(good(started)) as Opened;
    const socket = new WebSocket(this.#opened.streamUrl, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const text = String(data);
      // What the guest said comes back as well; only what the bot says carries a card.
      if (text.includes('"attachments"')) this.#heard?.(text);
    });
    const greeted = this.#answer();
    await once(socket, 'open');
    await greeted;
  }

  /** One turn; rejects where no answer came. */
  async turn(line: HttpLine): Promise<void> {
    const { conversationId, token } = this.#opened ?? { conversationId: '', token: '' };
    const body = JSON.stringify({
      type: 'message',
      from: { id: 'dl_guest' },
      locale: 'en-US',
      ...this.guest.says(),
    });
    const answer = this.#answer();
    const path = `${BASE_PATH}/conversations/${conversationId}/activities`;
    const [heard] = await Promise.all([answer, line.send('POST', path, body, `Bearer ${token}`).then(good)]);
    this.guest.hears(heard);
  }

  close(): void {
    this.#socket?.terminate();
  }

  #answer(): Promise<string> {
    const answer = new Promise<string>((done) => {
      this.#heard = (heard) => {
        this.#heard = undefined;
        done(heard);
      };
    });
    return withTimeout(answer, TIMEOUT, () => {
      throw new Error('No answer came over the WebSocket.');
    });
  }
}
