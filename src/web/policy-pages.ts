import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../language/languages.js';
import { EDITION_IDS, type EditionId } from '../policy/edition.js';
import { EDITIONS } from '../policy/editions/registry.js';
import { reviewDocument } from '../review/document.js';
import type { PartId } from '../review/document-parts.js';
import { documentEntries } from '../review/entries.js';
import type { Searchable } from '../review/find-entries.js';
import { contentsPage, foundPage, type Library, partPage, reviewIn } from '../review/part-pages.js';
import type { Review } from '../review/sections.js';
import { signpost } from '../review/site.js';
import { DOCUMENT_STYLE } from '../review/style.js';

function addressOf(edition: EditionId, language: string, part?: string): string {
  return ['/policy', edition, language, ...(part === undefined ? [] : [part])].join('/');
}

/** Where the whole document is, beside the pages of its parts. */
export const WHOLE = 'all';

const LIBRARY: Library = {
  editions: EDITION_IDS.map((id) => EDITIONS[id]),
  languages: LANGUAGE_TAGS.map((tag) => LANGUAGES[tag]),
  address: addressOf,
  whole: ({ id }, { tag }) => addressOf(id, tag, WHOLE),
};

const STYLE_HASH = createHash('sha256').update(DOCUMENT_STYLE).digest('base64');

/** A document has no script and loads nothing; its one style is known by its hash. */
const SECURITY: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    "base-uri 'none'",
    // Its one form searches the document.
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** What of an edition a page shows. */
export type PolicyView =
  | { readonly kind: 'contents' }
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly part: PartId }
  | { readonly kind: 'found'; readonly query: string };

/** A page of an edition, or, without one, that there is no such page; in a language. */
export interface WantedPage {
  readonly edition: EditionId | undefined;
  readonly language: LanguageTag;
  readonly shown: PolicyView;
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

/** What a search looks through, by edition and language. */
const searched = new Map<string, readonly Searchable[]>();

async function foundIn(review: Review, query: string): Promise<string> {
  // The forms of words come from a language's lexicon, which nobody else here needs.
  const { findEntries, searchable } = await import('../review/find-entries.js');
  const { edition, language } = review;
  const key = `${edition.id} ${language.tag}`;
  const all = searched.get(key) ?? documentEntries(review).map((entry) => searchable(entry, language));
  searched.set(key, all);
  return foundPage(review, LIBRARY, query, findEntries(all, query, language));
}

function pageOf(review: Review, shown: PolicyView): string | Promise<string> {
  switch (shown.kind) {
    case 'contents':
      return contentsPage(review, LIBRARY);
    case 'whole':
      return reviewDocument(review.edition, review.language, LIBRARY);
    case 'part':
      return partPage(review, LIBRARY, shown.part);
    case 'found':
      return foundIn(review, shown.query);
  }
}

/** Makes a page of `/policy`. The first of an edition takes seconds of a processor. */
export async function makePage({ edition, language, shown }: WantedPage): Promise<FinishedPage> {
  const words = LANGUAGES[language];
  const html =
    edition === undefined
      ? signpost(words, words.say('review.notFound'), words.say('review.notFoundText'), LIBRARY)
      : await pageOf(reviewIn(LIBRARY, EDITIONS[edition], words), shown);
  const content = Buffer.from(html);
  const tag = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { language, security: SECURITY, content, compressed: gzipSync(content), tag };
}
