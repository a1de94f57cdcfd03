import type { Request, Response, Server } from 'restify';
import { acceptedLocales } from '../language/accept-language.js';
import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { isEditionId } from '../policy/edition.js';
import { newest } from '../policy/editions/registry.js';
import type { FinishedPage, Pages } from './policy-pages.js';

function readerLanguage(req: Request): LanguageTag {
  const locale = new URLSearchParams(req.getQuery()).get('locale');
  return negotiate([locale, ...acceptedLocales(req.headers['accept-language'])]);
}

function send(req: Request, res: Response, page: FinishedPage, status: 200 | 404): void {
  const zipped = req.acceptsEncoding('gzip');
  const tag = `"${page.tag}${zipped ? '-gzip' : ''}"`;
  const known = req.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  const headers = {
    ...page.security,
    ETag: tag,
    // It is asked again every time, since only a restart changes a document; the answer is then short.
    'Cache-Control': 'public, no-cache',
    Vary: 'Accept-Encoding, Accept-Language',
  };
  if (status === 200 && known?.includes(tag)) {
    res.writeHead(304, headers);
    res.end();
    return;
  }
  const content = zipped ? page.compressed : page.content;
  res.writeHead(status, {
    ...headers,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': page.language,
    'Content-Length': content.length,
    ...(zipped && { 'Content-Encoding': 'gzip' }),
  });
  res.end(req.method === 'HEAD' ? undefined : content);
}

/** `/policy`: what the bot goes by, in a document for each edition and language, for people who do not program. */
export function policyRoutes(server: Server): void {
  let pages: Promise<Pages> | undefined;
  // Few look at these, and nobody needs them to get an answer.
  const load = async (): Promise<Pages> => new (await import('./policy-pages.js')).Pages();

  function serve(path: string, answer: (pages: Pages, req: Request, res: Response) => void): void {
    const handler = async (req: Request, res: Response): Promise<void> => {
      pages ??= load();
      answer(await pages, req, res);
    };
    server.get(path, handler);
    server.head(path, handler);
  }

  serve('/policy', (all, req, res) => {
    send(req, res, all.review(newest('global').id, readerLanguage(req)), 200);
  });

  serve('/policy/:edition/:language', (all, req, res) => {
    const { edition, language } = req.params as Readonly<Record<string, unknown>>;
    const found = isEditionId(edition) && isLanguageTag(language);
    if (found) send(req, res, all.review(edition, language), 200);
    else send(req, res, all.notFound(isLanguageTag(language) ? language : readerLanguage(req)), 404);
  });

  serve('/policy/*', (all, req, res) => send(req, res, all.notFound(readerLanguage(req)), 404));
}
