import { createServer, type IncomingMessage } from 'node:http';
import { onLoopback } from '../loopback.js';

/** One call the bot made to the channel. */
export interface ChannelCall {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

async function json(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** A channel of our own: takes what the bot sends, as Teams does at its service URL. */
export async function connectorStub() {
  const calls: ChannelCall[] = [];
  /** What is refused: all, updates by a status, or every update by never answering it. */
  const refuse: { updates: boolean | number | 'silence'; all: boolean } = { updates: false, all: false };
  const sent = new Map<string | undefined, number>();
  /** The next message of this conversation is called `card-1`, `card-2` and so on. */
  function named(url: string): string {
    const [, conversation] = /conversations\/([^/]+)/.exec(url) ?? [];
    const number = (sent.get(conversation) ?? 0) + 1;
    sent.set(conversation, number);
    return `card-${number}`;
  }

  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    void json(request).then((body) => {
      calls.push({ method, path: url, body });
      const update = method === 'PUT' ? refuse.updates : false;
      if (update === 'silence') return;
      const status = refuse.all ? 403 : update === true ? 405 : update === false ? 200 : update;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: method === 'POST' ? named(url) : undefined }));
    });
  });
  const { url, close } = await onLoopback(server);
  return {
    url,
    calls,
    refuse,
    close,
  };
}
