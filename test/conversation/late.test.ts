import assert from 'node:assert/strict';
import { converse } from '../../src/conversation/dialog.js';
import type { Seen } from '../../src/conversation/seen.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

const REGION_MATTERS = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'microsoft',
  goal: 'support',
} as const;
const UNDER_WAY = { cloud: 'public', partner: 'directBill', service: 'license' } as const;

function person(language: LanguageTag): Session {
  const session = fresh(language);
  return {
    ...session,
    around: { ...session.around, newCase: 'c1', address: 'https://a.example' },
  };
}

function seenIn({ view: { screen, origin: drawn } }: Turn): Seen {
  return { kind: screen.kind, origin: drawn };
}

function type(session: Session, text: string, seen: Seen): Turn {
  return converse(session, { kind: 'text', text, seen });
}

/** Every kind of screen with a card, below which somebody types. */
const SCREENS: Readonly<Record<string, (language: LanguageTag) => Turn>> = {
  question: (tag) => tap(having(person(tag), UNDER_WAY), { kind: 'show' }),
  understood: (tag) => say(having(person(tag), UNDER_WAY), 'Azure plan, Enterprise Agreement'),
  guidance: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'show' }),
  call: (tag) => tap(having(person(tag), UNDER_WAY), { kind: 'call' }),
  forget: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'forget' }),
  cases: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'case', deed: { what: 'list' } }),
  help: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'help' }),
  ticket: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'ticket' }),
  share: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'share' }),
  known: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'known' }),
  why: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'why' }),
  languages: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'language' }),
  editions: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'edition' }),
  handOver: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'person' }),
  customerMessage: (tag) => tap(having(person(tag), ELIGIBLE), { kind: 'askCustomer', language: undefined }),
};

function again(turn: Session): Turn {
  return tap(turn, { kind: 'change', fact: 'seller', origin: origin(turn) });
}

function restarted(turn: Session): Turn {
  return tap(turn, { kind: 'restart', origin: origin(turn) });
}

/** What has happened that the writer has not seen: on another device, or by a line of before. */
const SINCE: Readonly<Record<string, (before: Turn) => Turn>> = {
  'a question is asked': again,
  'everything is to be deleted': (before) => tap(again(before), { kind: 'forget' }),
  'something is understood': (before) => say(restarted(before), 'E3 from Microsoft'),
  'another customer has begun': (before) => firstAnswered(restarted(before)),
  'there is another answer': (before) =>
    tap(having(before, { ...ELIGIBLE, goal: 'takeOver' }), { kind: 'show' }),
};

/** The first question of the next customer is answered. */
function firstAnswered(turn: Turn): Turn {
  return tap(turn, { kind: 'answer', fact: 'cloud', value: 'usGov', origin: origin(turn) });
}

/** Lines that mean what is shown, or take something away. */
function lines(language: LanguageTag): readonly string[] {
  const words = (key: Parameters<(typeof LANGUAGES)['en']['alternatives']>[0]) =>
    LANGUAGES[language].alternatives(key).slice(0, 2);
  return [
    ...words('command.restart'),
    ...words('command.next'),
    ...words('command.back'),
    ...words('command.forgetNow'),
    ...words('command.another'),
    ...words('command.keep'),
    ...words('command.helped'),
    ...words('command.wrong'),
    ...words('command.unknown'),
    ...words('reply.yes'),
    ...words('reply.no'),
    '1',
    '2.',
    LANGUAGES[language].say(optionKey('seller', 'microsoft')),
    LANGUAGES[language].say(optionKey('cloud', 'public')),
    'microsoft',
  ];
}

describe('A line that was written below an older card', () => {
  for (const language of LANGUAGE_TAGS)
    for (const [kind, shown] of Object.entries(SCREENS))
      it(`takes nothing away and answers nothing: ${kind} (${language})`, () => {
        const before = shown(language);
        assert.equal(before.view.screen.kind, kind);
        for (const [what, happens] of Object.entries(SINCE)) {
          const now = happens(before);
          for (const line of lines(language)) {
            const late = type(now, line, seenIn(before));
            const about = `${what}: ${line}`;
            assert.deepEqual(known(late), known(now), about);
            assert.deepEqual(late.effects, [], about);
            const { interview, others, number, later } = now.conversation;
            assert.equal(late.conversation.interview, interview, about);
            assert.deepEqual(late.conversation.others, others, about);
            assert.deepEqual(late.conversation.later, later, about);
            assert.equal(late.conversation.number, number, about);
            // What was proposed is still there to be confirmed.
            const waits = now.conversation.proposal?.read.map(([fact]) => fact) ?? [];
            const still = late.conversation.proposal?.read.map(([fact]) => fact) ?? [];
            assert.ok(
              waits.every((fact) => still.includes(fact)),
              about,
            );
          }
        }
      });

  for (const language of LANGUAGE_TAGS) {
    it(`is shown before it counts where it names its answer, and of another customer not at all (${language})`, () => {
      const label = LANGUAGES[language].say(optionKey('seller', 'microsoft'));
      const before = SCREENS.question?.(language);
      assert.ok(before !== undefined);
      const now = again(tap(having(before, ELIGIBLE), { kind: 'show' }));
      const older: Seen = { kind: 'question', origin: { ...origin(now), turn: origin(now).turn - 1 } };
      const late = type(now, label, older);
      assert.equal(late.view.screen.kind, 'understood');
      assert.equal(known(late).seller, ELIGIBLE.seller);
      assert.equal(known(type(now, label, seenIn(now))).seller, 'microsoft');
      const other = type(now, label, seenIn(before));
      assert.deepEqual(notes(other), ['stale']);
      assert.equal(other.conversation, now.conversation);
    });

    it(`gives no opinion on an answer that its writer has not seen (${language})`, () => {
      const before = tap(having(person(language), ELIGIBLE), { kind: 'show' });
      const now = tap(having(before, { ...ELIGIBLE, seller: 'microsoft' }), { kind: 'show' });
      for (const key of ['command.helped', 'command.wrong', 'command.another', 'command.keep'] as const)
        for (const words of LANGUAGES[language].alternatives(key)) {
          const late = type(now, words, seenIn(before));
          assert.deepEqual(notes(late), ['stale'], words);
          assert.deepEqual(late.effects, [], words);
        }
    });
  }

  it('opens no code in the place of what is answered since', () => {
    const code = receiptOf(guide(policyFor(undefined), ELIGIBLE));
    const opened = say(person('en'), code);
    assert.deepEqual(known(opened), ELIGIBLE);
    const now = again(opened);
    const late = type(now, code, seenIn(opened));
    assert.deepEqual(notes(late), ['stale']);
    assert.equal(late.conversation, now.conversation);
    assert.notDeepEqual(
      type(now, receiptOf(guide(policyFor(undefined), UNDER_WAY)), seenIn(now)).conversation,
      now.conversation,
    );
  });

  it('names no country for a question that its writer has not seen', () => {
    const before = having(person('en'), REGION_MATTERS);
    const now = tap(before, { kind: 'change', fact: 'region', origin: origin(before) });
    assert.equal(screen(now, 'question').fact, 'region');
    const older: Seen = { kind: 'guidance', origin: origin(before) };
    for (const line of ['Germany', 'Germany and France', 'DE, FR', 'the customer is in Germany']) {
      const late = type(now, line, older);
      assert.equal(known(late).region, undefined, line);
      assert.ok(!notes(late).includes('countryKept'), line);
      assert.notEqual(type(now, line, seenIn(now)).conversation.places, undefined, line);
    }
  });
});
