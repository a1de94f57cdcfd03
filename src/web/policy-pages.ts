import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import { EDITION_IDS, type EditionId } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { reviewDocument } from '../review/document.js';
import { type Site, signpost } from '../review/site.js';
import { DOCUMENT_STYLE } from '../review/style.js';

const SITE: Site = {
  editions: EDITION_IDS.map((id) => EDITIONS[id]),
  languages: LANGUAGE_TAGS.map((tag) => LANGUAGES[tag]),
  address: (edition, tag) => `/policy/${edition}/${tag}`,
};

const STYLE_HASH = createHash('sha256').update(DOCUMENT_STYLE).digest('base64');

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
export interface FinishedPage {
  readonly language: LanguageTag;
  /** What it may load and who may frame it, as headers. */
  readonly security: Readonly<Record<string, string>>;
  readonly content: Buffer;
  readonly compressed: Buffer;
  readonly tag: string;
}

function makePage(language: LanguageTag, html: string): FinishedPage {
  const content = Buffer.from(html);
  const tag = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { language, security: SECURITY, content, compressed: gzipSync(content), tag };
}

/** The documents of `/policy` by what they show, each made when it is first wanted. */
export class Pages {
  readonly #made = new Map<string, FinishedPage>();

  review(edition: EditionId, language: LanguageTag): FinishedPage {
    return this.#once(`${edition} ${language}`, language, () =>
      reviewDocument(EDITIONS[edition], LANGUAGES[language], SITE),
    );
  }

  notFound(language: LanguageTag): FinishedPage {
    const { [language]: words } = LANGUAGES;
    return this.#once(language, language, () =>
      signpost(words, words.say('review.notFound'), words.say('review.notFoundText'), SITE),
    );
  }

  #once(key: string, language: LanguageTag, html: () => string): FinishedPage {
    const page = this.#made.get(key) ?? makePage(language, html());
    this.#made.set(key, page);
    return page;
  }
}
