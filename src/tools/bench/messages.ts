import { Guest } from './guest.js';
import type { Heard, HttpLine } from './http-line.js';

export const MESSAGES = '/api/messages';

/** The body of an activity as a channel sends it that wants the answers in the response. */
export function delivery(conversation: string, sent: number, said: object): string {
  return JSON.stringify({
    type: 'message',
    id: `${conversation}-${sent}`,
    timestamp: '2026-11-21T12:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: 'http://localhost:9/',
    deliveryMode: 'expectReplies',
    locale: 'en-US',
    from: { id: `29:${conversation}`, name: 'Anna' },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `a:${conversation}`, conversationType: 'personal' },
    ...said,
  });
}

/** Whether this is an answer with a message in it. */
export function isAnswered({ status, text }: Heard): boolean {
  return status === 200 && text.includes('"type":"message"');
}

/** A guest of `/api/messages`, one turn after another. */
export class Caller {
  readonly guest: Guest;
  readonly #conversation: string;
  #sent = 0;

  constructor(seed: number, run = 'bench') {
    this.guest = new Guest(seed);
    this.#conversation = `${run}-${seed}`;
  }

  /** One turn; rejects where it was not answered. */
  async turn(line: HttpLine): Promise<void> {
    this.#sent += 1;
    const heard = await line.send(
      'POST',
      MESSAGES,
      delivery(this.#conversation, this.#sent, this.guest.says()),
    );
    if (!isAnswered(heard)) throw new Error(`The answer was ${heard.status}: ${heard.text.slice(0, 200)}`);
    this.guest.hears(heard.text);
  }
}
