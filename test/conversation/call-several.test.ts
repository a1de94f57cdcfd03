import assert from 'node:assert/strict';
import { callMessage } from '../../src/cards/call.js';
import { step } from '../../src/conversation/interview/step.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import { doneOf } from '../../src/conversation/ticks.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { caseOf } from '../../src/policy/case/case.js';
import { fresh, notes, origin, say, screen, tap } from './talk.js';

const COMMON = { cloud: 'public', partner: 'indirectReseller', relationship: 'no' } as const;
const E3 = { service: 'license', seller: 'enterpriseAgreement', goal: 'support' } as const;
const AZURE = { service: 'usage', seller: 'cspPartner', goal: 'support' } as const;
const BI = { service: 'license', seller: 'cspPartner', goal: 'support' } as const;

/** Somebody on the phone whose three subscriptions have their guidance. */
function calling(tag: (typeof LANGUAGE_TAGS)[number] = 'en'): Turn {
  const all = caseOf(COMMON, [E3, AZURE, BI]);
  const adopted = step(fresh(tag).conversation, { kind: 'adoptCase', all, edition: undefined });
  return tap({ ...fresh(tag), conversation: adopted.conversation }, { kind: 'call' });
}

function whole(turn: Turn) {
  return screen(turn, 'call').all ?? assert.fail('all subscriptions are shown');
}

function tick(session: Session, id: string, done: boolean, from = session): Turn {
  return tap(session, { kind: 'tick', step: id, done, all: true, origin: origin(from) });
}

describe('A call about several subscriptions', () => {
  const call = calling();

  it('is about all of them, and about one where its number is typed or tapped, and about all again', () => {
    assert.equal(whole(call).plan.guidances.length, 3);
    for (const one of [
      say(call, '2'),
      say(call, ' ２ '),
      tap(call, { kind: 'subscription', what: { kind: 'turnTo', number: 2 }, origin: origin(call) }),
    ]) {
      const shown = screen(one, 'call');
      assert.equal(shown.all, undefined);
      assert.equal(shown.guidance.situation.service, 'usage');
      const back = tap(one, { kind: 'subscription', what: { kind: 'showAll' }, origin: origin(one) });
      assert.deepEqual(whole(back).receipt, whole(call).receipt);
    }
    assert.ok(screen(say(call, '4'), 'call').all !== undefined, 'there is no fourth');
  });

  it('takes no number for a subscription in the chat, where none is shown', () => {
    const chat = say(tap(call, { kind: 'chat' }), '2');
    assert.equal(screen(chat, 'guidance').among?.alone, false);
  });

  it('ticks a step for all that need it, and takes it back for all', () => {
    const shared = whole(call).plan.steps.find(({ subscriptions }) => subscriptions.length > 1);
    assert.ok(shared !== undefined);
    const done = tick(call, shared.id, true);
    for (const [place, steps] of whole(done).done.entries())
      assert.equal(steps.includes(shared.id), shared.subscriptions.includes(place));
    const again = tick(done, shared.id, true, call);
    assert.deepEqual(again.desk.done, done.desk.done, 'twice is once');
    assert.deepEqual(whole(tick(again, shared.id, false)).done.flat(), []);
  });

  it('keeps what is ticked of one where all are shown, and of all where one is', () => {
    const { plan } = whole(call);
    const [first] = plan.steps;
    assert.ok(first !== undefined);
    const done = tick(call, first.id, true);
    const place = first.subscriptions[0] ?? assert.fail();
    const one = say(done, `${place + 1}`);
    assert.deepEqual(screen(one, 'call').done, [first.id]);
    const undone = tap(one, { kind: 'tick', step: first.id, done: false, origin: origin(one) });
    assert.ok(!doneOf(undone.desk.done ?? [], place + 1).includes(first.id));
  });

  it('ticks nothing of another customer, and nothing that is no step of these', () => {
    const [first] = whole(call).plan.steps;
    const other = tap(call, { kind: 'restart', origin: origin(call) });
    assert.deepEqual(notes(tick(other, first?.id ?? '', true, call)), ['stale']);
    for (const id of ['constructor', 'no such step', ''])
      assert.deepEqual(notes(tick(call, id, true)), ['stale'], id);
  });

  it('asks again what is changed for all, of the first that it matters to', () => {
    const fields = screen(call, 'call').form.map(({ fact, value }) => [fact, value] as const);
    const drawn = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    const { partner: _, ...wanted } = drawn;
    const changed = tap(call, {
      kind: 'fill',
      drawn,
      wanted: { ...wanted, partner: 'directBill' },
      customer: undefined,
      customerDrawn: undefined,
      origin: origin(call),
    });
    const shown = screen(changed, 'call');
    const partners = shown.all?.plan.guidances.map(({ situation }) => situation.partner);
    assert.ok(shown.now.kind === 'question' || partners?.every((each) => each === 'directBill'));
    const number = changed.conversation.number ?? 1;
    assert.ok(number <= 3);
    assert.equal(new Map(changed.conversation.answers).get('partner'), 'directBill');
  });

  for (const tag of LANGUAGE_TAGS) {
    it(`tells a customer who speaks ${tag} each thing once, and which subscription it is about`, () => {
      const turn = say(call, `customer: ${tag}`);
      const { copy } = callMessage(LANGUAGES.en, screen(turn, 'call'), []);
      const told = copy?.aloud.split('\n') ?? [];
      assert.equal(new Set(told).size, told.length, told.join('\n'));
      assert.ok(told.length > 3);
      assert.ok(told.some((line) => line.includes(LANGUAGES[tag].say('option.service.usage'))));
    });
  }
});
