import assert from 'node:assert/strict';
import type { OutgoingMessage } from '../../src/cards/message.js';
import { draw, present } from '../../src/cards/present.js';
import { teams } from '../../src/channels/teams/teams.js';
import { webChat } from '../../src/channels/webchat/web-chat.js';
import type { DialogNote } from '../../src/conversation/dialog-note.js';
import type { Origin } from '../../src/conversation/interview/state.js';
import type { View } from '../../src/conversation/view.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { jsonBytes } from '../../src/ready/json/json-bytes.js';
import { keepReady } from '../../src/ready/ready.js';
import { SEVERAL } from '../cards/case-views.js';
import { ALL_VIEWS } from '../cards/views.js';
import { someOf, tries } from '../effort.js';

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

/** As it leaves the house: in bytes, and for those who know only `JSON.stringify`. */
function sent(message: OutgoingMessage): readonly unknown[] {
  return [JSON.parse(String(jsonBytes([message]))), JSON.parse(JSON.stringify([message]))];
}

describe('What is kept ready', () => {
  const ready = keepReady();

  it('is what would be drawn, on every channel, for everybody, in one of the languages', () => {
    let compared = 0;
    const languages = Object.values(LANGUAGES);
    for (const [index, { name, view }] of someOf([...ALL_VIEWS, ...SEVERAL].entries(), 4)) {
      const language = languages[index % languages.length] ?? LANGUAGES.en;
      for (const channel of [teams, webChat]) {
        for (const place of PLACES) {
          const shown = drawnAt(view, place);
          const drawn = sent(draw(shown, language, channel));
          // As it is drawn for the first, and as the next one finds it.
          for (const time of ['first', 'again']) {
            assert.deepEqual(sent(ready(shown, language, channel)), drawn, `${name} ${channel.name} ${time}`);
          }
          compared += 1;
        }
      }
    }
    assert.ok(compared > tries({ all: 1000, quick: 250 }), `${compared}`);
  });

  it('has nothing of the other subscriptions of somebody’s customer', () => {
    for (const { name, view } of SEVERAL) {
      const { among: _, ...alone } = view.screen;
      const waiting = { ...alone, next: 'usage' } as const;
      for (const screen of [view.screen, alone, waiting, alone, view.screen]) {
        const shown: View = { ...view, screen };
        assert.equal(ready(shown, LANGUAGES.hu, webChat).text, draw(shown, LANGUAGES.hu, webChat).text, name);
      }
    }
  });

  it('says what is told beside it, and nothing of what was told to somebody else', () => {
    const question = ALL_VIEWS.find(({ view }) => view.screen.kind === 'question');
    assert.ok(question);
    const notes: readonly (readonly DialogNote[])[] = [
      [],
      [{ kind: 'restarted' }],
      [{ kind: 'dropped', facts: ['goal'] }],
      [{ kind: 'dropped', facts: ['seller'] }],
      [{ kind: 'languageSet' }, { kind: 'restarted' }],
    ];
    const texts = notes.map((told) => ready({ ...question.view, notes: told }, LANGUAGES.en, teams).text);
    assert.equal(new Set(texts).size, notes.length);
    for (const [index, told] of notes.entries()) {
      assert.equal(texts[index], present({ ...question.view, notes: told }, LANGUAGES.en).text);
    }
  });

  it('is asked of the build once for each language that somebody speaks', () => {
    const asked: string[] = [];
    const own = keepReady((tag) => {
      asked.push(tag);
      return [];
    });
    const welcome: View = { screen: { kind: 'welcome' }, notes: [], origin: undefined };
    for (const language of [LANGUAGES.hu, LANGUAGES.en, LANGUAGES.hu]) own(welcome, language, webChat);
    assert.deepEqual(asked, ['hu', 'en']);
  });
});
