import assert from 'node:assert/strict';
import { converse, type Input } from '../../src/conversation/dialog.js';
import { begin, type Conversation } from '../../src/conversation/interview/state.js';
import { view } from '../../src/conversation/interview/viewed.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { COMMANDS, type Command } from '../../src/language/typed.js';
import { type Answer, FACT_IDS, FACTS, type FactId, optionsOf } from '../../src/policy/facts.js';
import { Dice } from '../proof/worlds.js';
import { known, notes, origin, fresh as start, tap, say as text } from './talk.js';

const { around } = start();
const fresh: Session = start();

/** Types the label of an option at each question until there is guidance. */
function typeThrough(session: Session, truth: Readonly<Partial<Record<FactId, Answer>>>): Turn {
  let turn = text(session, LANGUAGES[session.language].say('ui.start'));
  for (let times = 0; turn.view.screen.kind === 'question'; times += 1) {
    assert.ok(times < 12);
    const { fact } = turn.view.screen;
    const value = truth[fact] ?? 'unknown';
    const words = LANGUAGES[turn.language];
    turn = text(turn, value === 'unknown' ? words.say('ui.unknown') : words.say(optionKey(fact, value)));
  }
  return turn;
}

const EA = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const;

describe('The dialog', () => {
  it('welcomes whoever arrives, and keeps everything as it is', () => {
    const turn = converse(fresh, { kind: 'arrive' });
    assert.deepEqual(turn.view, { screen: { kind: 'welcome' }, notes: [], origin: undefined });
    assert.equal(turn.conversation, fresh.conversation);
    assert.equal(turn.languageChosen, false);
  });

  for (const language of LANGUAGE_TAGS) {
    it(`gets to guidance by typing in ${language}`, () => {
      const turn = typeThrough({ ...fresh, language }, EA);
      assert.ok(turn.view.screen.kind === 'guidance');
      assert.equal(turn.view.screen.guidance.eligibility, 'eligible');
      assert.deepEqual(known(turn), EA);
      assert.equal(turn.language, language);
    });
  }

  it('gets to guidance by tapping, and by typing numbers', () => {
    let tapped: Session & Partial<Turn> = fresh;
    let numbered: Session & Partial<Turn> = fresh;
    for (let now = view(tapped.conversation); now.kind === 'question'; now = view(tapped.conversation)) {
      const { fact } = now;
      const wanted = (EA as Partial<Record<FactId, Answer>>)[fact] ?? 'unknown';
      const index = (now.options as readonly unknown[]).indexOf(wanted);
      tapped = tap(tapped, { kind: 'answer', fact, value: wanted, origin: now.origin });
      numbered = text(numbered, `${index + 1}`);
    }
    assert.deepEqual(numbered.conversation, tapped.conversation);
    assert.equal(numbered.view?.screen.kind, 'guidance');
  });

  it('understands each command in each language at any time', () => {
    const done = typeThrough(fresh, EA);
    const screens: Readonly<Record<Command, readonly string[]>> = {
      help: ['help'],
      start: ['question', 'guidance'],
      restart: ['question'],
      back: ['question'],
      next: ['question'],
      another: ['question'],
      showAll: ['question', 'guidance'],
      language: ['languages'],
      edition: ['editions'],
      change: ['question', 'guidance'],
      why: ['question', 'why'],
      askCustomer: ['question', 'guidance', 'customerMessage'],
      call: ['call'],
      chat: ['question', 'guidance'],
      ticket: ['ticket'],
      wholeTicket: ['ticket'],
      share: ['share'],
      print: ['share'],
      person: ['handOver'],
      helped: ['question', 'remark'],
      wrong: ['question', 'reason'],
      known: ['known'],
      // Nobody here can keep any.
      cases: ['question', 'guidance'],
      keep: ['question', 'guidance'],
      forget: ['forget'],
      // Only below the card that asks whether it shall be so.
      forgetNow: ['forget'],
    };
    assert.deepEqual(new Set(Object.keys(screens)), new Set(COMMANDS));
    for (const language of LANGUAGE_TAGS) {
      for (const command of COMMANDS) {
        const wanted = screens[command];
        for (const word of LANGUAGES[language].alternatives(`command.${command}`)) {
          for (const session of [fresh, done]) {
            const { screen } = text({ ...session, language }, word).view;
            assert.ok(wanted.includes(screen.kind), `${word}: ${screen.kind}`);
          }
        }
      }
    }
  });

  it('help, language, edition and why change nothing', () => {
    const done = typeThrough(fresh, EA);
    for (const kind of ['help', 'language', 'edition', 'why', 'show'] as const) {
      const turn = tap(done, { kind });
      assert.equal(turn.conversation, done.conversation, kind);
      assert.deepEqual(notes(turn), []);
    }
    assert.equal(tap(done, { kind: 'show' }).view.screen.kind, 'guidance');
  });

  it('explains guidance, and only guidance', () => {
    assert.equal(tap(fresh, { kind: 'why' }).view.screen.kind, 'question');
    const { screen } = tap(typeThrough(fresh, EA), { kind: 'why' }).view;
    assert.ok(screen.kind === 'why');
    assert.equal(screen.guidance.eligibility, 'eligible');
    assert.ok(screen.explanation.because.length > 0);
  });

  it('drafts a message to the customer in the language asked for, for what the customer knows', () => {
    const open = typeThrough(fresh, { ...EA, seller: 'unknown' });
    assert.ok(open.view.screen.kind === 'guidance');
    const turnsOn = open.view.screen.guidance.dependsOn.map(({ fact }) => fact);
    const facts = turnsOn.filter((fact) => FACTS[fact].knownBy === 'customer');
    assert.ok(facts.includes('seller'));
    const { screen } = tap(open, { kind: 'askCustomer', language: 'hu' }).view;
    const { guidance } = open.view.screen;
    assert.deepEqual(screen, { kind: 'customerMessage', guidance, facts, customer: 'hu' });
    const own = tap({ ...open, language: 'ru' }, { kind: 'askCustomer', language: 'klingon' }).view.screen;
    assert.ok(own.kind === 'customerMessage');
    assert.equal(own.customer, 'ru');
  });

  it('drafts one for a verdict that is settled as well, but none before there is any', () => {
    const { screen } = tap(typeThrough(fresh, EA), { kind: 'askCustomer', language: 'hu' }).view;
    assert.ok(screen.kind === 'customerMessage');
    assert.equal(screen.guidance.eligibility, 'eligible');
    assert.deepEqual(screen.facts, []);
    assert.equal(tap(fresh, { kind: 'askCustomer', language: 'hu' }).view.screen.kind, 'question');
  });

  it('starts over when asked to, by word and by tap', () => {
    const done = typeThrough(fresh, EA);
    for (const turn of [text(done, 'start over'), tap(done, { kind: 'restart', origin: origin(done) })]) {
      // Who asks stays the same.
      assert.deepEqual(turn.conversation.answers, [['partner', 'directBill']]);
      assert.deepEqual(turn.conversation.granted, ['partner']);
      assert.deepEqual(notes(turn), ['restarted']);
    }
  });

  it('goes back and changes, by word and by tap', () => {
    const done = typeThrough(fresh, EA);
    const back = text(done, 'back');
    assert.deepEqual(back, tap(done, { kind: 'back', origin: origin(done) }));
    assert.equal(Object.keys(known(back)).length, 4);
    const words = `change ${LANGUAGES.en.say('fact.seller.name')}`;
    const change = text(done, words);
    assert.deepEqual(change, tap(done, { kind: 'change', fact: 'seller', origin: origin(done) }));
    assert.ok(change.view.screen.kind === 'question' && change.view.screen.fact === 'seller');
    assert.deepEqual(known(change), EA);
  });

  it('takes another edition by tap', () => {
    const done = typeThrough(fresh, EA);
    const turn = tap(done, { kind: 'setEdition', edition: '2019-03', origin: origin(done) });
    assert.deepEqual(notes(turn), ['editionSet']);
    assert.ok(turn.view.screen.kind === 'guidance' && turn.view.screen.guidance.edition === '2019-03');
  });

  it('says that a tap is late, foreign, or unreadable, and changes nothing', () => {
    const done = typeThrough(fresh, EA);
    const late = tap(done, { kind: 'answer', fact: 'cloud', value: 'china', origin: origin(fresh) });
    const foreign = tap(done, { kind: 'back', origin: { ...origin(done), key: 'k2' } });
    const unreadable = tap(done, undefined);
    assert.deepEqual([late, foreign, unreadable].map(notes), [['stale'], ['foreign'], ['badAction']]);
    for (const turn of [late, foreign, unreadable]) {
      assert.equal(turn.conversation, done.conversation);
      assert.equal(turn.view.screen.kind, 'guidance');
    }
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`goes on in ${tag} when asked to, by name and by tap, and says it was chosen`, () => {
      const half = tap(fresh, { kind: 'answer', fact: 'cloud', value: 'public', origin: origin(fresh) });
      for (const turn of [
        text(half, LANGUAGES[tag].say('language.self')),
        tap(half, { kind: 'setLanguage', language: tag }),
      ]) {
        assert.equal(turn.language, tag);
        assert.equal(turn.languageChosen, true);
        assert.deepEqual(notes(turn), ['languageSet']);
        assert.equal(turn.conversation, half.conversation);
        assert.equal(turn.view.screen.kind, 'question');
      }
    });
  }

  it('does not go on in a language that there is not', () => {
    for (const language of ['xx', '__proto__', 'EN', '']) {
      const turn = tap(fresh, { kind: 'setLanguage', language });
      assert.equal(turn.language, 'en');
      assert.equal(turn.languageChosen, false);
      assert.deepEqual(notes(turn), ['badAction']);
    }
  });

  const DISTURBANCES: readonly (readonly [string, Input, readonly string[]])[] = [
    ['an empty message', { kind: 'text', text: '  \n' }, []],
    ['nonsense', { kind: 'text', text: 'lorem ipsum' }, ['notUnderstood']],
    ['an expression', { kind: 'text', text: '\u0024{1+1}' }, ['notUnderstood']],
    ['Markdown', { kind: 'text', text: '[a](https://example.com) **b**' }, ['notUnderstood']],
    ['an emoji', { kind: 'text', text: '🙂' }, ['notUnderstood']],
    ['100,000 characters', { kind: 'text', text: 'a'.repeat(100_000) }, ['tooLong']],
    ['an attachment', { kind: 'attachment' }, ['noAttachments']],
    ['data of nobody’s card', { kind: 'tap', action: undefined }, ['badAction']],
  ];
  for (const [what, input, wanted] of DISTURBANCES) {
    it(`answers ${what} with where one is, and loses nothing`, () => {
      const done = typeThrough(fresh, EA);
      const half = text(fresh, 'start');
      for (const session of [half, done]) {
        const turn = converse(session, input);
        assert.deepEqual(notes(turn), wanted);
        assert.equal(turn.conversation, session.conversation);
        assert.equal(turn.view.screen.kind, session.view.screen.kind);
        assert.equal(turn.language, 'en');
      }
    });
  }

  it('thanks for a reaction in a line, and for thanks, and loses nothing', () => {
    const half = text(fresh, 'start');
    const turns = [
      [converse(half, { kind: 'reaction' }), 'reaction'],
      [text(half, 'thank you'), 'youAreWelcome'],
    ] as const;
    for (const [turn, note] of turns) {
      assert.deepEqual(notes(turn), [note]);
      assert.equal(turn.view.screen.kind, 'remark');
      assert.equal(turn.conversation, half.conversation);
    }
  });

  it('says, asked why in the middle, why it asks that', () => {
    const half = text(fresh, 'start');
    assert.equal(half.view.screen.kind, 'question');
    for (const turn of [text(half, 'why'), tap(half, { kind: 'why' })]) {
      assert.deepEqual(notes(turn), ['whyFact']);
      assert.equal(turn.view.screen.kind, 'question');
    }
  });

  it('keeps two people in two languages apart', () => {
    let one: Session = { conversation: begin('one'), language: 'zh-CN', desk: {}, around };
    let other: Session = { conversation: begin('other'), language: 'hu', desk: {}, around };
    for (let times = 0; times < 4; times += 1) {
      one = text(one, '1');
      other = text(other, '2');
      assert.equal(one.language, 'zh-CN');
      assert.equal(other.language, 'hu');
    }
    assert.notDeepEqual(known(one), known(other));
  });

  it('never throws, whatever comes in whatever order, and always shows something', () => {
    const dice = new Dice(42);
    const words = LANGUAGE_TAGS.flatMap((tag) =>
      COMMANDS.flatMap((each) => LANGUAGES[tag].alternatives(`command.${each}`)),
    );
    for (let walk = 0; walk < 60; walk += 1) {
      let session: Session = {
        conversation: begin(`walk${walk}`),
        language: dice.pick<LanguageTag>(LANGUAGE_TAGS),
        desk: {},
        around,
      };
      let earlier: Conversation = session.conversation;
      for (let times = 0; times < 30; times += 1) {
        const from = view(dice.roll(3) === 0 ? earlier : session.conversation).origin;
        const fact = dice.pick<FactId>(FACT_IDS);
        const inputs: readonly Input[] = [
          { kind: 'text', text: dice.pick(words) },
          { kind: 'text', text: `${dice.roll(12)}` },
          { kind: 'text', text: LANGUAGES[session.language].say(`fact.${fact}.name`) },
          {
            kind: 'tap',
            action: {
              kind: 'answer',
              fact,
              value: dice.pick<Answer>([...optionsOf(fact), 'unknown']),
              origin: from,
            },
          },
          { kind: 'tap', action: { kind: 'change', fact, origin: from } },
          { kind: 'tap', action: { kind: 'back', origin: from } },
          { kind: 'tap', action: { kind: 'why' } },
          { kind: 'tap', action: { kind: 'askCustomer', language: undefined } },
          {
            kind: 'tap',
            action: {
              kind: 'setEdition',
              edition: dice.pick([undefined, '2019-03', '2018-10-21vianet'] as const),
              origin: from,
            },
          },
          { kind: 'tap', action: { kind: 'setLanguage', language: dice.pick<LanguageTag>(LANGUAGE_TAGS) } },
        ];
        const turn: Turn = converse(session, dice.pick(inputs));
        assert.ok(turn.view.screen.kind.length > 0);
        assert.ok(JSON.stringify(turn.conversation).length < 1024);
        if (dice.roll(4) === 0) earlier = session.conversation;
        session = turn;
      }
    }
  });
});
