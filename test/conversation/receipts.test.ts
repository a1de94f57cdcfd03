import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import type { ReceiptNote } from '../../src/conversation/dialog-note.js';
import { situationOf } from '../../src/conversation/interview/state.js';
import type { Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { type Guidance, guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import type { Situation } from '../../src/policy/facts.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { todays } from '../policy/todays.js';
import { Dice, randomSituation } from '../proof/worlds.js';
import { ELIGIBLE, fresh, having, known, notes, OPEN, say, screen, tap } from './talk.js';

function opened(turn: Turn): ReceiptNote {
  const note = turn.view.notes.find(({ kind }) => kind === 'receiptOpened');
  if (note?.kind !== 'receiptOpened') throw new Error(`No receipt was opened: ${notes(turn).join()}.`);
  return note;
}

function guidanceIn(turn: Turn): Guidance {
  return screen(turn, 'guidance').guidance;
}

function receiptFor(situation: Situation, edition?: (typeof EDITION_IDS)[number]): string {
  return receiptOf(guide(policyFor(edition), situation));
}

const EA = receiptFor(ELIGIBLE);

/** Everything that can be told apart in guidance, as ids. */
function said({ eligibility, reasons, steps, cautions, dependsOn }: Guidance): readonly string[] {
  return [
    eligibility,
    ...[reasons, steps, cautions].flat().map(({ id }) => id),
    ...dependsOn.map(({ fact }) => `on ${fact}`),
  ];
}

describe('A receipt in the dialog', () => {
  for (const tag of LANGUAGE_TAGS) {
    const bare = EA.slice(3).replaceAll('-', '');
    const forms = [
      EA,
      EA.toLowerCase(),
      `  ${EA}. `,
      `mc ${bare}`,
      `MC${bare}`,
      EA.replaceAll('-', '–'),
      EA.replaceAll('-', ' '),
      `https://advisor.example/r/${EA}`,
      `https://advisor.example/r/${EA}?lang=${tag}`,
      `<https://advisor.example/r/${EA.toLowerCase()}>`,
      `回执${EA}，谢谢`,
      `Квитанция ${EA}`,
    ];
    it(`brings its guidance back however it is written, in ${tag}`, () => {
      for (const form of forms) {
        const turn = say(fresh(tag), form);
        assert.equal(opened(turn).receipt, EA, form);
        assert.deepEqual(known(turn), ELIGIBLE, form);
        assert.equal(guidanceIn(turn).eligibility, 'eligible');
        assert.equal(turn.language, tag);
      }
    });

    it(`says in ${tag} that it was mistyped, and loses nothing`, () => {
      const before = having(fresh(tag), OPEN);
      for (const at of [3, 5, EA.length - 1]) {
        const wrong = `${EA.slice(0, at)}${EA[at] === '7' ? '8' : '7'}${EA.slice(at + 1)}`;
        const turn = say(before, wrong);
        assert.deepEqual(notes(turn), ['receiptMistyped'], wrong);
        assert.equal(turn.conversation, before.conversation);
        assert.ok(
          present(turn.view, LANGUAGES[tag]).text.includes(LANGUAGES[tag].say('notice.receiptMistyped')),
        );
      }
    });
  }

  it('keeps the answers from before under a receipt that brings them back', () => {
    const before = having(fresh(), OPEN);
    const turn = say(before, EA);
    const kept = opened(turn).before;
    assert.equal(kept, receiptFor(OPEN));
    const back = say(turn, kept ?? '');
    assert.deepEqual(known(back), OPEN);
    assert.equal(opened(back).before, EA);
  });

  it('keeps an old edition that was asked for under it as well', () => {
    const before = having(fresh(), ELIGIBLE, '2019-03');
    const back = say(say(before, EA), opened(say(before, EA)).before ?? '');
    assert.equal(guidanceIn(back).edition, '2019-03');
    assert.deepEqual(known(back), ELIGIBLE);
  });

  it('is the other one where one is denied', () => {
    const other = receiptFor(OPEN);
    const texts = {
      en: 'not A but B',
      ru: 'не A, а B',
      'zh-CN': '不是 A 而是 B',
      'pt-BR': 'não A e sim B',
      hu: 'nem A hanem B',
    };
    for (const tag of LANGUAGE_TAGS) {
      const text = texts[tag].replace('A', EA).replace('B', other);
      assert.equal(opened(say(fresh(tag), text)).receipt, other, text);
    }
    for (const text of [
      `I do not mean ${EA}`,
      `please don’t use code ${EA}`,
      `не имею в виду ${EA}`,
      `我说的不是这个码 ${EA}`,
      `não estou falando ${EA}`,
      `nem erre gondoltam ${EA}`,
    ])
      for (const tag of LANGUAGE_TAGS)
        if (tag === 'en' || !/^[Ipn]/.test(text))
          assert.ok(!notes(say(fresh(tag), text)).includes('receiptOpened'), `${tag}: ${text}`);
    for (const text of [`no, ${EA}`, `not that. ${EA}`, `it is ${EA}`])
      assert.ok(notes(say(fresh(), text)).includes('receiptOpened'), text);
    for (const text of [`not ${EA}. ${EA} is wrong`, `not ${EA}, not ${other}`, `not ${EA} nor ${other}`]) {
      assert.ok(!notes(say(fresh(), text)).includes('receiptOpened'), text);
    }
  });

  it('has nothing to keep where nothing was answered', () => {
    assert.equal(opened(say(fresh(), EA)).before, undefined);
  });

  it('of where one is changes nothing', () => {
    const before = say(having(fresh(), ELIGIBLE), 'call');
    const [step] = screen(before, 'call').guidance.steps;
    const origin = screen(before, 'call').origin;
    const ticked = tap(before, { kind: 'tick', step: step?.id ?? '', done: true, origin });
    const turn = say(ticked, EA);
    assert.deepEqual(turn.conversation, ticked.conversation);
    assert.deepEqual(turn.desk, ticked.desk);
  });

  it('leaves the language and call mode as they are; what was done for another customer goes', () => {
    const call = say(say(having(fresh('ru'), OPEN), 'call'), 'customer: hu');
    const turn = say(call, EA);
    assert.equal(turn.language, 'ru');
    assert.equal(screen(turn, 'call').customer, 'hu');
    assert.equal(turn.desk.done, undefined);
  });

  it('puts away what waited to be confirmed', () => {
    assert.equal(say(say(fresh(), 'Microsoft 365 through EA'), EA).conversation.proposal, undefined);
  });

  it('makes the cards from before late', () => {
    const before = having(fresh(), OPEN);
    const { key, interview, turn } = before.conversation;
    const origin = { key, interview, turn, edition: undefined };
    const late = tap(say(before, EA), { kind: 'answer', fact: 'goal', value: 'resell', origin });
    assert.deepEqual(notes(late), ['stale']);
    assert.deepEqual(known(late), ELIGIBLE);
  });
});

describe('A receipt of any edition', () => {
  const dice = new Dice(33);
  const cases = Array.from({ length: 250 }, () => {
    const edition = dice.pick(EDITION_IDS);
    return { edition, situation: randomSituation(dice, dice.roll(7)) };
  });

  it('brings back the same answer, and says whether it is still true or exactly what changed', () => {
    const seen = { true: 0, changed: 0 };
    for (const { edition, situation } of cases) {
      const before = guide(policyFor(edition), situation);
      const turn = say(fresh(), receiptOf(before));
      const name = `${edition} ${JSON.stringify(situation)}`;
      assert.deepEqual(
        said(guide(policyFor(turn.conversation.edition), situationOf(turn.conversation))),
        said(before),
        name,
      );
      const { changed } = opened(turn);
      const [newer] = todays(edition, situation);
      const today = guide(policyFor(newer), situation);
      if (changed === undefined) {
        seen.true += 1;
        for (const each of said(today)) assert.ok(said(before).includes(each), `${name}: ${each} is new`);
        continue;
      }
      seen.changed += 1;
      const { difference } = changed;
      assert.equal(difference.before, before.eligibility, name);
      assert.equal(difference.after, today.eligibility, name);
      const parts = ({ reasons, steps, cautions }: typeof difference.gone) =>
        [reasons, steps, cautions].flat().map(({ id }) => id);
      const ids = ({ reasons, steps, cautions }: Guidance) =>
        [reasons, steps, cautions].flat().map(({ id }) => id);
      assert.deepEqual(
        new Set(parts(difference.gone)),
        new Set(ids(before).filter((id) => !ids(today).includes(id))),
        name,
      );
      assert.deepEqual(
        new Set(parts(difference.added)),
        new Set(ids(today).filter((id) => !ids(before).includes(id))),
        name,
      );
    }
    assert.ok(seen.true > 40 && seen.changed > 40, JSON.stringify(seen));
  });

  it('is told in every language, in words, however much changed', () => {
    for (const { edition, situation } of cases.slice(0, 80)) {
      const turn = say(fresh(), receiptFor(situation, edition));
      const { changed, receipt } = opened(turn);
      for (const tag of LANGUAGE_TAGS) {
        const language = LANGUAGES[tag];
        const { text, card } = present(turn.view, language);
        assert.ok(text.includes(receipt));
        assert.equal(text.includes(language.say('notice.receiptTrue')), changed === undefined);
        assert.ok(Buffer.byteLength(JSON.stringify(card), 'utf16le') < 80_000);
        if (changed === undefined) continue;
        const { gone, added } = changed.difference;
        // What never spoke of this cloud has not changed: the edition that does is named, and opens with one tap.
        const covered = EDITIONS[edition].family === EDITIONS[changed.edition].family;
        if (!covered) assert.ok(text.includes(language.say(`edition.${changed.edition}`)), tag);
        for (const { id } of covered ? [...gone.steps, ...added.steps] : [])
          assert.ok(text.includes(language.say(`step.${id}`)), id);
        if (changed.difference.before !== changed.difference.after)
          assert.ok(text.includes(language.say(`eligibility.${changed.difference.after}`)));
      }
    }
  });

  it('opens on a question where it was not an answer yet', () => {
    const turn = say(fresh(), receiptFor({ cloud: 'public' }));
    assert.equal(turn.view.screen.kind, 'question');
    assert.deepEqual(known(turn), { cloud: 'public' });
  });
});
