import type { Json } from '../turn/bot-server.js';

/** What came of one call; status 0 is no answer at all. */
export interface Outcome {
  readonly status: number;
  readonly body: Json;
  /** In milliseconds. */
  readonly took: number;
}

/** One call that never rejects: who breaks things on purpose wants to see every outcome. */
export async function call(url: string, token: string, method: string, body?: Json): Promise<Outcome> {
  const began = Date.now();
  const took = (): number => Date.now() - began;
  try {
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Json), took: took() };
  } catch {
    return { status: 0, body: {}, took: took() };
  }
}

/** Somebody who talks over Direct Line, to whichever instance one says. */
export interface Person {
  readonly conversationId: string;
  readonly token: string;
  /** Opens the conversation, in English, or comes back to it. */
  open(address: string): Promise<Outcome>;
  say(address: string, text: string): Promise<Outcome>;
  send(address: string, activity: Json): Promise<Outcome>;
  /** Everything said so far, or after a watermark. Throws when it cannot be had. */
  heard(address: string, after?: string): Promise<readonly Json[]>;
}

function conversations(address: string): string {
  return `${address}/v3/directline/conversations`;
}

/** Somebody who has not opened their conversation yet. Throws when there is no token for them. */
export async function newcomer(address: string): Promise<Person> {
  const { status, body } = await call(`${address}/v3/directline/tokens/generate`, '', 'POST');
  if (status !== 200) throw new Error(`No token: ${status}`);
  const { conversationId, token } = body as { conversationId: string; token: string };
  const activities = (at: string): string => `${conversations(at)}/${conversationId}/activities`;
  const send = (at: string, activity: Json): Promise<Outcome> =>
    call(activities(at), token, 'POST', activity);
  return {
    conversationId,
    token,
    open: (at) => call(conversations(at), token, 'POST', { locale: 'en-GB' }),
    send,
    say: (at, text) => send(at, { type: 'message', text, locale: 'en-GB' }),
    async heard(at, after = '0') {
      const all: Json[] = [];
      for (let watermark = after; ; ) {
        const page = await call(`${activities(at)}?watermark=${watermark}`, token, 'GET');
        if (page.status !== 200) throw new Error(`Nothing to be heard: ${page.status}`);
        const said = page.body.activities as readonly Json[];
        if (said.length === 0) return all;
        all.push(...said);
        watermark = String(page.body.watermark);
      }
    },
  };
}

/** Begins a conversation in English. Throws when that does not work. */
export async function newPerson(address: string): Promise<Person> {
  const person = await newcomer(address);
  const opened = await person.open(address);
  if (opened.status !== 201) throw new Error(`No conversation: ${opened.status}`);
  return person;
}
