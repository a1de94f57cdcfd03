import assert from 'node:assert/strict';
import { type CarriedAnswers, withCarried } from '../../src/cases/carried.js';
import { CaseStore } from '../../src/cases/case-store.js';
import type { CaseAnswers, KeptCase } from '../../src/cases/kept-case.js';
import { redated, stepsOfCase, tickedOn, untickedOn } from '../../src/cases/plan-ticks.js';
import { memoryStore } from '../../src/storage/memory.js';
import { made } from './case-contract.js';
import { WITH_GDAP } from './rounds-world.js';

const DAY = '2026-12-01';

function asNow(kept: KeptCase): CarriedAnswers {
  const { shared, subscriptions, edition, ticks } = kept;
  return { shared, subscriptions, edition, done: ticks.map(({ step }) => step) };
}

function put(answers: CaseAnswers, ...pairs: CaseAnswers): CaseAnswers {
  return [...new Map([...answers, ...pairs])];
}

describe('What a conversation carries into a kept case', () => {
  let kept: KeptCase;
  beforeEach(async () => {
    kept = await made(new CaseStore(memoryStore()), undefined, WITH_GDAP);
  });

  it('is the corrected answer, and nothing of what somebody else has changed meanwhile', () => {
    const before = asNow(kept);
    const theirs = { ...kept, shared: put(kept.shared, ['partner', 'indirectReseller']) };
    const [first = []] = before.subscriptions;
    const now = { ...before, subscriptions: [put(first, ['goal', 'resell'])] };
    const after = withCarried(theirs, before, now, DAY);
    assert.equal(new Map(after.shared).get('partner'), 'indirectReseller');
    assert.equal(new Map(after.subscriptions[0]).get('goal'), 'resell');
    assert.equal(new Map(after.subscriptions[0]).get('seller'), 'microsoft');
  });

  it('takes back what was taken back', () => {
    const before = asNow(kept);
    const [first = []] = before.subscriptions;
    const now = { ...before, subscriptions: [first.filter(([fact]) => fact !== 'goal')] };
    assert.equal(new Map(withCarried(kept, before, now, DAY).subscriptions[0]).has('goal'), false);
  });

  it('is another subscription, and one that was left out, each with its dates', () => {
    const before = asNow(kept);
    const second: CaseAnswers = [['service', 'usage']];
    const two = { ...before, subscriptions: [...before.subscriptions, second] };
    const added = withCarried(kept, before, two, DAY);
    assert.deepEqual(added.subscriptions, two.subscriptions);
    const dated = { ...added, dates: [{ kind: 'termEnd', subscription: 1, day: DAY } as const] };
    const left = withCarried(dated, two, { ...two, subscriptions: [second] }, DAY);
    assert.deepEqual(left.subscriptions, [second]);
    assert.deepEqual(left.dates, [{ kind: 'termEnd', subscription: 0, day: DAY }]);
    const changed = {
      ...added,
      subscriptions: [put(kept.subscriptions[0] ?? [], ['goal', 'resell']), second],
    };
    const stays = withCarried(changed, two, { ...two, subscriptions: [second] }, DAY);
    assert.equal(stays.subscriptions.length, 2, 'somebody else has answered for the one that was left out');
  });

  it('is never more than a case holds, however it was changed meanwhile', () => {
    const before = asNow(kept);
    const more = Array.from({ length: 3 }, (): CaseAnswers => [['service', 'usage']]);
    const full = { ...kept, subscriptions: [...kept.subscriptions, ...more] };
    const now = { ...before, subscriptions: [...before.subscriptions, ...more] };
    assert.equal(withCarried(full, before, now, DAY).subscriptions.length, 5);
  });

  it('is what was ticked there, with the day, and what was ticked before stays when the plan changes', () => {
    const [step] = stepsOfCase(kept);
    assert.ok(step);
    const before = asNow(kept);
    const ticked = withCarried(kept, before, { ...before, done: [step.id] }, DAY);
    assert.deepEqual(
      ticked.ticks.map((tick) => [tick.step, tick.day]),
      [[step.id, DAY]],
    );
    const now = asNow(ticked);
    const [first = []] = now.subscriptions;
    const other = withCarried(
      ticked,
      now,
      {
        ...now,
        shared: put(now.shared, ['cloud', 'government']),
        subscriptions: [put(first, ['goal', 'resell'])],
      },
      DAY,
    );
    assert.equal(other.ticks.length, 1);
    assert.deepEqual(withCarried(ticked, now, { ...now, done: [] }, DAY).ticks, []);
  });
});

describe('A ticked step of a kept case', () => {
  it('lets the next one be waited for, where somebody else has to take it, since the day of the tick', async () => {
    const kept = await made(new CaseStore(memoryStore()), undefined, WITH_GDAP);
    const steps = stepsOfCase(kept);
    const place = steps.findIndex(({ actor }, at) => at > 0 && actor !== 'you');
    const next = steps[place];
    assert.ok(next);
    const done = steps.slice(0, place).reduce((sofar, { id }) => tickedOn(id, DAY)(sofar), kept);
    assert.deepEqual(done.waiting, { step: next.id, actor: next.actor, since: DAY });
    const before = steps[place - 1]?.id ?? '';
    const earlier = redated(before, '2026-11-20')(done);
    assert.equal(earlier.waiting?.since, '2026-11-20', 'it was sent on another day');
    assert.equal(earlier.ticks.at(-1)?.day, '2026-11-20');
    const later = tickedOn(next.id, '2026-12-05')(earlier);
    assert.notEqual(later.waiting?.step, next.id);
    assert.equal(untickedOn(next.id, '2026-12-06')(later).waiting?.step, next.id);
    assert.equal(tickedOn('noSuchStep', DAY)(kept), kept);
  });
});
