import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { teams } from '../../src/channels/teams/teams.js';
import { webChat } from '../../src/channels/webchat/web-chat.js';
import { begin } from '../../src/conversation/interview/state.js';
import { view } from '../../src/conversation/interview/viewed.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { ofType } from '../cards/walk.js';
import { ELIGIBLE } from '../conversation/talk.js';

describe('A long list', () => {
  const answers = Object.entries(ELIGIBLE) as unknown as ReturnType<typeof begin>['answers'];
  const conversation = { ...begin('k', [], 'AT'), answers, asking: 'region' } as const;
  const screen = view(conversation);
  const { card } = present({ screen, notes: [], origin: screen.origin }, LANGUAGES.hu);

  it('is filtered while one types in Teams, and in Web Chat known to screen readers by its label', () => {
    const lists = (drawn: object) =>
      ofType(drawn, 'Input.ChoiceSet').map(({ style, value }) => [style, value]);
    assert.deepEqual(lists(teams.card(card)), [
      ['filtered', ''],
      ['filtered', 'AT'],
    ]);
    assert.deepEqual(lists(webChat.card(card)), [
      ['compact', ''],
      ['compact', 'AT'],
    ]);
  });
});
