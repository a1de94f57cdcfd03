import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import type { Session } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { ELIGIBLE, fresh, having, known, origin, say, screen, tap } from './talk.js';

/** Somebody in Teams of the public cloud who has asked before. */
function returning(): Session {
  const first = fresh();
  const around = { ...first.around, cloud: 'public' } as const;
  return having({ ...first, around, asker: [['partner', ELIGIBLE.partner]] }, ELIGIBLE);
}

function next(session: Session): Session {
  return tap(session, { kind: 'restart', origin: origin(session) });
}

describe('What need not be asked', () => {
  it('of the next customer: who asks, and the cloud that Teams says', () => {
    const again = next(returning());
    assert.deepEqual(known(again), { cloud: 'public', partner: ELIGIBLE.partner });
    assert.deepEqual(again.conversation.granted, ['cloud', 'partner']);
    const now = screen(tap(again, { kind: 'show', origin: origin(again) }), 'question');
    assert.ok(now.fact !== 'cloud' && now.fact !== 'partner');
    assert.equal(now.number, 1);
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`is said to be assumed, and as last time, before anything is answered (${tag})`, () => {
      const language = LANGUAGES[tag];
      const again = next({ ...returning(), language: tag });
      const turn = tap(again, { kind: 'show', origin: origin(again) });
      const { text, card } = present(turn.view, language);
      const partner = language.say(`option.partner.${ELIGIBLE.partner}`);
      const cloud = language.say('option.cloud.public');
      for (const said of [text, JSON.stringify(card)]) {
        assert.ok(said.includes(language.say('ui.asLastTime', { answer: partner })), said);
        assert.ok(said.includes(language.say('ui.assumed', { answer: cloud })), said);
      }
    });
  }

  it('is changed by one tap like any answer, and then it was given', () => {
    const again = next(returning());
    const asked = tap(again, { kind: 'change', fact: 'partner', origin: origin(again) });
    const changed = tap(asked, {
      kind: 'answer',
      fact: 'partner',
      value: 'directBill',
      origin: origin(asked),
    });
    assert.deepEqual(changed.conversation.granted, ['cloud']);
    assert.equal(known(next(changed)).partner, 'directBill');
  });

  it('is changed in own words as well, once they are confirmed', () => {
    const read = say(next(returning()), 'we are a direct bill partner');
    assert.deepEqual(read.conversation.granted, ['cloud', 'partner']);
    const changed = say(read, 'yes');
    assert.deepEqual(changed.conversation.granted, ['cloud']);
    assert.equal(known(next(changed)).partner, 'directBill');
  });

  it('is what was said last: an answer that nobody knows is none, and the others stay', () => {
    const asker = [
      ['partner', ELIGIBLE.partner],
      ['designation', 'held'],
    ] as const;
    const again = next({ ...returning(), asker });
    const answered = (value: 'directBill' | 'unknown'): Session => {
      const asked = tap(again, { kind: 'change', fact: 'partner', origin: origin(again) });
      return tap(asked, { kind: 'answer', fact: 'partner', value, origin: origin(asked) });
    };
    assert.deepEqual(answered('unknown').asker, asker);
    assert.deepEqual(answered('directBill').asker, [
      ['partner', 'directBill'],
      ['designation', 'held'],
    ]);
  });

  it('is not taken back by “back”: nobody gave it', () => {
    const again = next(returning());
    const turn = tap(again, { kind: 'back', origin: origin(again) });
    assert.deepEqual(known(turn), known(again));
    assert.deepEqual(
      turn.view.notes.map(({ kind }) => kind),
      ['nothingToUndo'],
    );
  });

  it('gives way to an edition that is about another cloud', () => {
    for (const edition of EDITION_IDS) {
      const again = next(returning());
      const turned = tap(again, { kind: 'setEdition', edition, origin: origin(again) });
      assert.equal('cloud' in known(turned), edition !== '2018-10-21vianet', edition);
    }
  });

  it('is not what a receipt was opened with', () => {
    const opened = having(next(returning()), ELIGIBLE);
    assert.equal(opened.conversation.granted, undefined);
  });

  it('is not what a receipt says: whoever sends one around does not say who its readers are', () => {
    const opened = having(returning(), { ...ELIGIBLE, partner: 'directBill', designation: 'held' });
    assert.deepEqual(known(next(opened)), { cloud: 'public', partner: ELIGIBLE.partner });
    const corrected = tap(opened, { kind: 'change', fact: 'goal', origin: origin(opened) });
    const answer = { kind: 'answer', fact: 'goal', value: 'takeOver', origin: origin(corrected) } as const;
    assert.deepEqual(known(next(tap(corrected, answer))), { cloud: 'public', partner: ELIGIBLE.partner });
  });

  it('is told with all that is kept', () => {
    const again = next(returning());
    const { asker } = screen(tap(again, { kind: 'known', origin: origin(again) }), 'known');
    assert.deepEqual(asker, [['partner', ELIGIBLE.partner]]);
  });
});
