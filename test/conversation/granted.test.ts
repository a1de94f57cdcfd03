import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import type { Session } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { ofType } from '../cards/walk.js';
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

/** Somebody who is asked about the region, and named their own country for an earlier customer. */
function asked(session: Session): Session {
  return tap(having(session, ELIGIBLE), {
    kind: 'change',
    fact: 'region',
    origin: origin(having(session, ELIGIBLE)),
  });
}

describe('The country of the asker', () => {
  const named = say(asked(fresh()), 'the customer is in Germany, we are in Austria');

  it('is known for the next customer, and stands in the list of their own tenant', () => {
    assert.equal(named.home, 'AT');
    const again = next(named);
    assert.deepEqual(again.conversation.places, { partner: 'AT', lastTime: true });
    for (const tag of LANGUAGE_TAGS) {
      const language = LANGUAGES[tag];
      const question = tap(
        { ...again, language: tag },
        { kind: 'change', fact: 'region', origin: origin(again) },
      );
      const { card } = present(question.view, language);
      const [customer, partner] = ofType(card, 'Input.ChoiceSet');
      assert.deepEqual([customer?.value, partner?.value], ['', 'AT']);
      assert.equal(partner?.label, language.say('ui.asLastTime', { answer: language.say('places.partner') }));
      assert.equal(customer?.label, language.say('places.customer'));
    }
  });

  it('answers the region together with the customer’s, which is all that need be said', () => {
    const turn = say(asked(next(named)), 'Serbia');
    assert.deepEqual(turn.conversation.places, { customer: 'RS', partner: 'AT' });
    assert.equal(known(turn).region, 'different');
  });

  it('is what was said last, chosen or typed, and stays through other answers', () => {
    const moved = say(asked(next(named)), 'we are in Poland');
    assert.equal(moved.home, 'PL');
    assert.deepEqual(moved.conversation.places, { partner: 'PL' });
    const option = say(asked(next(named)), '1');
    assert.equal(option.home, 'AT');
    assert.deepEqual(next(option).conversation.places, { partner: 'AT', lastTime: true });
  });

  it('is not taken from what nobody confirmed, nor from countries that may be anybody’s', () => {
    const read = say(fresh(), 'szlovák az ügyfél, mi magyarok vagyunk');
    assert.equal(read.home, undefined);
    assert.equal(say(read, 'no').home, undefined);
    assert.equal(say(read, 'yes').home, 'HU');
    assert.equal(say(asked(fresh()), 'Germany and Austria').home, undefined);
  });

  it('is not asked for again by what is no country', () => {
    const lost = say(asked(next(named)), 'hmm well yes but');
    assert.ok(!lost.view.notes.some(({ kind }) => kind === 'countryUnknown'));
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`is told with all that is kept, once (${tag})`, () => {
      const language = LANGUAGES[tag];
      const again = { ...next(named), language: tag };
      const { text } = present(say(again, language.alternatives('command.known')[0] ?? '').view, language);
      const line = language.say('ui.answerLine', {
        fact: language.say('places.partner'),
        answer: new Intl.DisplayNames(tag, { type: 'region' }).of('AT') ?? '',
      });
      assert.equal(text.split(line).length, 2, text);
      assert.ok(text.includes(language.say('privacy.asker')));
    });
  }
});
