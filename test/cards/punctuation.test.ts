import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { someOf } from '../effort.js';
import { gluedIn } from '../language/glue.js';
import { EVERY_VIEW } from './desk-views.js';
import type { Named } from './views.js';
import { texts } from './walk.js';

/** The view for a customer who speaks the reader's language. */
function inOneLanguage({ view }: Named, tag: LanguageTag): Named['view'] {
  const { screen } = view;
  return 'customer' in screen ? { ...view, screen: { ...screen, customer: tag } } : view;
}

/** Names of languages stand as each writes itself, in its own brackets. */
function withoutNames(text: string): string {
  return LANGUAGE_TAGS.reduce(
    (left, tag) => left.replaceAll(LANGUAGES[tag].say('language.self'), 'X'),
    text.replace(/\]\([^()]*\)/gu, ']'),
  );
}

describe('What is on the cards, and the same in plain text', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`is put together as ${tag} is written`, () => {
      const said = new Set<string>();
      for (const named of someOf(EVERY_VIEW, 9)) {
        const message = present(inOneLanguage(named, tag), LANGUAGES[tag]);
        for (const text of [message.text, ...texts(message.card)]) said.add(withoutNames(text));
      }
      const found = [...said].flatMap((text) => gluedIn(text, tag));
      assert.deepEqual([...new Set(found)].slice(0, 40), []);
    });
  }
});
