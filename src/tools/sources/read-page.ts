import { type Article, readArticle } from './article.js';
import type { Obstacle } from './obstacle.js';

export type PageRead =
  /** `movedTo`: the address that the page redirected to, where it is another one. */
  | { readonly kind: 'read'; readonly article: Article; readonly movedTo: string | undefined }
  | { readonly kind: 'gone'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly obstacle: Obstacle };

/** In bytes. The pages weigh some 50 to 200 kB; what is far larger is not one of them. */
const MAX_SIZE = 5_000_000;

const HEADERS = {
  'user-agent': 'multichannel-advisor-sources/0.1 (checks cited pages for changes)',
  accept: 'text/html',
  'accept-language': 'en-US,en',
};

function unreachable(obstacle: Obstacle): PageRead {
  return { kind: 'unreachable', obstacle };
}

/** The body as text, or undefined where it is larger than allowed. */
async function readBody(response: Response): Promise<string | undefined> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > MAX_SIZE) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A slash at the end, letter case, the query and the scheme do not make another address. */
function place(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname.replace(/\/+$/, '')}`.toLowerCase();
}

async function readResponse(url: string, response: Response): Promise<PageRead> {
  const { status } = response;
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (!response.ok) return unreachable({ kind: 'http', status });
  if (!/\bx?html\b/i.test(response.headers.get('content-type') ?? ''))
    return unreachable({ kind: 'notHtml' });
  const html = await readBody(response);
  if (html === undefined) return unreachable({ kind: 'tooLarge' });
  const article = readArticle(html);
  if (article.whole.text === '') return unreachable({ kind: 'noWords' });
  const movedTo = place(response.url) === place(url) ? undefined : response.url;
  return { kind: 'read', article, movedTo };
}

/** Fetches one page, following redirects. Never throws for what the network or the page does. */
export async function readPage(url: string, timeoutMs: number): Promise<PageRead> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    return await readResponse(url, await fetch(url, { headers: HEADERS, signal, redirect: 'follow' }));
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return unreachable({ kind: timedOut ? 'timeout' : 'network' });
  } finally {
    // A body that nobody reads to its end would hold its connection.
    stop.abort();
  }
}
