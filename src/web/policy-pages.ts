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

/** The document of an edition, or, without one, that there is no such page; in a language. */
export interface WantedPage {
  readonly edition: EditionId | undefined;
  readonly language: LanguageTag;
}

/** A page as it is sent. */
export interface FinishedPage {
  readonly language: LanguageTag;
  /** What it may load and who may frame it, as headers. */
  readonly security: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
  readonly compressed: Uint8Array;
  readonly tag: string;
}

/** Makes a document of `/policy`. The first of an edition takes seconds of a processor. */
export function makePage({ edition, language }: WantedPage): FinishedPage {
  const words = LANGUAGES[language];
  const html =
    edition === undefined
      ? signpost(words, words.say('review.notFound'), words.say('review.notFoundText'), SITE)
      : reviewDocument(EDITIONS[edition], words, SITE);
  const content = Buffer.from(html);
  const tag = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { language, security: SECURITY, content, compressed: gzipSync(content), tag };
}
