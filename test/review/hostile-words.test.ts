import assert from 'node:assert/strict';
import { Language } from '../../src/language/language.js';
import en from '../../src/language/words/en.json' with { type: 'json' };
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { reviewDocument } from '../../src/review/document.js';
import { signpost } from '../../src/review/site.js';
import { SITE, tagsOf, textOf, valuesOf } from './markup.js';

const HOSTILE = `"><img src=x onerror=alert(1)> & "quoted"`;

/** Every message with markup in it; where a message has placeholders, its syntax needs the "<" quoted. */
function hostile(words: string): string {
  return `${words} ${words.includes('{') ? HOSTILE.replace('<', "'<'") : HOSTILE}`;
}

describe('words with markup in them', () => {
  const words = Object.fromEntries(Object.entries(en).map(([key, message]) => [key, hostile(message)]));
  const language = new Language('en', 'en-us', { ...en, ...words }, 'en-GB');
  const site = { ...SITE, languages: [language] };

  it('stay words in a document', () => {
    const document = reviewDocument(EDITIONS['2026-11'], language, site);
    const tags = tagsOf(document);
    assert.ok(!tags.some(({ name }) => name === 'img'));
    assert.deepEqual(valuesOf(tags, 'onerror'), []);
    assert.ok(textOf(document).includes('<img src=x onerror=alert(1)>'));
  });

  it('stay words in the index', () => {
    const tags = tagsOf(signpost(language, HOSTILE, HOSTILE, site));
    assert.ok(!tags.some(({ name }) => name === 'img'));
  });
});
