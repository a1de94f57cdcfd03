import type { AddressInfo } from 'node:net';
import { listenError } from './listen-error.js';

/** As much of a server as it takes to listen: those of Node and restify have it. */
interface Bindable {
  once(event: 'error', fail: (error: unknown) => void): unknown;
  listen(port: number, host: string, done: () => void): unknown;
  address(): AddressInfo | string | null;
}

/** Where a server is to listen, and the setting that names the port. */
export interface Endpoint {
  readonly setting: string;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Begins to listen; resolves to where, such as `http://localhost:3978`. Rejects with `ConfigError`. */
export async function listen(server: Bindable, { setting, host, port }: Endpoint): Promise<string> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, done);
  }).catch((error: unknown) => {
    throw listenError(setting, host, port, error);
  });
  const { port: chosen } = server.address() as AddressInfo;
  const called = host === '127.0.0.1' ? 'localhost' : host;
  return `http://${called.includes(':') ? `[${called}]` : called}:${chosen}`;
}
