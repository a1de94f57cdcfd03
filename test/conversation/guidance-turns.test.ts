import assert from 'node:assert/strict';
import { withSent } from '../../src/conversation/desk.js';
import {
  type Conversation,
  originOf,
  policyOf,
  situationOf,
} from '../../src/conversation/interview/state.js';
import { parseAction } from '../../src/conversation/parse-action.js';
import type { Effect, Session, Turn } from '../../src/conversation/session.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { DAY, ELIGIBLE, fresh, having, known, notes, OPEN, origin, say, screen, tap } from './talk.js';

function only(turn: Turn): Effect {
  const [effect, ...others] = turn.effects;
  if (effect === undefined || others.length > 0) throw new Error(`${turn.effects.length} effects.`);
  return effect;
}

function judged(session: Session, kind: 'helped' | 'wrong' = 'helped') {
  const effect = only(tap(session, { kind, origin: origin(session) }));
  assert.ok(effect.kind === 'feedback');
  return effect;
}

function reason(session: Session, text: string, from = origin(session)): Turn {
  return tap(session, { kind: 'reason', reason: text, origin: from });
}

const done = having(fresh(), ELIGIBLE);

describe('An opinion about guidance', () => {
  it('counts at once, and says under which edition, for which situation and by which rules', () => {
    for (const edition of [undefined, ...EDITION_IDS]) {
      for (const situation of [ELIGIBLE, OPEN]) {
        const session = having(fresh(), situation, edition);
        if (say(session, 'start').view.screen.kind !== 'guidance') continue;
        for (const kind of ['helped', 'wrong'] as const) {
          const effect = judged(session, kind);
          const guidance = guide(policyOf(session.conversation), situationOf(session.conversation));
          assert.equal(effect.helped, kind === 'helped');
          assert.equal(effect.reason, '');
          assert.equal(effect.eligibility, guidance.eligibility);
          assert.equal(effect.guidance.edition, guidance.edition);
          assert.deepEqual(effect.guidance.situation, guidance.situation);
          const rules = Object.values(EDITIONS).flatMap((each) => each.rules.map(({ id }) => id));
          assert.ok(effect.rules.every((id) => rules.includes(id)));
          if (guidance.eligibility !== 'depends') assert.ok(effect.rules.length > 0);
        }
      }
    }
  });

  it('thanks; for “this is wrong” it asks what is', () => {
    const helped = tap(done, { kind: 'helped', origin: origin(done) });
    assert.deepEqual(notes(helped), ['feedbackTaken']);
    assert.equal(helped.view.screen.kind, 'remark');
    const wrong = tap(done, { kind: 'wrong', origin: origin(done) });
    assert.equal(wrong.view.screen.kind, 'reason');
    const said = reason(wrong, 'The step is missing');
    assert.deepEqual(notes(said), ['feedbackTaken']);
    assert.equal(said.view.screen.kind, 'guidance');
    const effect = only(said);
    assert.ok(effect.kind === 'feedback' && !effect.helped);
    assert.equal(effect.reason, 'The step is missing');
    assert.equal(effect.id, judged(done, 'wrong').id, 'the reason belongs to what was wrong');
  });

  it('has the same id for the same guidance, whatever was done in between', () => {
    const { id } = judged(done);
    const detours = [
      say(tap(done, { kind: 'change', fact: 'seller', origin: origin(done) }), 'back'),
      say(say(done, 'no, Azure'), 'no'),
      say(done, 'call'),
      say(done, 'magyarul'),
      say(done, 'help'),
    ];
    for (const turn of detours) {
      assert.deepEqual(known(turn), ELIGIBLE);
      assert.equal(judged(turn).id, id);
    }
  });

  it('has the same id for the same guidance in another interview: one opinion a person', () => {
    assert.equal(judged(having(having(fresh(), OPEN), ELIGIBLE)).id, judged(done).id);
  });

  it('has another id for other guidance, and for another person', () => {
    const ids = [
      judged(done).id,
      judged(having(fresh(), OPEN)).id,
      judged(having(fresh(), ELIGIBLE, '2019-03')).id,
      judged(having(fresh('en', true, 'k2'), ELIGIBLE)).id,
    ];
    assert.equal(new Set(ids).size, ids.length);
  });

  it('is none where there is no guidance', () => {
    const half = say(fresh(), 'start');
    for (const session of [half, say(done, 'no, Azure'), say(half, 'call')]) {
      for (const kind of ['helped', 'wrong'] as const)
        assert.deepEqual(tap(session, { kind, origin: origin(session) }).effects, []);
      assert.deepEqual(reason(session, 'x').effects, []);
    }
  });

  it('on the card of other guidance is not taken for that of now', () => {
    const other = having(done, OPEN);
    const late: readonly Turn[] = [
      tap(other, { kind: 'helped', origin: origin(done) }),
      tap(other, { kind: 'wrong', origin: origin(done) }),
      reason(other, 'x', origin(done)),
    ];
    for (const turn of late) {
      assert.deepEqual(turn.effects, []);
      assert.deepEqual(notes(turn), ['stale']);
    }
  });

  it('of somebody else is none', () => {
    const from = originOf({ ...done.conversation, key: 'k2' } satisfies Conversation);
    assert.deepEqual(tap(done, { kind: 'helped', origin: from }).effects, []);
    assert.deepEqual(reason(done, 'x', from).effects, []);
  });

  it('is cut where it is too long to be meant', () => {
    const data = { action: 'reason', reason: 'x'.repeat(100_000), from: 'k1.2.1', edition: 'newest' };
    const action = parseAction(data);
    assert.ok(action?.kind === 'reason' && action.reason.length <= 500);
  });
});

describe('A hand-over', () => {
  const draft = say(done, 'person');
  const send = (session: Session, from = origin(session)): Turn =>
    tap(session, { kind: 'sendToPerson', origin: from });

  it('is a draft first, and nothing is sent by looking at it', () => {
    assert.equal(screen(draft, 'handOver').state, 'draft');
    assert.equal(screen(draft, 'handOver').day, DAY);
    assert.deepEqual(draft.effects, []);
  });

  it('is sent on request, once: then it says so', () => {
    const sent = send(draft);
    const effect = only(sent);
    assert.ok(effect.kind === 'handOver');
    assert.deepEqual(effect.guidance.situation, ELIGIBLE);
    assert.equal(screen(sent, 'handOver').state, 'sent');
    const remembered = { ...sent, desk: withSent(sent.desk, effect.mark) };
    const again = send(remembered);
    assert.deepEqual(again.effects, []);
    assert.equal(screen(again, 'handOver').state, 'sent');
    assert.equal(screen(say(remembered, 'person'), 'handOver').state, 'sent');
  });

  it('that was not remembered as sent may be tried again, under the same id', () => {
    assert.deepEqual(only(send(draft)), only(send(send(draft))));
  });

  it('has the same id for the same case, so that a detour does not send it twice', () => {
    const first = only(send(draft));
    const detour = say(say(say(done, 'no, Azure'), 'no'), 'person');
    const second = only(send(detour));
    assert.ok(first.kind === 'handOver' && second.kind === 'handOver');
    assert.equal(second.id, first.id);
  });

  it('of other guidance is another one', () => {
    const one = only(send(draft));
    const other = only(send(say(having(done, OPEN), 'person')));
    assert.ok(one.kind === 'handOver' && other.kind === 'handOver');
    assert.notEqual(one.id, other.id);
  });

  it('on the draft of another case sends nothing', () => {
    const late = send(having(done, OPEN), origin(draft));
    assert.deepEqual(late.effects, []);
    assert.deepEqual(notes(late), ['stale']);
  });

  it('is offered to copy where nobody is set up to receive it, and is never sent', () => {
    const alone = having(fresh('en', false), ELIGIBLE);
    const turn = say(alone, 'person');
    assert.equal(screen(turn, 'handOver').state, 'copy');
    assert.equal(screen(send(turn), 'handOver').state, 'copy');
    assert.deepEqual(send(turn).effects, []);
  });

  it('leaves the conversation as it is', () => {
    assert.equal(send(draft).conversation, draft.conversation);
  });

  it('remembers the last few, so that the desk does not grow', () => {
    let { desk } = draft;
    for (let times = 0; times < 50; times += 1)
      desk = withSent(desk, `${'k'.repeat(16)}.${times}.MC-7K3F-9QXD-2M`);
    assert.ok(Buffer.byteLength(JSON.stringify(desk)) < 250);
    assert.ok(desk.sent?.at(-1)?.includes('.49.'));
  });
});

describe('The note for the ticket', () => {
  it('is there at any time, and changes nothing', () => {
    for (const session of [fresh(), done, having(fresh(), OPEN), say(done, 'call')]) {
      const turn = say(session, 'ticket');
      assert.equal(screen(turn, 'ticket').day, DAY);
      assert.equal(turn.conversation, session.conversation);
      assert.deepEqual(turn.effects, []);
      // That it was shown is remembered, where a question stands behind it.
      const { besides: _, ...desk } = turn.desk;
      assert.deepEqual(desk, session.desk);
    }
  });
});
