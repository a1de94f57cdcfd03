import { PAGES, type PageId } from '../policy/pages.js';

/** Names a cited passage: a page and the section of it that citations name. */
export type PassageKey = `${PageId}#${string}`;

export function passageKey(page: PageId, section: string): PassageKey {
  return `${page}#${section}`;
}

function isPageId(text: string): text is PageId {
  return Object.hasOwn(PAGES, text);
}

/** The page and the section of a key, or undefined for text that is none. */
export function splitKey(text: string): { readonly page: PageId; readonly section: string } | undefined {
  const at = text.indexOf('#');
  const page = text.slice(0, Math.max(at, 0));
  const section = text.slice(at + 1);
  return at > 0 && section !== '' && isPageId(page) ? { page, section } : undefined;
}
