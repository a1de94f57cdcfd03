import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { FACT_IDS, isOption, type Situation } from '../../src/policy/facts.js';
import { textOf } from '../turn/card-reader.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

describe('What the bot knows about somebody', () => {
  for (const tag of LANGUAGE_TAGS) {
    const language = LANGUAGES[tag];
    const session = having(fresh(tag), ELIGIBLE);

    it(`is shown in ${tag} to whoever asks in any of its words, or taps`, () => {
      const asked = language.alternatives('command.known').map((words) => say(session, words));
      for (const turn of [...asked, tap(session, { kind: 'known', origin: origin(session) })]) {
        const { answers, days } = screen(turn, 'known');
        assert.deepEqual(Object.fromEntries(answers), ELIGIBLE);
        assert.equal(days, 30);
        assert.deepEqual(turn.effects, []);
        assert.equal(turn.conversation, session.conversation);
      }
    });

    it(`is said in ${tag} in full: every answer, the language, for how long`, () => {
      const { view } = say(session, language.alternatives('command.known')[0] ?? '');
      const { card, text } = present(view, language);
      for (const said of [textOf(card), text]) {
        const answers: Situation = ELIGIBLE;
        for (const fact of FACT_IDS) {
          const option = answers[fact];
          if (!isOption(fact, option)) continue;
          assert.ok(said.includes(language.say(`fact.${fact}.name`)), fact);
          assert.ok(said.includes(language.say(optionKey(fact, option))), option);
        }
        assert.ok(
          said.includes(language.say('privacy.language', { language: language.say('language.self') })),
        );
        assert.ok(said.includes(language.say('privacy.kept', { days: 30 })));
        for (const part of ['desk', 'transcript', 'nothingElse'] as const) {
          assert.ok(said.includes(language.say(`privacy.${part}`)), part);
        }
      }
    });

    it(`is deleted in ${tag} only after a question`, () => {
      const asked = language.alternatives('command.forget').map((words) => say(session, words));
      for (const turn of [...asked, tap(session, { kind: 'forget', origin: origin(session) })]) {
        screen(turn, 'forget');
        assert.deepEqual(turn.effects, []);
        assert.deepEqual(known(turn), ELIGIBLE);
        const { card, text } = present(turn.view, language);
        for (const said of [textOf(card), text]) {
          assert.ok(said.includes(language.say('privacy.confirmText')));
          assert.ok(said.includes(language.say('privacy.confirmYes')), 'it says how to confirm by typing');
        }
      }
    });

    it(`is deleted in ${tag} by the very words of the confirmation, or by its row`, () => {
      const [asking = ''] = language.alternatives('command.forget');
      for (const turn of [
        say(say(session, asking), language.say('privacy.confirmYes')),
        tap(session, { kind: 'forgetNow', origin: origin(session) }),
      ]) {
        assert.deepEqual(turn.effects, [{ kind: 'forget' }]);
        assert.deepEqual(notes(turn), ['forgotten']);
        screen(turn, 'welcome');
      }
    });

    it(`stays in ${tag} whoever only says yes, or no`, () => {
      const { conversation } = say(session, language.alternatives('command.forget')[0] ?? '');
      for (const words of (['reply.yes', 'reply.no'] as const).flatMap((key) => language.alternatives(key))) {
        const turn = say({ ...session, conversation }, words);
        assert.ok(!turn.effects.some(({ kind }) => kind === 'forget'), words);
      }
    });
  }

  it('says that there are no answers where there are none', () => {
    const { view } = say(fresh(), 'what do you know about me');
    assert.ok(present(view, LANGUAGES.en).text.includes(LANGUAGES.en.say('privacy.noAnswers')));
  });

  it('is neither shown nor deleted by a tap on somebody else’s card', () => {
    const mine = having(fresh(), ELIGIBLE);
    const theirs = origin(fresh('en', true, 'k2'));
    for (const kind of ['known', 'forget', 'forgetNow'] as const) {
      const turn = tap(mine, { kind, origin: theirs });
      assert.deepEqual(notes(turn), ['foreign']);
      assert.deepEqual(turn.effects, []);
    }
  });

  it('counts whole days', () => {
    const { around } = fresh();
    const session = { ...fresh(), around: { ...around, retentionDays: 1 } };
    const { view } = say(session, 'my data');
    assert.ok(present(view, LANGUAGES.en).text.includes('deleted after 1 day without'));
  });
});
