import assert from 'node:assert/strict';
import { foldedMessage } from '../../src/cards/folded.js';
import { present } from '../../src/cards/present.js';
import { teams } from '../../src/channels/teams/teams.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { someOf } from '../effort.js';
import { EVERY_VIEW } from './desk-views.js';
import { pieces } from './walk.js';

describe('The line that an older card becomes', () => {
  for (const [index, tag] of LANGUAGE_TAGS.entries()) {
    it(`says what the card was, keeps its links, and acts on nothing (${tag})`, () => {
      let linked = 0;
      for (const { name, view } of someOf(EVERY_VIEW, LANGUAGE_TAGS.length, index)) {
        const { card, text } = foldedMessage(LANGUAGES[tag], view, view, teams);
        const before = present(view, LANGUAGES[tag]).card;
        const said = JSON.stringify(before);
        const kept = JSON.stringify(card);
        const all = [...pieces(card)];
        assert.notEqual(text, '', name);
        assert.ok(said.includes(JSON.stringify(text)), `${name}: ${text}`);
        const acting = all.filter(({ type }) => /^Action\.(Execute|Submit)$|^Input\./.test(String(type)));
        assert.deepEqual(acting, [], name);
        const links = (whole: unknown): number =>
          [...pieces(whole)].filter(({ type }) => type === 'Action.OpenUrl').length;
        assert.equal(links(card), links(before), name);
        linked += links(card);
        assert.ok(kept.length < said.length + 1000, name);
        // What a text of the card says like an expression is not run.
        assert.ok(!kept.includes('${'), name);
      }
      assert.ok(linked > 0);
    });
  }
});
