import type { Request, Response, Server } from 'restify';
import { acceptedLocales } from '../language/accept-language.js';
import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { isEditionId } from '../policy/edition.js';
import { newest } from '../policy/editions/registry.js';
import { PageMaker } from './page-maker.js';
import type { FinishedPage, WantedPage } from './policy-pages.js';

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

/**
 * `/policy`: what the bot goes by, in a document for each edition and language, for people who do not program. The
 * returned function ends what makes them.
 */
export function policyRoutes(server: Server): () => void {
  const maker = new PageMaker();

  function serve(path: string, wanted: (req: Request) => WantedPage): void {
    const handler = async (req: Request, res: Response): Promise<void> => {
      const asked = wanted(req);
      send(req, res, await maker.page(asked), asked.edition === undefined ? 404 : 200);
    };
    server.get(path, handler);
    server.head(path, handler);
  }

  serve('/policy', (req) => ({ edition: newest('global').id, language: readerLanguage(req) }));

  serve('/policy/:edition/:language', (req) => {
    const { edition, language } = req.params as Readonly<Record<string, unknown>>;
    const known = isLanguageTag(language) ? language : readerLanguage(req);
    return { edition: isEditionId(edition) && known === language ? edition : undefined, language: known };
  });

  serve('/policy/*', (req) => ({ edition: undefined, language: readerLanguage(req) }));

  return () => maker.stop();
}
