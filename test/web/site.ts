import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Another site, in Hungarian or the language in `lang`, whose styles would hide every button and frame. `/inline` fills
 * an element of it, `/call` as well, with the call page.
 */
export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a site that embeds the page at the address, which need not be known yet. */
export async function startSite(address: () => string): Promise<Site> {
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://site');
    const lang = searchParams.get('lang') ?? 'hu';
    const inline = pathname === '/inline' || pathname === '/call';
    const target = `${inline ? ' data-target="#here"' : ''}${pathname === '/call' ? ' data-mode="call"' : ''}`;
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(
      `<!doctype html><html lang="${lang}"><title>Contoso</title><link rel="icon" href="data:,">` +
        '<meta name="viewport" content="width=device-width, initial-scale=1">' +
        '<meta name="color-scheme" content="light dark">' +
        '<style>button, iframe { display: none !important }</style>' +
        '<main><h1>Contoso</h1><div id="here"></div></main>' +
        `<script src="${address()}/embed.js"${target} async></script></html>`,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
