import { createHash } from 'node:crypto';

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/**
 * Text without what an editor's tools change by themselves: Unicode forms, curly quotes, dashes, white
 * space. Letter case stays: "May" and "may" can differ in meaning.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A heading as it is looked up: its letter case and a closing colon are a matter of style. */
export function foldHeading(heading: string): string {
  return normalise(heading)
    .replace(/[\s:]+$/, '')
    .toLowerCase();
}

/** SHA-256 of normalised text, in hexadecimal. */
export function hashOf(normalised: string): string {
  return createHash('sha256').update(normalised, 'utf8').digest('hex');
}
