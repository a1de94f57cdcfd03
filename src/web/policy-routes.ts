import type { Request, Response, Server } from 'restify';
import { acceptedLocales } from '../language/accept-language.js';
import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { isEditionId } from '../policy/edition.js';
import { EDITIONS, newest } from '../policy/editions/registry.js';
import { documentParts, isPartId } from '../review/document-parts.js';
import { PageMaker, TooMuchToDo } from './page-maker.js';
import { type FinishedPage, type PolicyView, type WantedPage, WHOLE } from './policy-pages.js';

/** What is longer is cut: nobody looks for it. In UTF-16 units. */
const LONGEST_QUERY = 100;

function readerLanguage(req: Request): LanguageTag {
  const locale = new URLSearchParams(req.getQuery()).get('locale');
  return negotiate([locale, ...acceptedLocales(req.headers['accept-language'])]);
}

const CONTENTS: PolicyView = { kind: 'contents' };

/** What of a document was asked for; undefined: there is no such part. */
function asked(req: Request, part: unknown): PolicyView | undefined {
  if (part === WHOLE) return { kind: 'whole' };
  if (part !== undefined) return isPartId(part) ? { kind: 'part', part } : undefined;
  const query = new URLSearchParams(req.getQuery()).get('q')?.trim().slice(0, LONGEST_QUERY) ?? '';
  return query === '' ? CONTENTS : { kind: 'found', query };
}

function unknown(language: LanguageTag): WantedPage {
  return { edition: undefined, language, shown: CONTENTS };
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
      const page = wanted(req);
      try {
        send(req, res, await maker.page(page), page.edition === undefined ? 404 : 200);
      } catch (error) {
        if (!(error instanceof TooMuchToDo)) throw error;
        res.setHeader('Retry-After', '1');
        const message = 'Too much is being looked for at once; try again in a second.';
        res.send(503, { error: { code: 'ServiceUnavailable', message } });
      }
    };
    server.get(path, handler);
    server.head(path, handler);
  }

  serve('/policy', (req) => ({
    edition: newest('global').id,
    language: readerLanguage(req),
    shown: asked(req, undefined) ?? CONTENTS,
  }));

  const ofDocument = (req: Request): WantedPage => {
    const { edition, language, part } = req.params as Readonly<Record<string, unknown>>;
    const known = isLanguageTag(language) ? language : readerLanguage(req);
    const shown = asked(req, part);
    if (!isEditionId(edition) || known !== language || shown === undefined) return unknown(known);
    if (shown.kind === 'part' && !documentParts(EDITIONS[edition]).includes(shown.part))
      return unknown(known);
    return { edition, language: known, shown };
  };
  serve('/policy/:edition/:language', ofDocument);
  serve('/policy/:edition/:language/:part', ofDocument);

  serve('/policy/*', (req) => unknown(readerLanguage(req)));

  return () => maker.stop();
}
