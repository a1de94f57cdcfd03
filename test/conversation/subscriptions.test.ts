import assert from 'node:assert/strict';
import { present } from '../../src/cards/present.js';
import { subscriptionData } from '../../src/conversation/action.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { packed, unpacked } from '../../src/turn/record.js';
import { taps } from '../cards/walk.js';
import { fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

const LINE =
  'public cloud, we are an indirect reseller, E3 through EA and an Azure plan from another CSP partner, support both';
const FIRST = {
  cloud: 'public',
  partner: 'indirectReseller',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const;

describe('Two subscriptions of a customer', () => {
  const both = say(fresh(), LINE);
  const done = say(both, 'yes');

  it('are proposed one after the other, and nothing of the second one counts before', () => {
    const shown = screen(both, 'understood');
    assert.deepEqual(Object.fromEntries(shown.read.map(({ fact, value }) => [fact, value])), FIRST);
    assert.deepEqual(shown.later, ['usage']);
    assert.deepEqual(known(done), FIRST);
    assert.equal(screen(done, 'guidance').next, 'usage');
  });

  it('go on to the second one with a tap and with a word, in every language', () => {
    const tapped = tap(done, { kind: 'subscription', what: { kind: 'next' }, origin: origin(done) });
    assert.deepEqual(known(tapped), { cloud: 'public', partner: 'indirectReseller', goal: 'support' });
    const shown = screen(tapped, 'understood');
    assert.deepEqual(
      shown.read.map(({ fact, value }) => [fact, value]),
      [
        ['service', 'usage'],
        ['seller', 'cspPartner'],
        ['azurePlatform', 'azurePlan'],
      ],
    );
    assert.deepEqual(shown.later, []);
    assert.deepEqual(notes(tapped), ['nextBegun']);
    assert.deepEqual(shown.origin, origin(tapped), 'its own taps are not late');
    assert.deepEqual(notes(tap(tapped, { kind: 'accept', origin: shown.origin })), []);
    assert.equal(tapped.conversation.later, undefined);
    for (const language of LANGUAGE_TAGS) {
      for (const word of LANGUAGES[language].alternatives('command.next')) {
        const typed = say({ ...done, language }, word);
        assert.deepEqual(typed.conversation, tapped.conversation, word);
      }
    }
    const second = screen(say(tapped, 'yes'), 'guidance');
    assert.equal(second.next, undefined);
    assert.equal(second.guidance.situation.seller, 'cspPartner');
  });

  it('have a receipt each: that of the first one opens it again', () => {
    const tapped = tap(done, { kind: 'subscription', what: { kind: 'next' }, origin: origin(done) });
    const [note] = tapped.view.notes;
    assert.ok(note?.kind === 'nextBegun');
    const opened = say(say(tapped, 'yes'), note.receipt);
    assert.deepEqual(known(opened), FIRST);
    assert.equal(opened.conversation.later, undefined);
  });

  it('go on as well where the second one is spoken of again', () => {
    const more = say(done, 'and the Azure plan is direct from Microsoft');
    const read = screen(more, 'understood').read.map(({ fact, value }) => [fact, value]);
    assert.deepEqual(Object.fromEntries(read), {
      service: 'usage',
      seller: 'microsoft',
      azurePlatform: 'azurePlan',
    });
    assert.deepEqual(known(more), { cloud: 'public', partner: 'indirectReseller', goal: 'support' });
  });

  it('wait while a question of the first one is open', () => {
    const asked = say(say(fresh(), 'they have M365 and Azure'), 'yes');
    const { fact } = screen(asked, 'question');
    const typed = say(asked, 'next');
    assert.equal(screen(typed, 'question').fact, fact);
    assert.equal(typed.conversation, asked.conversation);
    const stale = tap(asked, { kind: 'subscription', what: { kind: 'next' }, origin: origin(asked) });
    assert.equal(stale.conversation, asked.conversation);
  });

  it('are both put away with what was read wrongly, and with a new start', () => {
    for (const line of ['no', 'back', 'start over'])
      assert.equal(say(both, line).conversation.later, undefined, line);
    for (const line of ['start over', 'new customer: has M365 through Open'])
      assert.equal(say(done, line).conversation.later, undefined, line);
  });

  it('survive undoing, another language, the ticket and a correction of the first one', () => {
    for (const line of ['back', 'magyarul', 'ticket', 'help', 'no, it was bought under MPSA'])
      assert.deepEqual(say(done, line).conversation.later, done.conversation.later, line);
  });

  it('begin with the one that the conversation is about', () => {
    const known_ = having(fresh(), { service: 'usage' });
    const shown = screen(say(known_, 'E3 through EA and an Azure plan from Microsoft'), 'understood');
    assert.ok(shown.read.some(({ fact, value }) => fact === 'seller' && value === 'microsoft'));
    assert.deepEqual(shown.later, ['license']);
  });

  it('are in what is told about what is kept', () => {
    const { later } = screen(say(done, 'what do you know about me'), 'known');
    assert.deepEqual(
      later.map((each) => Object.fromEntries(each).service),
      ['usage'],
    );
  });

  it('are stored in under 1 KB, and come back as they were', () => {
    const before = having(fresh('en', true, 'k'.repeat(16)), {
      cloud: 'usGov',
      partner: 'directBill',
      goal: 'addServices',
      region: 'same',
      relationship: 'yes',
      designation: 'notHeld',
    });
    const long = say(before, `${LINE}, the Azure is suspended, E3 is on new commerce and expired`);
    const record = { conversation: long.conversation, language: 'en', recent: [] } as const;
    const stored = JSON.stringify(packed(record));
    assert.ok(long.conversation.later !== undefined);
    assert.ok(Buffer.byteLength(stored) < 1024, `${Buffer.byteLength(stored)} bytes`);
    assert.deepEqual(unpacked(JSON.parse(stored)), record);
  });

  it('are offered by one row, in every language, in the chat and on a call', () => {
    for (const tag of LANGUAGE_TAGS) {
      const language = LANGUAGES[tag];
      const words = language.say('ui.nextSubscription', { service: language.say('option.service.usage') });
      for (const turn of [done, say(done, 'call')]) {
        const { card, text } = present(turn.view, language);
        assert.ok(text.includes(words), `${tag}: ${words}`);
        const [only, ...others] = taps(card).filter(({ what }) => what === 'next');
        assert.deepEqual([only, others], [subscriptionData({ kind: 'next' }, origin(turn)), []]);
        assert.deepEqual(parseAction(only), {
          kind: 'subscription',
          what: { kind: 'next' },
          origin: origin(turn),
        });
      }
    }
  });
});

describe('“Next”', () => {
  it('is another customer where no other subscription was told of', () => {
    const done = having(fresh(), FIRST);
    for (const language of LANGUAGE_TAGS) {
      for (const word of LANGUAGES[language].alternatives('command.next')) {
        const turn = say({ ...done, language }, word);
        assert.deepEqual(known(turn), {}, word);
        assert.deepEqual(notes(turn), ['restarted']);
      }
    }
  });
});
