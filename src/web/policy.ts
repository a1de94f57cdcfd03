import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, Response, Server } from 'restify';
import { isLanguageTag, LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import { EDITION_IDS, type EditionId, isEditionId } from '../policy/edition.js';
import { EDITIONS, newest } from '../policy/editions/registry.js';
import { reviewDocument } from '../review/document.js';
import { type Site, signpost } from '../review/site.js';
import { STYLE } from '../review/style.js';
import { acceptedLocales } from './accept-language.js';

const SITE: Site = {
  editions: EDITION_IDS.map((id) => EDITIONS[id]),
  languages: LANGUAGE_TAGS.map((tag) => LANGUAGES[tag]),
  address: (edition, tag) => `/policy/${edition}/${tag}`,
};

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** A document has no script and loads nothing; its one style is known by its hash. */
const SECURITY: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** A page, made once. */
interface Page {
  readonly language: LanguageTag;
  readonly content: Buffer;
  readonly compressed: Buffer;
  readonly tag: string;
}

function makePage(language: LanguageTag, html: string): Page {
  const content = Buffer.from(html);
  const tag = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { language, content, compressed: gzipSync(content), tag };
}

/** Pages by what they show, each made when it is first wanted. */
class Pages {
  readonly #made = new Map<string, Page>();

  review(edition: EditionId, language: LanguageTag): Page {
    return this.#once(`${edition} ${language}`, language, () =>
      reviewDocument(EDITIONS[edition], LANGUAGES[language], SITE),
    );
  }

  notFound(language: LanguageTag): Page {
    const { [language]: words } = LANGUAGES;
    return this.#once(language, language, () =>
      signpost(words, words.say('review.notFound'), words.say('review.notFoundText'), SITE),
    );
  }

  #once(key: string, language: LanguageTag, html: () => string): Page {
    const page = this.#made.get(key) ?? makePage(language, html());
    this.#made.set(key, page);
    return page;
  }
}

function readerLanguage(req: Request): LanguageTag {
  const locale = new URLSearchParams(req.getQuery()).get('locale');
  return negotiate([locale, ...acceptedLocales(req.headers['accept-language'])]);
}

function send(req: Request, res: Response, page: Page, status: 200 | 404): void {
  const zipped = req.acceptsEncoding('gzip');
  const tag = `"${page.tag}${zipped ? '-gzip' : ''}"`;
  const known = req.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  const headers = {
    ...SECURITY,
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
  const pages = new Pages();

  function serve(path: string, answer: (req: Request, res: Response) => void): void {
    const handler = async (req: Request, res: Response): Promise<void> => answer(req, res);
    server.get(path, handler);
    server.head(path, handler);
  }

  serve('/policy', (req, res) => {
    send(req, res, pages.review(newest('global').id, readerLanguage(req)), 200);
  });

  serve('/policy/:edition/:language', (req, res) => {
    const { edition, language } = req.params as Readonly<Record<string, unknown>>;
    const found = isEditionId(edition) && isLanguageTag(language);
    if (found) send(req, res, pages.review(edition, language), 200);
    else send(req, res, pages.notFound(isLanguageTag(language) ? language : readerLanguage(req)), 404);
  });

  serve('/policy/*', (req, res) => send(req, res, pages.notFound(readerLanguage(req)), 404));
}
