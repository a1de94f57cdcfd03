import assert from 'node:assert/strict';
import { originOf } from '../../src/conversation/interview/state.js';
import type { Session, Turn } from '../../src/conversation/session.js';
import type { Answer, FactId } from '../../src/policy/facts.js';
import { packed, unpacked } from '../../src/turn/record.js';
import { ELIGIBLE, fresh, having, notes, say, screen, tap } from './talk.js';

/** Puts the question of a fact again, and answers it. */
function changing(session: Session, fact: FactId, value: Answer): Turn {
  const asked = tap(session, { kind: 'change', fact, origin: originOf(session.conversation) });
  return tap(asked, { kind: 'answer', fact, value, origin: originOf(asked.conversation) });
}

function changeIn({ view }: Turn) {
  const note = view.notes.find(({ kind }) => kind === 'answerChanged');
  assert.ok(note?.kind === 'answerChanged', `no change among ${view.notes.map(({ kind }) => kind).join()}`);
  return note;
}

describe('An answer that is changed once there is guidance', () => {
  const done = having(fresh(), ELIGIBLE);

  it('is told with what it changes: the verdict, and what is said besides', () => {
    const turn = changing(done, 'seller', 'otherReseller');
    const { guidance } = screen(turn, 'guidance');
    const { facts, difference } = changeIn(turn);
    assert.deepEqual(facts, ['seller']);
    assert.equal(difference.before, 'eligible');
    assert.equal(difference.after, guidance.eligibility);
    const [gone, added] = [difference.gone.reasons, difference.added.reasons];
    assert.ok(gone.length + added.length > 0);
  });

  it('says that the result stays where it does', () => {
    const { difference } = changeIn(changing(done, 'partner', 'directBill'));
    assert.equal(difference.before, difference.after);
  });

  it('is told of what is typed as well', () => {
    const proposed = say(done, 'change partner');
    assert.equal(proposed.view.screen.kind, 'question');
    const turn = tap(proposed, {
      kind: 'answer',
      fact: 'partner',
      value: 'directBill',
      origin: originOf(proposed.conversation),
    });
    assert.deepEqual(changeIn(turn).facts, ['partner']);
  });

  it('is not told of where nothing was changed, nor before there is guidance', () => {
    assert.deepEqual(notes(changing(done, 'partner', 'indirectReseller')), []);
    const first = say(fresh(), 'start');
    const turn = changing(say(first, '1'), 'cloud', 'usGov');
    assert.ok(!notes(turn).includes('answerChanged'));
  });

  const azure = having(fresh(), { ...ELIGIBLE, partner: 'directBill', service: 'usage' });

  it('is told once there is guidance again, where the change leads to further questions', () => {
    const before = screen(tap(azure, { kind: 'show' }), 'guidance').guidance.eligibility;
    const changed = changing(azure, 'goal', 'takeOver');
    assert.equal(screen(changed, 'question').fact, 'enrollment');
    assert.deepEqual(notes(changed).includes('answerChanged'), false);
    let turn = changed;
    for (let asked = 0; turn.view.screen.kind === 'question' && asked < 9; asked++) {
      const { fact, options } = screen(turn, 'question');
      const [value] = options;
      assert.ok(value);
      turn = tap(turn, { kind: 'answer', fact, value, origin: originOf(turn.conversation) });
    }
    const { facts, difference } = changeIn(turn);
    assert.deepEqual(facts, ['goal']);
    assert.equal(difference.before, before);
    assert.equal(difference.after, screen(turn, 'guidance').guidance.eligibility);
    assert.equal(turn.conversation.since, undefined);
    assert.equal(notes(tap(turn, { kind: 'show' })).includes('answerChanged'), false);
  });

  it('is forgotten where it is taken back, and with a new customer', () => {
    const changed = changing(azure, 'goal', 'takeOver');
    assert.deepEqual(changed.conversation.since, [['goal', 'support']]);
    const back = changing(changed, 'goal', 'support');
    assert.equal(back.conversation.since, undefined);
    assert.deepEqual(notes(back), []);
    const next = tap(changed, { kind: 'restart', origin: originOf(changed.conversation) });
    assert.equal(next.conversation.since, undefined);
    const record = { conversation: changed.conversation, language: 'en', recent: [] } as const;
    assert.deepEqual(unpacked(JSON.parse(JSON.stringify(packed(record)))), record);
  });
});
