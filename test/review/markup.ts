import assert from 'node:assert/strict';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import type { Site } from '../../src/review/site.js';

/** Reading documents without a browser: strict about what our own HTML must keep to. */

const VOID = new Set(['meta', 'br', 'wbr', 'rect', 'path', 'input']);

export const SITE: Site = {
  editions: EDITION_IDS.map((id) => EDITIONS[id]),
  languages: LANGUAGE_TAGS.map((tag) => LANGUAGES[tag]),
  address: (id, tag) => `${id}.${tag}.html`,
};

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const rest = text.replaceAll(/\s+[a-z-]+(?:="[^"<>]*")?/gi, '');
  assert.match(rest, /^\/?$/, `attributes that are not well-formed: ${text}`);
  return new Map(
    [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Every tag that opens. Fails where one does not close in its turn, or a "<" or "&" stands alone. */
export function tagsOf(document: string): readonly Tag[] {
  const markup = document
    .replace(/<style>[\s\S]*?<\/style>/, '<style></style>')
    .replace(/^<!doctype html>/, '');
  const open: string[] = [];
  const tags: Tag[] = [];
  for (const [, text = '', closing, name = '', attributes = ''] of markup.matchAll(
    /([^<]*)(?:<(\/?)([a-z][a-z0-9]*)([^<>]*)>)?/gi,
  )) {
    assert.doesNotMatch(text, />|&(?!(?:amp|lt|gt|quot|#39);)/, 'text that is not escaped');
    if (name === '') continue;
    if (closing === '/') {
      assert.equal(open.pop(), name, `</${name}> closes something else`);
      continue;
    }
    tags.push({ name, attributes: attributesOf(attributes) });
    if (!VOID.has(name)) open.push(name);
  }
  assert.deepEqual(open, [], 'these never close');
  return tags;
}

/** The values of an attribute, wherever it stands. */
export function valuesOf(tags: readonly Tag[], attribute: string): readonly string[] {
  return tags.flatMap(({ attributes }) => attributes.get(attribute) ?? []);
}

/** The text of a document, as it is read. */
export function textOf(document: string): string {
  return document
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<wbr>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
