import assert from 'node:assert/strict';
import type { GuidanceView } from '../../src/conversation/interview/shown.js';
import { view } from '../../src/conversation/interview/viewed.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { MOST_SUBSCRIPTIONS } from '../../src/policy/case/case.js';
import type { Situation } from '../../src/policy/facts.js';
import { outlasts } from '../../src/policy/facts.js';
import { receiptOf } from '../../src/receipt/receipt.js';
import { packed, unpacked } from '../../src/turn/record.js';
import { ELIGIBLE, fresh, having, known, notes, origin, say, screen, tap } from './talk.js';

const COMMON = { cloud: 'public', partner: 'indirectReseller' } as const;
const AZURE = { service: 'usage', seller: 'cspPartner', goal: 'support' } as const;

/** Answers the question on the table until there is none, as this situation has it. */
function answered(session: Session, situation: Situation): Turn {
  let turn = tap(session, { kind: 'show' });
  for (let shown = view(turn.conversation); shown.kind === 'question'; shown = view(turn.conversation)) {
    const value = situation[shown.fact];
    assert.ok(value, `nobody said ${shown.fact}`);
    turn = tap(turn, { kind: 'answer', fact: shown.fact, value, origin: origin(turn) });
  }
  return turn;
}

function another(session: Session): Turn {
  return tap(session, { kind: 'subscription', what: { kind: 'another' }, origin: origin(session) });
}

function verdicts(shown: GuidanceView): readonly (readonly [number, unknown])[] {
  return (shown.among?.whole.plan.guidances ?? []).map(({ situation }, place) => [
    shown.among?.numbers[place] ?? 0,
    situation.service,
  ]);
}

describe('Several subscriptions of a customer', () => {
  const first = having(fresh(), ELIGIBLE);
  const begun = another(first);
  const both = answered(begun, { ...COMMON, ...AZURE });

  it('have what is true of customer and asker answered once', () => {
    assert.deepEqual(known(begun), COMMON);
    assert.ok(!outlasts(screen(begun, 'question').fact));
    const shown = screen(both, 'guidance');
    assert.deepEqual(verdicts(shown), [
      [1, 'license'],
      [2, 'usage'],
    ]);
    assert.deepEqual(shown.among?.number, 2);
    assert.equal(shown.among?.alone, false);
  });

  it('have the same guidance as each would have alone', () => {
    for (const [number, situation] of [ELIGIBLE, { ...COMMON, ...AZURE }].entries()) {
      const alone = screen(tap(having(fresh(), situation), { kind: 'show' }), 'guidance').guidance;
      assert.deepEqual(screen(both, 'guidance').among?.whole.plan.guidances[number], alone);
    }
  });

  it('can each be talked about again, and taken out', () => {
    const turned = tap(both, {
      kind: 'subscription',
      what: { kind: 'turnTo', number: 1 },
      origin: origin(both),
    });
    const shown = screen(turned, 'guidance');
    assert.equal(shown.guidance.situation.service, 'license');
    assert.equal(shown.among?.alone, true);
    assert.deepEqual(verdicts(shown), verdicts(screen(both, 'guidance')));
    const all = tap(turned, { kind: 'subscription', what: { kind: 'showAll' }, origin: origin(turned) });
    assert.equal(screen(all, 'guidance').among?.alone, false);
    const left = tap(all, {
      kind: 'subscription',
      what: { kind: 'leaveOut', number: 2 },
      origin: origin(all),
    });
    assert.equal(screen(left, 'guidance').among, undefined);
    assert.deepEqual(known(left), ELIGIBLE);
    const other = tap(all, {
      kind: 'subscription',
      what: { kind: 'leaveOut', number: 1 },
      origin: origin(all),
    });
    assert.equal(screen(other, 'guidance').guidance.situation.service, 'usage');
  });

  it('keep their numbers when one is left out, and no number is given twice', () => {
    const three = answered(another(both), { ...COMMON, ...AZURE, seller: 'microsoft' });
    const left = tap(three, {
      kind: 'subscription',
      what: { kind: 'leaveOut', number: 2 },
      origin: origin(three),
    });
    const again = answered(another(left), { ...COMMON, ...AZURE });
    assert.deepEqual(
      verdicts(screen(again, 'guidance')).map(([number]) => number),
      [1, 3, 4],
    );
  });

  it('take what was done with them when they are left out: the number may be given again', () => {
    const [step] = screen(both, 'guidance').guidance.steps;
    assert.ok(step);
    const ticked = tap(both, { kind: 'tick', step: step.id, done: true, origin: origin(both) });
    assert.equal(ticked.desk.done?.length, 1);
    const what = { kind: 'leaveOut', number: 2 } as const;
    const left = tap(ticked, { kind: 'subscription', what, origin: origin(ticked) });
    assert.equal(left.desk.done, undefined);
  });

  it('are all in the code that brings them back, where another code is opened while one is asked about', () => {
    const three = another(both);
    const opened = say(three, receiptOf(screen(tap(first, { kind: 'show' }), 'guidance').guidance));
    const note = opened.view.notes.find(({ kind }) => kind === 'receiptOpened');
    assert.ok(note?.kind === 'receiptOpened' && note.before !== undefined);
    const back = say(opened, note.before);
    const services = [
      back.conversation.answers,
      ...(back.conversation.others ?? []).map(({ answers }) => answers),
    ]
      .flatMap((answers) => answers.filter(([fact]) => fact === 'service'))
      .map(([, value]) => value);
    assert.deepEqual(new Set(services), new Set(['license', 'usage']));
  });

  it('are looked at once in a turn, however many places of it ask', () => {
    assert.equal(view(both.conversation), view(both.conversation));
    assert.equal(screen(tap(both, { kind: 'show' }), 'guidance'), view(both.conversation));
  });

  it('share what was said of all of them, and not what was only ruled out for all', () => {
    const heard = say(fresh(), 'not through EA, E3 from Microsoft and Azure from another CSP partner');
    assert.ok(!heard.conversation.later?.shared.includes('seller'));
  });

  it('ask again for what another cloud leaves open, of each of them', () => {
    const changed = tap(both, { kind: 'change', fact: 'cloud', origin: origin(both) });
    const china = tap(changed, { kind: 'answer', fact: 'cloud', value: 'china', origin: origin(changed) });
    const done = answered(china, { seller: 'vianet', goal: 'support', service: 'license' });
    for (const { eligibility } of screen(done, 'guidance').among?.whole.plan.guidances ?? [])
      assert.notEqual(eligibility, 'depends');
  });

  it('go back to the one before, where nothing was answered of the one begun', () => {
    const undone = tap(begun, { kind: 'back', origin: origin(begun) });
    assert.deepEqual(known(undone), ELIGIBLE);
    assert.equal(undone.conversation.others, undefined);
  });

  it('are as many as one plan holds', () => {
    let turn: Turn = both;
    for (let count = 2; count < MOST_SUBSCRIPTIONS; count++)
      turn = answered(another(turn), { ...COMMON, ...AZURE });
    const refused = another(turn);
    assert.deepEqual(notes(refused), ['manySubscriptions']);
    assert.deepEqual(refused.conversation, turn.conversation);
  });

  it('are nothing to the next customer, nor to a receipt that is opened', () => {
    for (const next of [
      tap(both, { kind: 'restart', origin: origin(both) }),
      having(both, ELIGIBLE),
      say(both, 'new customer'),
    ]) {
      assert.equal(next.conversation.others, undefined);
      assert.equal(next.conversation.number, undefined);
    }
  });

  it('have steps of their own that are done', () => {
    const [step] = screen(both, 'guidance').guidance.steps;
    assert.ok(step);
    const ticked = tap(both, { kind: 'tick', step: step.id, done: true, origin: origin(both) });
    const ticket = screen(tap(ticked, { kind: 'ticket' }), 'ticket');
    assert.deepEqual(ticket.done, [step.id]);
    const turned = tap(ticked, {
      kind: 'subscription',
      what: { kind: 'turnTo', number: 1 },
      origin: origin(ticked),
    });
    assert.deepEqual(screen(tap(turned, { kind: 'ticket' }), 'ticket').done, []);
    const back = tap(turned, {
      kind: 'subscription',
      what: { kind: 'turnTo', number: 2 },
      origin: origin(turned),
    });
    assert.deepEqual(screen(tap(back, { kind: 'ticket' }), 'ticket').done, [step.id]);
  });

  it('are begun and shown with a word, in every language', () => {
    for (const language of LANGUAGE_TAGS) {
      for (const word of LANGUAGES[language].alternatives('command.another'))
        assert.deepEqual(say({ ...first, language }, word).conversation, begun.conversation, word);
      const turned = tap(both, {
        kind: 'subscription',
        what: { kind: 'turnTo', number: 1 },
        origin: origin(both),
      });
      for (const word of LANGUAGES[language].alternatives('command.showAll'))
        assert.equal(screen(say({ ...turned, language }, word), 'guidance').among?.alone, false, word);
    }
  });

  it('are stored in less than 4 KB with all their answers, and read back as they were', () => {
    let turn: Turn = both;
    for (let count = 2; count < 5; count++) turn = answered(another(turn), { ...COMMON, ...AZURE });
    const record = { conversation: turn.conversation, language: 'en', recent: [] } as const;
    const stored = packed(record);
    assert.ok(Buffer.byteLength(JSON.stringify(stored)) < 1024);
    assert.deepEqual(unpacked(JSON.parse(JSON.stringify(stored))), record);
    const odd = {
      ...stored,
      conversation: { ...stored.conversation, others: ['x', '5 service=usage', '1 nothing=here'] },
    };
    assert.deepEqual(unpacked(odd).conversation.others, [{ number: 1, answers: [] }]);
  });

  it('do nothing where a card is from before, or names what is not there', () => {
    for (const kind of ['turnTo', 'leaveOut'] as const) {
      assert.deepEqual(
        notes(tap(both, { kind: 'subscription', what: { kind, number: 2 }, origin: origin(begun) })),
        ['stale'],
      );
      assert.deepEqual(
        notes(tap(both, { kind: 'subscription', what: { kind, number: 7 }, origin: origin(both) })),
        ['stale'],
      );
    }
    assert.deepEqual(
      notes(
        tap(first, { kind: 'subscription', what: { kind: 'leaveOut', number: 1 }, origin: origin(first) }),
      ),
      ['stale'],
    );
    const asked = tap(fresh(), { kind: 'subscription', what: { kind: 'another' }, origin: origin(fresh()) });
    assert.deepEqual(notes(asked), ['stale']);
  });

  it('are opened all together by the receipt of the case, and their answers of before are not lost', () => {
    const { receipt } = screen(both, 'guidance').among?.whole ?? {};
    assert.ok(receipt);
    const opened = say(having(fresh(), { ...ELIGIBLE, seller: 'microsoft' }), `look at ${receipt}`);
    assert.deepEqual(verdicts(screen(opened, 'guidance')), verdicts(screen(both, 'guidance')));
    assert.deepEqual(
      screen(opened, 'guidance').among?.whole.plan,
      screen(both, 'guidance').among?.whole.plan,
    );
    const [note] = opened.view.notes;
    assert.ok(note?.kind === 'receiptOpened' && note.before !== undefined);
    const again = say(opened, receipt);
    assert.deepEqual(notes(again), ['knownAlready']);
    const replaced = say(both, note.before);
    const [other] = replaced.view.notes;
    assert.ok(other?.kind === 'receiptOpened');
    assert.equal(other.before, receipt);
  });
});
