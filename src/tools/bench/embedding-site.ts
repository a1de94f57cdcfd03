import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingSite {
  readonly address: string;
  close(): void;
}

/** Another site, with the chat in its page and nothing else. */
export async function embeddingSite(origin: string): Promise<EmbeddingSite> {
  const server = createServer((_, res) => {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(
      '<!doctype html><html lang="en"><title>Contoso</title><link rel="icon" href="data:,">' +
        '<meta name="viewport" content="width=device-width, initial-scale=1"><div id="here"></div>' +
        `<script src="${origin}/embed.js" data-target="#here" async></script></html>`,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
