import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import { listenError } from '../problem/listen-error.js';

/** Begins to listen; resolves to where, such as `http://localhost:3978`. Rejects with `ConfigError`. */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  }).catch((error: unknown) => {
    throw listenError('PORT', host, port, error);
  });
  const { port: chosen } = server.address() as AddressInfo;
  const called = host === '127.0.0.1' ? 'localhost' : host;
  return `http://${called.includes(':') ? `[${called}]` : called}:${chosen}`;
}
