import assert from 'node:assert/strict';
import { foldedMessage } from '../../src/cards/folded.js';
import { present } from '../../src/cards/present.js';
import { teams } from '../../src/channels/teams/teams.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EVERY_VIEW } from './desk-views.js';
import { pieces } from './walk.js';

describe('The line that an older card becomes', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`says what the card was, keeps its links, and acts on nothing (${tag})`, () => {
      let linked = 0;
      for (const { name, view } of EVERY_VIEW) {
        const { card, text } = foldedMessage(LANGUAGES[tag], view, view, teams);
        const before = present(view, LANGUAGES[tag]).card;
        const all = [...pieces(card)];
        assert.notEqual(text, '', name);
        assert.ok(JSON.stringify(before).includes(JSON.stringify(text)), `${name}: ${text}`);
        const acting = all.filter(({ type }) => /^Action\.(Execute|Submit)$|^Input\./.test(String(type)));
        assert.deepEqual(acting, [], name);
        const links = (whole: unknown): number =>
          [...pieces(whole)].filter(({ type }) => type === 'Action.OpenUrl').length;
        assert.equal(links(card), links(before), name);
        linked += links(card);
        assert.ok(JSON.stringify(card).length < JSON.stringify(before).length + 1000, name);
        // What a text of the card says like an expression is not run.
        assert.ok(!JSON.stringify(card).includes('${'), name);
      }
      assert.ok(linked > 0);
    });
  }
});
