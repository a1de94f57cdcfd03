import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { plainData } from '../../src/conversation/action.js';
import { answerOf } from '../../src/conversation/interview/state.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import type { Situation } from '../../src/policy/facts.js';
import { inputs } from '../cards/sound.js';
import { taps } from '../cards/walk.js';
import { ELIGIBLE, fresh, having, known, notes, OPEN, origin, say, screen, tap } from './talk.js';

function called(situation: Situation = {}): Turn {
  return say(having(fresh(), situation), 'call');
}

/** Sends the form of the call card as a client does: its data, and every field, changed or not; '' is no answer. */
function update(session: Session, changed: Readonly<Record<string, string>>, drawn = called()): Turn {
  const { card } = present(drawn.view, LANGUAGES.en);
  const fields = inputs(card).map(({ id, value, choices }) => {
    const wanted = changed[String(id)] ?? String(value);
    return [
      String(id),
      // A field to write in is empty as it is.
      wanted === '' ? ((choices as readonly { value: string }[] | undefined)?.[0]?.value ?? '') : wanted,
    ] as const;
  });
  const data = taps(card).find(({ action }) => action === 'fill') ?? assert.fail();
  return tap(session, parseAction({ ...data, ...Object.fromEntries(fields) }));
}

describe('Call mode', () => {
  for (const tag of LANGUAGE_TAGS) {
    it(`is begun and left by each word for it, and by tap (${tag})`, () => {
      const done = having(fresh(tag), ELIGIBLE);
      for (const word of LANGUAGES[tag].alternatives('command.call')) {
        assert.equal(say(done, word).view.screen.kind, 'call', word);
      }
      const call = tap(done, { kind: 'call' });
      assert.equal(call.view.screen.kind, 'call');
      for (const word of LANGUAGES[tag].alternatives('command.chat')) {
        const left = say(call, word);
        assert.equal(left.view.screen.kind, 'guidance', word);
        assert.deepEqual(left.desk, {}, word);
      }
      assert.equal(tap(call, { kind: 'chat' }).view.screen.kind, 'guidance');
    });
  }

  it('keeps every answer, and comes back with them', () => {
    const call = called(ELIGIBLE);
    assert.deepEqual(known(call), ELIGIBLE);
    assert.deepEqual(known(say(call, 'chat')), ELIGIBLE);
  });

  it('has everything on one card: question, guidance so far, form, the customer’s language', () => {
    const { now, guidance, form, customer } = screen(called(), 'call');
    assert.ok(now.kind === 'question');
    assert.equal(guidance.eligibility, 'depends');
    assert.ok(form.some(({ fact }) => fact === now.fact));
    assert.equal(customer, 'en');
  });

  it('comes back to the call card from every screen in it, in one tap', () => {
    const call = called(OPEN);
    const lines = ['help', 'language', 'edition', 'why', 'ticket', 'person', 'message'];
    const screens = lines.map((line) => say(call, line));
    const wrong = tap(call, { kind: 'wrong', origin: origin(call) });
    for (const turn of [...screens, wrong, tap(call, { kind: 'askCustomer', language: 'ru' })]) {
      assert.equal(turn.desk.call, true);
      const { kind } = turn.view.screen;
      if (kind === 'call') continue;
      const back = taps(present(turn.view, LANGUAGES.en).card).find(({ action }) => action === 'show');
      assert.ok(back !== undefined, `${kind} has a way back`);
      assert.equal(tap(turn, parseAction(back)).view.screen.kind, 'call', kind);
    }
  });

  it('stays through answers, own words, languages, editions, receipts, and starting over', () => {
    const call = called();
    const lines = [
      '1',
      'Microsoft 365 through EA',
      'yes',
      'magyarul',
      'vissza',
      'újrakezdés',
      'blah',
      'MC-X',
    ];
    let turn = call;
    for (const line of lines) {
      turn = say(turn, line);
      assert.equal(turn.view.screen.kind, 'call', line);
    }
    const pinned = tap(turn, { kind: 'setEdition', edition: '2019-03', origin: origin(turn) });
    assert.equal(pinned.view.screen.kind, 'call');
  });

  it('takes the numbers of the question, and the one after them is “I don’t know”', () => {
    const call = called();
    const { now } = screen(call, 'call');
    assert.ok(now.kind === 'question');
    now.options.forEach((option, index) => {
      assert.equal(answerOf(say(call, `${index + 1}`).conversation, now.fact), option);
    });
    assert.equal(answerOf(say(call, `${now.options.length + 1}`).conversation, now.fact), 'unknown');
  });

  it('gets from one typed line and one confirmation to guidance', () => {
    const done = say(say(called(), 'public m365 ea indirect reseller support'), 'yes');
    const { now } = screen(done, 'call');
    assert.equal(now.kind, 'guidance');
  });
});

describe('The form on the call card', () => {
  it('is read back as it was drawn: sent unchanged it changes nothing', () => {
    const call = called(OPEN);
    const same = update(call, {}, call);
    assert.deepEqual(same.conversation, call.conversation);
    assert.deepEqual(same.desk, call.desk);
  });

  it('sets, changes and empties, any number of fields at once', () => {
    const call = called(ELIGIBLE);
    const turn = update(call, { service: 'usage', region: 'different', seller: '' }, call);
    assert.equal(known(turn).service, 'usage');
    assert.equal(known(turn).region, 'different');
    assert.equal(known(turn).seller, undefined);
    assert.equal(known(turn).cloud, 'public');
  });

  it('drawn twice: different fields both count, of the same field the first', () => {
    const call = called();
    const one = update(call, { cloud: 'public' }, call);
    const both = update(one, { goal: 'support' }, call);
    assert.deepEqual(known(both), { cloud: 'public', goal: 'support' });
    const late = update(both, { cloud: 'china' }, call);
    assert.deepEqual(known(late), { cloud: 'public', goal: 'support' });
    assert.deepEqual(notes(late), ['stale']);
  });

  it('changes the customer’s language only where it was changed', () => {
    const call = called();
    assert.equal(update(call, { customer: 'ru' }, call).desk.customer, 'ru');
    const typed = say(call, 'customer: hu');
    assert.equal(update(typed, { cloud: 'public' }, call).desk.customer, 'hu', 'an old form leaves it');
    assert.equal(update(call, { customer: 'klingon' }, call).desk.customer, undefined);
  });

  it('of somebody else changes nothing', () => {
    const call = called();
    const other = say(fresh('en', true, 'k2'), 'call');
    const turn = update(other, { cloud: 'public', customer: 'hu' }, call);
    assert.deepEqual(notes(turn), ['foreign']);
    assert.deepEqual(turn.desk, other.desk);
    assert.deepEqual(known(turn), {});
  });
});

describe('The customer’s language', () => {
  for (const mine of LANGUAGE_TAGS) {
    it(`is chosen at any time by “customer: …” in ${mine}, and leaves one’s own as it is`, () => {
      const sessions = [fresh(mine), having(fresh(mine), ELIGIBLE), say(fresh(mine), 'call')];
      for (const who of LANGUAGES[mine].alternatives('customer.names')) {
        for (const theirs of LANGUAGE_TAGS) {
          const words = LANGUAGES[theirs];
          const names = [theirs, theirs.toUpperCase(), words.say('language.self')];
          for (const line of [
            ...names.map((name) => `${who}: ${name}`),
            `${who}:${theirs}`,
            `${who}：${theirs}`,
          ]) {
            for (const session of sessions) {
              const turn = say(session, line);
              assert.equal(screen(turn, 'call').customer, theirs, line);
              assert.equal(turn.language, mine);
              assert.equal(turn.languageChosen, false);
              assert.deepEqual(turn.conversation, session.conversation);
            }
          }
        }
      }
    });
  }

  it('is known by every name that a language has in any language, in any case', () => {
    for (const theirs of LANGUAGE_TAGS) {
      for (const name of LANGUAGES[theirs].alternatives('language.aliases')) {
        for (const mine of LANGUAGE_TAGS) {
          const [who = ''] = LANGUAGES[mine].alternatives('customer.names');
          for (const line of [`${who}: ${name}`, `${who.toUpperCase()} : ${name.toUpperCase()}.`])
            assert.equal(screen(say(fresh(mine), line), 'call').customer, theirs, line);
        }
      }
    }
  });

  it('is not taken from what is no language', () => {
    for (const line of [
      'customer: xx',
      'customer:',
      'customer: ',
      ': hu',
      'vendor: hu',
      'customer: __proto__',
    ]) {
      assert.equal(say(called(), line).desk.customer, undefined, line);
    }
  });

  it('is one’s own until it is chosen, and stays for the next customer', () => {
    assert.equal(screen(say(fresh('ru'), 'call'), 'call').customer, 'ru');
    const next = say(say(called(), 'customer: hu'), 'start over');
    assert.equal(screen(next, 'call').customer, 'hu');
  });

  it('is that of the message to the customer', () => {
    const turn = say(say(called(OPEN), 'customer: hu'), 'message');
    assert.equal(screen(turn, 'customerMessage').customer, 'hu');
  });
});

describe('A step', () => {
  const call = called(ELIGIBLE);
  const [step, other] = screen(call, 'call').guidance.steps.map(({ id }) => id);
  const tick = (session: Session, id: string | undefined = step, done = true, from = origin(call)) =>
    tap(session, { kind: 'tick', step: id ?? assert.fail(), done, origin: from });

  it('is ticked and unticked, and twice is the same as once', () => {
    const once = tick(call);
    assert.deepEqual(screen(once, 'call').done, [step]);
    assert.deepEqual(screen(tick(once), 'call').done, [step]);
    assert.deepEqual(screen(tick(tick(once), step, false), 'call').done, []);
    assert.deepEqual(screen(tick(tick(once, step, false), step, false), 'call').done, []);
    assert.deepEqual(screen(tick(once, other), 'call').done, [step, other]);
  });

  it('goes into the note for the ticket', () => {
    assert.deepEqual(screen(say(tick(call), 'ticket'), 'ticket').done, [step]);
  });

  it('is not done for the next customer, whoever taps on the old card', () => {
    const next = say(tick(call), 'start over');
    assert.equal(next.desk.done, undefined);
    const late = tick(having(next, ELIGIBLE));
    assert.equal(late.desk.done, undefined);
    assert.deepEqual(notes(late), ['stale']);
  });

  it('that is none of the guidance is not taken', () => {
    assert.equal(tick(call, 'noSuchStep').desk.done, undefined);
    assert.equal(tick(call, '__proto__').desk.done, undefined);
  });

  it('stays done through an answer that changes nothing about it', () => {
    const turn = update(tick(call), { relationship: 'no' }, call);
    assert.deepEqual(turn.desk.done, [step]);
  });
});

describe('The buttons of the call card', () => {
  it('are on it in every state, and do what they say', () => {
    for (const situation of [{}, OPEN, ELIGIBLE]) {
      const { card } = present(called(situation).view, LANGUAGES.en);
      const offered = new Set(taps(card).map(({ action }) => action));
      for (const action of ['ticket', 'person', 'restart', 'chat', 'fill'])
        assert.ok(offered.has(action), action);
    }
    assert.deepEqual(plainData('call'), { action: 'call' });
  });
});
