import assert from 'node:assert/strict';
import { linkTitle } from '../../src/cards/cite.js';
import { statementText } from '../../src/cards/guidance-text.js';
import type { Message } from '../../src/cards/message.js';
import { present } from '../../src/cards/present.js';
import { expand, TEMPLATES } from '../../src/cards/template.js';
import type { DialogNote } from '../../src/conversation/dialog-note.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import type { Screen } from '../../src/conversation/view.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import { addressOf, PAGES, type PageId, standingOf } from '../../src/policy/pages.js';
import { someOf } from '../effort.js';
import { SEVERAL } from './case-views.js';
import { DESK_VIEWS, EVERY_VIEW } from './desk-views.js';
import { assertSound, brokenLinks, complaints } from './sound.js';
import { verdictWords } from './verdict-words.js';
import { ALL_VIEWS, DECIDED, MENUS, type Named, OPEN, QUESTIONS, REPORTS } from './views.js';
import { isPiece, ofType, strings, taps, texts } from './walk.js';

/** Every kind of screen and of note: a new one does not compile until it stands here, and fails until it has a view. */
const SCREENS: Readonly<Record<Screen['kind'], true>> = {
  welcome: true,
  help: true,
  languages: true,
  editions: true,
  failure: true,
  question: true,
  guidance: true,
  why: true,
  customerMessage: true,
  call: true,
  ticket: true,
  share: true,
  handOver: true,
  understood: true,
  reason: true,
  known: true,
  forget: true,
  remark: true,
  cases: true,
};
const NOTES: Readonly<Record<DialogNote['kind'], true>> = {
  stale: true,
  foreign: true,
  otherEdition: true,
  badAction: true,
  nothingToUndo: true,
  manySubscriptions: true,
  restarted: true,
  nextBegun: true,
  knownAlready: true,
  dropped: true,
  countryKept: true,
  countryUnknown: true,
  onlyThis: true,
  editionSet: true,
  notUnderstood: true,
  countriesNeeded: true,
  whichSubscription: true,
  tooLong: true,
  noAttachments: true,
  reaction: true,
  languageSet: true,
  youAreWelcome: true,
  receiptMistyped: true,
  feedbackTaken: true,
  forgotten: true,
  notForgotten: true,
  remindDone: true,
  remindLater: true,
  remindStop: true,
  remindUnwatch: true,
  remindGone: true,
  caseBefore: true,
  caseKept: true,
  caseKeptAlready: true,
  caseTooEarly: true,
  caseNotHere: true,
  caseFull: true,
  caseGone: true,
  caseClosed: true,
  caseReopened: true,
  caseDeleted: true,
  caseJoined: true,
  caseNotJoined: true,
  caseNotDone: true,
  caseUnshared: true,
  receiptOpened: true,
  answerChanged: true,
  rules: true,
  whyFact: true,
  terms: true,
  program: true,
  fate: true,
  notInPolicy: true,
};

describe('The views', () => {
  it('are of every kind, with every kind of note, and many', () => {
    const screens = new Set<string>(EVERY_VIEW.map(({ view }) => view.screen.kind));
    assert.deepEqual(screens, new Set(Object.keys(SCREENS)));
    const notes = new Set<string>(EVERY_VIEW.flatMap(({ view }) => view.notes.map(({ kind }) => kind)));
    assert.deepEqual(notes, new Set(Object.keys(NOTES)));
    assert.ok(DECIDED.length > 150 && OPEN.length > 100 && QUESTIONS.length > 40 && REPORTS.length > 40);
    const verdicts = [...DECIDED, ...OPEN].map(({ view }) => view.screen.guidance.eligibility);
    assert.deepEqual(
      new Set(verdicts),
      new Set(['confirm', 'depends', 'eligible', 'notEligible', 'otherRoute', 'outOfScope']),
    );
  });
});

for (const [index, tag] of LANGUAGE_TAGS.entries()) {
  const language = LANGUAGES[tag];
  /** Every view in every language, or where it has to be quick every view in one of them. */
  const some = <T>(views: readonly T[]): Iterable<T> => someOf(views, LANGUAGE_TAGS.length, index);
  const messages = new Map<Named, Message>();
  const message = (named: Named): Message => {
    const known = messages.get(named) ?? present(named.view, language);
    messages.set(named, known);
    return known;
  };

  describe(`The cards in ${tag}`, () => {
    const groups: readonly (readonly [string, readonly Named[]])[] = [
      ['menus', MENUS],
      ['questions', QUESTIONS],
      ['guidance of every outcome', DECIDED],
      ['guidance while something is open', OPEN],
      ['several subscriptions', SEVERAL],
      ['reports', REPORTS],
      ['notes', ALL_VIEWS.filter(({ view }) => view.notes.length > 0)],
      ['what a support agent sees', DESK_VIEWS],
    ];
    for (const [what, views] of groups) {
      it(`are sound: ${what}`, () => {
        for (const named of some(views)) {
          const { name } = named;
          const { card, text, asText } = message(named);
          assertSound(card, text, name);
          assert.equal(card.type, 'AdaptiveCard');
          assert.equal(card.version, '1.5');
          assert.equal(
            card.lang,
            new Intl.Locale(tag).language,
            'the parser knows only languages, not regions',
          );
          if (asText !== true) assert.equal(card.fallbackText, text, name);
        }
      });
    }

    it('put each option and “I don’t know” as a row, with what it answers and where it was drawn', () => {
      for (const named of some(QUESTIONS)) {
        const { name } = named;
        const { fact, options, origin } = named.view.screen;
        const { card, text } = message(named);
        const answers = taps(card).filter(({ action }) => action === 'answer');
        assert.deepEqual(
          answers.map(({ value }) => value),
          [...options, 'unknown'],
          name,
        );
        for (const data of answers) {
          assert.equal(data.fact, fact);
          assert.equal(data.from, `${origin.key}.${origin.interview}.${origin.turn}`);
          assert.equal(data.edition, origin.edition);
          assert.deepEqual(parseAction(data), { kind: 'answer', fact, value: data.value, origin });
        }
        const rows = ofType(card, 'Container').flatMap(({ selectAction }) =>
          isPiece(selectAction) ? [selectAction] : [],
        );
        for (const data of answers)
          assert.ok(
            rows.some((row) => row.data === data),
            name,
          );
        for (const option of options) assert.ok(text.includes(language.say(optionKey(fact, option))), name);
        for (const each of [
          language.say(`fact.${fact}.question`),
          language.say(`fact.${fact}.hint`),
          language.say('ui.unknown'),
        ]) {
          assert.ok(text.includes(each) && texts(card).includes(each), name);
        }
      }
    });

    it('say in plain words what the guidance card says', () => {
      for (const named of some([...DECIDED, ...OPEN])) {
        const { name } = named;
        const { guidance } = named.view.screen;
        const { card, text } = message(named);
        const shown = texts(card).join('\n');
        const said = [
          ...verdictWords(language, guidance),
          ...guidance.steps.map((step) => statementText(language, `step.${step.id}`, step)),
          ...guidance.cautions.map((caution) => statementText(language, `caution.${caution.id}`, caution)),
          ...guidance.reasons
            .slice(1)
            .map((reason) => statementText(language, `reason.${reason.id}`, reason)),
          ...guidance.dependsOn.map(({ fact }) => language.say(`fact.${fact}.question`)),
        ];
        for (const each of said) {
          assert.ok(text.includes(each), `${name}: the text lacks “${each}”`);
          assert.ok(shown.includes(each), `${name}: the card lacks “${each}”`);
        }
      }
    });

    it('offer every answer for a change, assumed ones as well', () => {
      for (const named of some(DECIDED)) {
        const { answers, guidance } = named.view.screen;
        const changes = taps(message(named).card).filter(({ action }) => action === 'change');
        const facts = changes.map(({ fact }) => fact);
        const wanted = [...answers.map(([fact]) => fact), ...guidance.assumed.map(({ fact }) => fact)];
        assert.deepEqual(facts, wanted, named.name);
      }
    });

    it('number the steps and name who does each', () => {
      for (const named of some(DECIDED)) {
        const { name } = named;
        const shown = texts(message(named).card);
        named.view.screen.guidance.steps.forEach((step, index) => {
          const at = shown.indexOf(statementText(language, `step.${step.id}`, step));
          assert.equal(shown[at - 1], `${index + 1}`, name);
          assert.ok(shown[at + 1]?.startsWith(language.say(`actor.${step.actor}`)), name);
          for (const role of step.roles)
            assert.ok(shown[at + 1]?.includes(language.say(`role.${role}`)), name);
        });
      }
    });

    it('cite every source behind the guidance, each with the day it was read', () => {
      for (const named of some(DECIDED)) {
        const shown = texts(message(named).card);
        for (const { page, section, read, date } of named.view.screen.guidance.citations) {
          const { url } = addressOf(page, language.learn);
          const parts = [`](${url})`, language.say(`section.${section}`), language.date(read)];
          if (date !== undefined) parts.push(language.date(date));
          const line = shown.find((text) => parts.every((part) => text.includes(part)));
          assert.ok(line !== undefined, `${named.name}: ${page}, ${section}`);
        }
      }
    });

    it('mark pages that are served only in English', () => {
      for (const named of some(DECIDED)) {
        const { text } = message(named);
        for (const page of named.view.screen.guidance.links) {
          const { url, locale } = addressOf(page, language.learn);
          const title = linkTitle(language, page, language.say(`page.${page}`));
          const known = locale === language.learn || standingOf(page) === 'unopened';
          const shown = known ? title : language.say('ui.inEnglish', { title });
          assert.ok(text.includes(language.say('ui.withAddress', { title: shown, url })), page);
        }
      }
    });
  });
}

describe('A template', () => {
  const hostile = '\u0024{1+1} \u0024{\u0024root.title} \u0024{if(true, "a", "b")} {{text}}';
  const data = {
    lang: 'en',
    plain: hostile,
    title: hostile,
    text: hostile,
    notes: [{ text: hostile }],
    options: [],
    nav: [{ title: hostile, data: { action: 'show', fact: hostile } }],
  };

  for (const name of TEMPLATES.filter((each) => each === 'welcome' || each === 'notice')) {
    it(`${name} never runs what stands in its data`, () => {
      const card = expand(name, data);
      const shown = [...strings(card)].filter((text) => text.includes('1+1'));
      assert.ok(shown.length >= 4);
      for (const text of shown) assert.equal(text, hostile);
      assert.ok(![...strings(card)].some((text) => /^2 /.test(text)));
    });
  }

  it('is not changed by being expanded', () => {
    const once = JSON.stringify(expand('notice', data));
    expand('notice', { ...data, title: 'other' });
    assert.equal(JSON.stringify(expand('notice', data)), once);
  });

  it('is checked by checks that can fail', () => {
    assert.notDeepEqual(
      complaints({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'NoSuchThing' }] }),
      [],
    );
    assert.ok(
      brokenLinks('[a](') &&
        brokenLinks('[a] b') &&
        brokenLinks('[a](http://x)') &&
        brokenLinks('[a[b](https://x)'),
    );
    assert.ok(!brokenLinks('See [a (b)](https://x.example/y) · [c](https://z.example)'));
    assert.throws(() =>
      assertSound(
        { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '\u0024{x}' }] },
        't',
        'n',
      ),
    );
    const lone = { type: 'Action.Execute', title: 't', verb: 'show', data: { action: 'show' } };
    for (const wrong of [
      { verb: 'other' },
      { title: '' },
      { fallback: { type: 'Action.Submit', title: 't' } },
    ]) {
      const actions = [{ ...lone, ...wrong }];
      assert.throws(() => assertSound({ type: 'AdaptiveCard', version: '1.5', actions }, 't', 'n'));
    }
  });
});

describe('The addresses of pages', () => {
  for (const page of Object.keys(PAGES) as PageId[]) {
    it(`${page} has one for every reader`, () => {
      for (const locale of ['en-us', 'ru-ru', 'zh-cn', 'pt-br', 'hu-hu', 'PT-BR', '', '__proto__']) {
        const { url, locale: served } = addressOf(page, locale);
        assert.ok(!url.includes('{') && new URL(url).protocol === 'https:', url);
        if (url.includes('learn.microsoft.com')) assert.ok(url.includes(`/${served}/`), url);
      }
    });
  }
});
