import { createServer, type IncomingMessage } from 'node:http';
import { onLoopback } from '../loopback.js';

/** Somebody the bot calls, who answers nothing until told to. */
export async function slowServer() {
  const calls: string[] = [];
  let release: () => void = () => undefined;
  const released = new Promise<void>((done) => {
    release = done;
  });
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      calls.push(body);
      void released.then(() => {
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"1"}');
      });
    });
  });
  const { url, close } = await onLoopback(server);
  return {
    url,
    calls,
    release: () => release(),
    close,
  };
}
