import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { teams } from '../../src/channels/teams/teams.js';
import { webChat } from '../../src/channels/webchat/web-chat.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { EVERY_VIEW } from '../cards/desk-views.js';
import { KEPT_VIEWS } from '../cards/kept-views.js';
import { inputs } from '../cards/sound.js';
import { ofType, texts } from '../cards/walk.js';
import { someOf } from '../effort.js';

const SPEAKER = { channel: 'c', conversation: 'c', user: 'u', name: '', group: false };

/** What no channel and no card may differ in: the taps, with what they say and mean. */
function meant(card: object, type: string): readonly unknown[] {
  return ofType(card, type).map(({ title, data, style }) => ({ title, data, style }));
}

describe('A card on its way', () => {
  for (const language of Object.values(LANGUAGES)) {
    it(`says everything once, and leaves out nothing that a client needs: ${language.tag}`, () => {
      for (const { name, view } of someOf([...EVERY_VIEW, ...KEPT_VIEWS], 6)) {
        const message = present(view, language);
        const { card, text, asText } = message;
        if (asText) continue;
        const [ofTeams, ofWebChat] = [teams.card(card), webChat.card(card)];
        const hasInputs = inputs(card).length > 0;
        for (const drawn of [ofTeams, ofWebChat]) {
          assert.equal(drawn.version, card.version, name);
          const apart = [...ofType(drawn, 'Action.Execute'), ...ofType(drawn, 'Action.Submit')];
          assert.ok(hasInputs || apart.every((each) => each.associatedInputs === undefined), name);
          assert.equal(drawn.$schema, undefined, name);
        }
        // In Teams a tap replaces the card; in Web Chat the same is sent as data. The page has its own taps besides.
        assert.deepEqual(ofType(ofWebChat, 'Action.Execute'), [], name);
        assert.deepEqual(meant(ofWebChat, 'Action.Submit'), meant(card, 'Action.Execute'), name);
        assert.deepEqual(ofType(ofTeams, 'Action.Submit'), [], name);
        assert.deepEqual(texts(ofWebChat), texts(card), name);
        if (hasInputs) {
          const alone = ofType(card, 'Action.Execute').map((each) => each.associatedInputs);
          assert.deepEqual(
            ofType(ofWebChat, 'Action.Submit').map((each) => each.associatedInputs),
            alone,
            `${name}: a tap that sends no inputs goes on sending none`,
          );
        }
        // The plain text goes once to each channel: in the card where the message does not say it.
        assert.equal(ofTeams.fallbackText, text, name);
        assert.equal(ofWebChat.fallbackText, undefined, name);
        assert.equal(webChat.activity({ ...message, card: ofWebChat }, SPEAKER).text, text, name);
        const { summary } = teams.activity({ ...message, card: ofTeams }, SPEAKER);
        assert.ok(summary !== undefined && summary.length <= 302, `${name}: ${summary?.length}`);
        assert.ok(text.startsWith(summary.replace(/ …$/, '')) && summary !== ' …', name);
      }
    });
  }
});
