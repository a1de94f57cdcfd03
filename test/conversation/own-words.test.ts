import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { step } from '../../src/conversation/interview/step.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../src/language/languages.js';
import { optionKey } from '../../src/language/policy-keys.js';
import type { FactId } from '../../src/policy/facts.js';
import { strings, taps } from '../cards/walk.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

const LINE =
  'customer has Office 365 E3 through EA, we’re an indirect reseller, can we take over the support?';

describe('A line in one’s own words', () => {
  it('is shown as it was understood, and asks only for the rest once it is confirmed', () => {
    const said = say(fresh(), LINE);
    const facts = screen(said, 'understood').read.map(({ fact, value }) => [fact, value]);
    assert.deepEqual(Object.fromEntries(facts), {
      partner: 'indirectReseller',
      service: 'license',
      seller: 'enterpriseAgreement',
      goal: 'support',
    });
    assert.deepEqual(known(said), {});
    const confirmed = say(said, 'yes');
    assert.equal(screen(confirmed, 'question').fact, 'cloud');
    assert.equal(screen(say(confirmed, '1'), 'guidance').guidance.eligibility, 'eligible');
  });

  it('is one line and one confirmation away from guidance', () => {
    const done = say(say(fresh(), 'public cloud, m365 ea indirect reseller support'), 'yes');
    assert.deepEqual(known(done), ELIGIBLE);
    assert.equal(done.view.screen.kind, 'guidance');
  });

  it('quotes only words that were there', () => {
    for (const { said } of screen(say(fresh(), LINE), 'understood').read)
      assert.ok(LINE.includes(said), said);
  });

  it('is confirmed and put away in every language, by word and by tap', () => {
    for (const tag of LANGUAGE_TAGS) {
      const said = { ...say(fresh(), LINE), language: tag };
      for (const word of LANGUAGES[tag].alternatives('reply.yes')) {
        assert.equal(Object.keys(known(say(said, word))).length, 4, `${tag}: ${word}`);
      }
      for (const word of LANGUAGES[tag].alternatives('reply.no')) {
        const put = say(said, word);
        assert.deepEqual(known(put), {}, `${tag}: ${word}`);
        assert.equal(put.conversation.proposal, undefined, `${tag}: ${word}`);
      }
      const tapped = tap(said, { kind: 'accept', origin: origin(said) });
      assert.equal(Object.keys(known(tapped)).length, 4);
    }
  });

  it('that answers exactly the question on the table counts at once', () => {
    const asked = tap(fresh(), { kind: 'change', fact: 'service', origin: origin(fresh()) });
    assert.equal(screen(asked, 'question').fact, 'service');
    const plain = say(asked, 'Microsoft 365');
    assert.deepEqual(known(plain), { service: 'license' });
    assert.notEqual(plain.view.screen.kind, 'understood');
  });

  it('with more in it than the answer is shown first', () => {
    const asked = tap(fresh(), { kind: 'change', fact: 'service', origin: origin(fresh()) });
    const more = say(asked, 'Microsoft 365 through EA');
    assert.deepEqual(known(more), {});
    assert.equal(screen(more, 'understood').read.length, 2);
  });

  it('that answers another question is shown first', () => {
    const asked = say(fresh(), 'start');
    assert.equal(screen(asked, 'question').fact, 'cloud');
    assert.equal(say(asked, 'Microsoft 365').view.screen.kind, 'understood');
  });

  it('corrects: “no, Azure” shows what it takes the place of', () => {
    const corrected = say(having(fresh(), ELIGIBLE), 'no, Azure');
    assert.deepEqual(
      screen(corrected, 'understood').read.map(({ fact, value, before }) => [fact, value, before]),
      [['service', 'usage', 'license']],
    );
    assert.equal(known(corrected).service, 'license');
    assert.equal(known(say(corrected, 'yes')).service, 'usage');
    assert.equal(known(say(corrected, 'no')).service, 'license');
  });

  it('corrects a correction', () => {
    const twice = say(say(having(fresh(), ELIGIBLE), 'no, Azure'), 'no, Microsoft 365');
    assert.equal(known(say(twice, 'yes')).service, 'license');
  });

  it('that only rules something out puts the question', () => {
    const ruled = say(fresh(), 'not through EA');
    assert.equal(screen(ruled, 'question').fact, 'seller');
    assert.deepEqual(known(ruled), {});
  });

  it('that says what is known says so', () => {
    assert.deepEqual(notes(say(having(fresh(), ELIGIBLE), 'Microsoft 365 through EA')), ['knownAlready']);
  });
});

describe('What can mean two things', () => {
  const said = say(fresh(), 'Microsoft 365, another reseller sold it');

  it('is chosen by tap, by number, and by the words of the choice', () => {
    const { options, fact } = screen(said, 'understood').unclear ?? assert.fail();
    assert.equal(fact, 'seller');
    options.forEach((value, index) => {
      const wanted = { service: 'license', seller: value };
      assert.deepEqual(known(say(said, `${index + 1}`)), wanted);
      assert.deepEqual(known(tap(said, { kind: 'accept', fact, value, origin: origin(said) })), wanted);
      assert.deepEqual(known(say(said, LANGUAGES.en.say(optionKey(fact, value)))), wanted);
    });
  });

  it('is asked in full for the number after the choices, and for the row that says so', () => {
    const { options } = screen(said, 'understood').unclear ?? assert.fail();
    const typed = say(said, `${options.length + 1}`);
    assert.deepEqual(typed, tap(said, { kind: 'accept', fact: 'seller', origin: origin(said) }));
    assert.equal(screen(typed, 'question').fact, 'seller');
    assert.ok(screen(typed, 'question').options.length > options.length);
    assert.deepEqual(known(typed), { service: 'license' });
  });

  it('is chosen by “yes” and “no” where the choices are called so', () => {
    const unclear = [['relationship', ['yes', 'no'], 'a relationship or not']] as const;
    const event = { kind: 'propose', proposal: { read: [], unclear, excluded: [] } } as const;
    const asked = { ...fresh(), conversation: step(fresh().conversation, event).conversation };
    for (const value of ['yes', 'no'] as const) {
      const label = LANGUAGES.en.say(`option.relationship.${value}`);
      assert.deepEqual(known(say(asked, label)), { relationship: value }, label);
    }
  });

  it('is not chosen by a number that is on no row', () => {
    for (const number of ['0', '4', '99', '-1'])
      assert.deepEqual(known(say(said, number)), {}, `“${number}”`);
  });

  it('is asked one after the other where several things are unclear', () => {
    let turn = say(
      fresh(),
      'government customer, they have Microsoft 365 or Azure, another reseller sold it, we are indirect',
    );
    const asked: string[] = [];
    while (turn.view.screen.kind === 'understood') {
      const { unclear } = turn.view.screen;
      assert.ok(unclear !== undefined && asked.length < 4);
      asked.push(unclear.fact);
      turn = say(turn, '1');
    }
    assert.deepEqual(asked, ['cloud', 'partner', 'service', 'seller']);
    assert.deepEqual(Object.keys(known(turn)), asked);
  });
});

describe('While something waits to be confirmed', () => {
  const said = say(fresh(), LINE);

  it('a second line comes in beside it', () => {
    const both = say(said, 'public cloud');
    assert.equal(screen(both, 'understood').read.length, 5);
    assert.deepEqual(known(say(both, 'yes')), ELIGIBLE);
  });

  it('a language, help, an edition, the ticket and the hand-over leave it there', () => {
    for (const line of ['magyarul', 'help', 'edition', 'ticket', 'person', 'language', 'call', 'thanks']) {
      const turn = say(said, line);
      assert.deepEqual(turn.conversation.proposal, said.conversation.proposal, line);
      assert.deepEqual(known(turn), {}, line);
    }
  });

  it('guidance, ticket and hand-over say nothing of it', () => {
    for (const line of ['ticket', 'person']) {
      const turn = say(said, line);
      const now = turn.view.screen;
      if ('guidance' in now) assert.deepEqual(now.guidance.situation, {}, line);
    }
  });

  it('“back” and “start over” put it away', () => {
    for (const line of ['back', 'start over']) {
      assert.equal(say(said, line).conversation.proposal, undefined, line);
    }
  });

  it('“yes” to a question that was put on purpose confirms nothing unseen', () => {
    const asked = tap(said, { kind: 'change', fact: 'seller', origin: origin(said) });
    assert.equal(screen(asked, 'question').fact, 'seller');
    assert.deepEqual(known(say(asked, 'yes')), {});
  });
});

/** What could be more than a quotation: Markdown, mentions, expressions, HTML, and what turns a text around. */
const HOSTILE: readonly string[] = [
  'Microsoft 365 [click](https://evil.example) through EA',
  '**Microsoft 365** through __EA__ `x` ~~y~~',
  '<at>Microsoft 365</at> through <at>EA</at>',
  'Microsoft 365 \u0024{1+1} through \u0024{system} EA',
  '<img src=x onerror=alert(1)>Microsoft 365</img> through <b>EA</b>',
  '\u202EMicrosoft 365\u202C through \u2066EA\u2069 \u200F',
  `${'Microsoft 365 '.repeat(30)} through EA`,
  `Microsoft${' '.repeat(200)}365 through EA`,
  'Micro\u00ADsoft 365 through E\u200BA',
  'Microsoft 365\n# through\n- EA\n1. x',
];

describe('A quotation', () => {
  for (const line of HOSTILE) {
    it(`is never more than a quotation (${JSON.stringify(line.slice(0, 40))})`, () => {
      const said = say(fresh(), line);
      const { proposal } = said.conversation;
      for (const tag of LANGUAGE_TAGS) {
        for (const turn of [said, say(said, 'call')]) {
          const { card, text } = present(turn.view, LANGUAGES[tag]);
          const shown = [...strings(card), text].join('\n');
          assert.doesNotMatch(shown, /\u0024\{|<[a-z/]|\]\(|\*\*|__|~~/i);
          assert.doesNotMatch(shown, /[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u00AD]/);
        }
      }
      for (const [, , quote] of proposal?.read ?? []) assert.ok(quote.length <= 60);
    });
  }

  it('is of what was understood: each line is a tap that changes it', () => {
    const said = say(fresh(), LINE);
    const { card } = present(said.view, LANGUAGES.en);
    const changes = taps(card).filter(({ action }) => action === 'change');
    assert.deepEqual(
      changes.map(({ fact }) => fact),
      screen(said, 'understood').read.map(({ fact }) => fact),
    );
  });
});

describe('What is kept while a full line waits', () => {
  const FULL =
    'public cloud, we are an indirect provider, Azure, direct Enterprise Agreement, take over, Azure plan, holds the designation, different region, no relationship yet, new commerce';

  it('is under 1 KB, whatever was answered before', () => {
    const before = {
      cloud: 'usGov',
      partner: 'indirectReseller',
      service: 'license',
      seller: 'syndicationPartner',
      goal: 'addServices',
      licensePlatform: 'legacy',
      azurePlatform: 'legacyAzure',
      enrollment: 'government',
      designation: 'notHeld',
      region: 'same',
      relationship: 'yes',
    } as const;
    const said = say(having(fresh('en', true, 'k'.repeat(16)), before), FULL);
    assert.ok(screen(said, 'understood').read.length > 6, 'most of it is understood');
    const bytes = Buffer.byteLength(JSON.stringify(said.conversation));
    assert.ok(bytes < 1024, `${bytes} bytes`);
  });

  it('is bounded, in any writing', () => {
    for (const words of ['ж', '客', 'ő']) {
      const said = say(fresh(), `${words.repeat(100)} Microsoft 365 ${words.repeat(100)} EA`);
      assert.ok(Buffer.byteLength(JSON.stringify(said.conversation)) < 1024);
    }
  });
});

/** What people answered to an open question in a sentence, and what must not be taken for granted from it. */
const IN_PASSING: readonly (readonly [LanguageTag, FactId, string])[] = [
  ['en', 'partner', 'not direct bill'],
  ['zh-CN', 'partner', '不是直签'],
  ['pt-BR', 'partner', 'não somos diretos'],
  ['zh-CN', 'partner', '我们是分销商的下家'],
  ['zh-CN', 'cloud', '客户是政府单位'],
  ['pt-BR', 'cloud', 'é do governo'],
  ['en', 'cloud', 'Microsoft'],
  ['en', 'cloud', 'bought from Microsoft'],
  ['ru', 'cloud', 'счета приходили от нас а не от микрософта'],
  ['en', 'seller', 'I think it was the EA, but ask them again'],
];

const NOT_UNDERSTOOD: readonly (readonly [LanguageTag, string])[] = [
  ['en', 'I don’t understand'],
  ['ru', 'не понимаю'],
  ['ru', 'ваще не понимаю'],
  ['pt-BR', 'não entendi'],
  ['hu', 'nem értem'],
  ['zh-CN', '不明白'],
];

describe('What is safe with own words', () => {
  const asking = (tag: LanguageTag, fact: FactId) => {
    const session = fresh(tag);
    return tap(session, { kind: 'change', fact, origin: origin(session) });
  };

  for (const [tag, fact, line] of IN_PASSING) {
    it(`counts nothing that was not shown: ${line}`, () => {
      assert.deepEqual(known(say(asking(tag, fact), line)), {});
    });
  }

  for (const [tag, line] of NOT_UNDERSTOOD) {
    it(`takes “${line}” for a call for help, and not for an answer`, () => {
      const turn = say(asking(tag, 'seller'), line);
      assert.deepEqual(known(turn), {});
      assert.equal(turn.view.screen.kind, 'help');
    });
  }

  it('rules nothing out by denying what can mean two things', () => {
    for (const line of ['It’s not GCC', 'not government']) {
      assert.equal(say(asking('en', 'cloud'), line).conversation.proposal, undefined, line);
    }
  });

  it('begins afresh with another customer, and keeps only what the asker is', () => {
    const asker = [['partner', ELIGIBLE.partner]] as const;
    const before = { ...having(fresh(), { ...ELIGIBLE, cloud: 'usGov' }), asker };
    const turn = say(before, 'New customer: has Office 365 E3 through EA');
    assert.deepEqual(known(turn), { partner: ELIGIBLE.partner });
    const shown = screen(turn, 'understood');
    assert.deepEqual(
      shown.read.map(({ fact }) => fact),
      ['service', 'seller'],
    );
  });

  it('shows beside what it read all that the verdict will rest on, each changed by one tap', () => {
    const before = having(fresh(), { cloud: 'usGov', partner: 'directBill' });
    const turn = say(before, 'they have Office 365 E3 through EA');
    const { text } = present(turn.view, LANGUAGES.en);
    for (const said of ['understood.kept', 'option.cloud.usGov', 'option.partner.directBill'] as const) {
      assert.ok(text.includes(LANGUAGES.en.say(said)), said);
    }
  });
});
