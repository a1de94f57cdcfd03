import assert from 'node:assert/strict';
import { type HandedOver, type HandOver, HandOverError } from '../../src/handover/hand-over.js';
import { once } from '../../src/handover/once.js';
import { timedHandOver } from '../../src/handover/timed-hand-over.js';
import { caseOf } from './cases.js';

/** Takes cases when it is told to. */
function desk() {
  const waiting: { readonly one: HandedOver; readonly take: () => void; readonly refuse: () => void }[] = [];
  const handOver: HandOver = {
    send: (one) =>
      new Promise((take, fail) => {
        waiting.push({ one, take, refuse: () => fail(new Error('closed')) });
      }),
  };
  return { waiting, handOver };
}

describe('A hand-over', () => {
  it('that is asked for twice at once is sent once, and both hear the same', async () => {
    const { waiting, handOver } = desk();
    const guarded = once(handOver);
    const both = Promise.all([guarded.send(caseOf('a')), guarded.send(caseOf('a'))]);
    assert.equal(waiting.length, 1);
    waiting[0]?.take();
    await both;
  });

  it('that has arrived is not sent again', async () => {
    const { waiting, handOver } = desk();
    const guarded = once(handOver);
    const first = guarded.send(caseOf('a'));
    waiting[0]?.take();
    await first;
    await guarded.send(caseOf('a'));
    assert.equal(waiting.length, 1);
  });

  it('that failed may be sent again, and whoever waited hears of it', async () => {
    const { waiting, handOver } = desk();
    const guarded = once(handOver);
    const both = Promise.allSettled([guarded.send(caseOf('a')), guarded.send(caseOf('a'))]);
    waiting[0]?.refuse();
    assert.deepEqual(
      (await both).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    const again = guarded.send(caseOf('a'));
    assert.equal(waiting.length, 2);
    waiting[1]?.take();
    await again;
  });

  it('of another id does not wait', async () => {
    const { waiting, handOver } = desk();
    const guarded = once(handOver);
    const all = Promise.all(['a', 'b', '__proto__'].map((id) => guarded.send(caseOf(id))));
    assert.deepEqual(
      waiting.map(({ one }) => one.id),
      ['a', 'b', '__proto__'],
    );
    for (const { take } of waiting) take();
    await all;
  });

  it('is remembered for a while, not for ever', async () => {
    const sent: string[] = [];
    const guarded = once({
      send: async ({ id }) => {
        sent.push(id);
      },
    });
    for (let at = 0; at <= 1000; at += 1) await guarded.send(caseOf(`${at}`));
    await guarded.send(caseOf('1000'));
    await guarded.send(caseOf('0'));
    assert.deepEqual(sent.slice(-2), ['1000', '0']);
  });

  it('that takes too long is not waited for, and trying again waits for the same delivery', async () => {
    const { waiting, handOver } = desk();
    const guarded = timedHandOver(once(handOver), 20, 'Look there.');
    await assert.rejects(guarded.send(caseOf('a')), { name: HandOverError.name, message: 'Look there.' });
    const again = guarded.send(caseOf('a'));
    assert.equal(waiting.length, 1);
    waiting[0]?.take();
    await again;
  });

  it('that takes too long and then fails harms nobody', async () => {
    const { waiting, handOver } = desk();
    const guarded = timedHandOver(once(handOver), 20, 'Look there.');
    await assert.rejects(guarded.send(caseOf('a')), HandOverError);
    waiting[0]?.refuse();
    await new Promise(setImmediate);
    const again = guarded.send(caseOf('a'));
    assert.equal(waiting.length, 2);
    waiting[1]?.take();
    await again;
  });
});
