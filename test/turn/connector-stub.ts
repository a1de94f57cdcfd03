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
  const refuse = { updates: false, all: false };
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    void json(request).then((body) => {
      calls.push({ method, path: url, body });
      const status = refuse.all ? 403 : refuse.updates && method === 'PUT' ? 405 : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id: `sent-${calls.length}` }));
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
