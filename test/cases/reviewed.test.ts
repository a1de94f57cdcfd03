import assert from 'node:assert/strict';
import { watchedOr } from '../../src/cases/case-changes.js';
import { ANNA, DAY } from './case-contract.js';
import { reachOf, WITH_GDAP, type World, world } from './rounds-world.js';

/** Somebody who keeps a case and watches it. */
async function watching(one: World): Promise<string> {
  const kept = (await one.cases.create(ANNA, WITH_GDAP, DAY)) ?? assert.fail();
  await one.reminders.start(ANNA, kept.id, DAY);
  await one.cases.change(ANNA, kept.id, watchedOr(true), DAY);
  return kept.id;
}

function told({ letters }: World): readonly string[] {
  return letters.flatMap(({ reason }) => (reason.kind === 'review' ? [reason.passages] : []));
}

describe('Whoever watches a case whose sources are under review', () => {
  it('is told of each once, and once more where it has changed again after somebody compared it', async () => {
    let passages = 'gdap#request';
    const one = world({ reviewOf: () => passages });
    await watching(one);
    await one.reminders.reachedAt(ANNA, reachOf(ANNA), DAY);
    await one.until('2026-11-25T00:00:00Z');
    assert.deepEqual(told(one), ['gdap#request']);
    passages = 'gdap#approve gdap#request';
    await one.until('2026-11-27T00:00:00Z');
    assert.deepEqual(told(one), ['gdap#request', 'gdap#approve'], 'only the other one is news');
    passages = 'gdap#approve';
    await one.until('2026-11-30T00:00:00Z');
    assert.equal(told(one).length, 2, 'that one was compared is told to nobody');
    passages = 'gdap#approve gdap#request';
    await one.until('2026-12-02T00:00:00Z');
    assert.deepEqual(told(one).slice(2), ['gdap#request']);
  });

  it('is told when they come back where they cannot be written to, until they have seen it', async () => {
    let passages = '';
    const one = world({ reviewOf: () => passages });
    const id = await watching(one);
    const kept = async () => (await one.cases.open(ANNA, id)) ?? assert.fail();
    assert.equal(await one.reminders.atReturn(ANNA, await kept(), DAY), undefined);
    passages = 'gdap#request';
    assert.deepEqual(await one.reminders.atReturn(ANNA, await kept(), DAY), { kind: 'review' });
    assert.equal(await one.reminders.review(ANNA, await kept()), 'gdap#request');
    assert.equal(await one.reminders.review(ANNA, await kept()), '', 'they have seen it');
    assert.equal(await one.reminders.atReturn(ANNA, await kept(), DAY), undefined);
    passages = 'gdap#approve gdap#request';
    await one.cases.change(ANNA, id, watchedOr(false), DAY);
    assert.equal(await one.reminders.atReturn(ANNA, await kept(), DAY), undefined, 'they watch it no longer');
  });
});
