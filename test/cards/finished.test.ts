import assert from 'node:assert/strict';
import { jsonOf } from '../../src/cards/drawn-card.js';
import { finishedMessage } from '../../src/cards/finished.js';
import { present } from '../../src/cards/present.js';
import { teams } from '../../src/channels/teams.js';
import { webChat } from '../../src/channels/web-chat.js';
import type { DialogNote, View } from '../../src/dialog/view.js';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Origin } from '../../src/policy/conversation.js';
import { ALL_VIEWS } from './views.js';

type Place = Pick<Origin, 'key' | 'interview' | 'turn'>;

const PLACES: readonly Place[] = [
  { key: 'anna', interview: 1, turn: 3 },
  { key: 'béla"\\', interview: 2, turn: 5 },
];

function drawnAt(view: View, place: Place): View {
  const { screen } = view;
  if (screen.kind !== 'question' && screen.kind !== 'guidance') return view;
  return { ...view, screen: { ...screen, origin: { ...screen.origin, ...place } } };
}

describe('Finished cards', () => {
  it('are what would be drawn, on every channel, for everybody, in one of the languages', () => {
    let compared = 0;
    const languages = Object.values(LANGUAGES);
    for (const [index, { name, view }] of ALL_VIEWS.entries()) {
      const language = languages[index % languages.length] ?? LANGUAGES.en;
      for (const channel of [teams, webChat]) {
        for (const place of PLACES) {
          const shown = drawnAt(view, place);
          const { card, ...drawn } = present(shown, language);
          const finished = finishedMessage(shown, language, channel);
          assert.equal(JSON.stringify(finished.card), JSON.stringify(channel.card(card)), name);
          assert.equal(String(jsonOf([finished.card, name])), JSON.stringify([channel.card(card), name]));
          assert.deepEqual({ ...finished, card: undefined }, { ...drawn, card: undefined }, name);
          compared += 1;
        }
      }
    }
    assert.ok(compared > 1000, `${compared}`);
  });

  it('say what is told beside them, and nothing of what was told to somebody else', () => {
    const question = ALL_VIEWS.find(({ view }) => view.screen.kind === 'question');
    assert.ok(question);
    const notes: readonly (readonly DialogNote[])[] = [
      [],
      [{ kind: 'restarted' }],
      [{ kind: 'dropped', facts: ['goal'] }],
      [{ kind: 'dropped', facts: ['seller'] }],
      [{ kind: 'languageSet' }, { kind: 'restarted' }],
    ];
    const texts = notes.map(
      (told) => finishedMessage({ ...question.view, notes: told }, LANGUAGES.en, teams).text,
    );
    assert.equal(new Set(texts).size, notes.length);
    for (const [index, told] of notes.entries()) {
      assert.equal(texts[index], present({ ...question.view, notes: told }, LANGUAGES.en).text);
    }
  });

  it('leave JSON of anything else alone, also of what looks like a place in a card', () => {
    for (const value of [{ text: '.0.0', list: ['.0.0', 1, null] }, 'x', 5, null, { deep: { card: '✎' } }]) {
      assert.equal(String(jsonOf(value)), JSON.stringify(value));
    }
  });

  it('are JSON for others again after one that could not be written', () => {
    const [named] = ALL_VIEWS.filter(({ view }) => view.screen.kind === 'question');
    assert.ok(named);
    const message = finishedMessage(named.view, LANGUAGES.en, teams);
    const endless: Record<string, unknown> = { message };
    endless.itself = endless;
    assert.throws(() => jsonOf(endless), TypeError);
    assert.equal(JSON.parse(JSON.stringify(message)).card.type, 'AdaptiveCard');
  });
});
