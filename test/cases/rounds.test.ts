import assert from 'node:assert/strict';
import {
  closedOn,
  renamed,
  ticked,
  toldBy,
  unticked,
  waitingFor,
  watchedOr,
} from '../../src/cases/case-changes.js';
import { keeperId } from '../../src/cases/keeper.js';
import { DueList, hourOf } from '../../src/cases/reminders/due-list.js';
import { LEASE } from '../../src/cases/reminders/rounds.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { ANNA, BEN, DAY } from './case-contract.js';
import { DAY_LONG, HOUR, MINUTE, reachOf, WITH_GDAP, type World, world } from './rounds-world.js';

const ASKED = ticked({ step: 'requestGdap', day: DAY, by: 'adminAgent' });
const WAITING = waitingFor({ step: 'customerAccepts', actor: 'customer', since: DAY });

/** Anna, reached in Teams, who keeps a case and is reminded of it. */
async function begun(one: World, change = ASKED, keeper = ANNA): Promise<string> {
  const kept = (await one.cases.create(keeper, WITH_GDAP, DAY)) ?? assert.fail();
  await one.reminders.reachedAt(keeper, reachOf(keeper), DAY);
  await one.reminders.start(keeper, kept.id, DAY);
  await one.cases.change(keeper, kept.id, change, DAY);
  return kept.id;
}

describe('Reminders', () => {
  it('come two weeks, three days and a day before a request lapses, at the keeper’s own hour, each once', async () => {
    const one = world();
    await begun(one);
    await one.until('2027-03-10T00:00:00Z');
    // A request of 23 November lapses after 90 days, on 21 February; Budapest is an hour ahead of UTC.
    assert.deepEqual(one.times, ['2027-02-07T08:00', '2027-02-18T08:00', '2027-02-20T08:00']);
    for (const { reason } of one.letters) {
      assert.ok(reason.kind === 'lapse');
      assert.equal(reason.deadline.day, '2027-02-21');
      assert.equal(reason.deadline.step, 'customerApprovesGdap');
      assert.ok(reason.deadline.citations.some(({ page }) => page === 'gdapFaq'));
    }
    assert.equal(new Set(one.letters.map(({ name }) => name)).size, 3);
  });

  it('come each week while something is waited for, until it is done', async () => {
    const one = world();
    const id = await begun(one, WAITING);
    await one.until('2026-12-10T00:00:00Z');
    assert.deepEqual(one.times, ['2026-11-30T08:00', '2026-12-07T08:00']);
    await one.cases.change(
      ANNA,
      id,
      ticked({ step: 'customerAccepts', day: '2026-12-10', by: 'customer' }),
      DAY,
    );
    await one.until('2027-02-01T00:00:00Z');
    assert.equal(one.letters.length, 2);
  });

  it('come at the same hour when the clocks are changed, wherever the keeper is', async () => {
    const one = world({ start: '2027-03-20T12:00:00Z' });
    const id = await begun(
      one,
      waitingFor({ step: 'customerAccepts', actor: 'customer', since: '2027-03-16' }),
    );
    await one.until('2027-03-24T00:00:00Z');
    await one.until('2027-03-31T00:00:00Z');
    assert.deepEqual(one.times, ['2027-03-23T08:00', '2027-03-30T07:00'], 'summer time began on the 28th');
    await one.reminders.reachedAt(ANNA, reachOf(ANNA, 'Asia/Shanghai', 18), DAY);
    await one.until('2027-04-08T00:00:00Z');
    assert.equal(one.times.at(-1), '2027-04-06T10:00');
    assert.equal((await one.reminders.state(ANNA, id)).on, true);
  });

  it('are sent by exactly one of many instances', async () => {
    const one = world();
    for (let at = 0; at < 20; at += 1) await begun(one, WAITING, { channel: 'msteams', user: `29:${at}` });
    one.set('2026-11-30T08:00:30Z');
    const instances = Array.from({ length: 5 }, () => one.instance());
    await Promise.all(instances.map((each) => each.round()));
    assert.equal(one.letters.length, 20);
    assert.equal(new Set(one.letters.map(({ name }) => name)).size, 20);
  });

  it('are sent by another once the claim of one that is gone has ended, under the same name', async () => {
    const one = world();
    await begun(one, WAITING);
    one.set('2026-11-30T08:00:30Z');
    one.will('hang');
    void one.instance().round();
    while (one.letters.length === 0) await new Promise(setImmediate);
    const other = one.instance();
    assert.equal(await other.round(), 0, 'claimed');
    one.pass(LEASE - 1000);
    assert.equal(await other.round(), 0, 'still claimed');
    one.pass(2000);
    assert.equal(await other.round(), 1);
    assert.equal(one.letters[0]?.name, one.letters[1]?.name);
    assert.equal(await other.round(), 0);
  });

  it('are claimed no longer where the clock is set back behind the claim', async () => {
    const one = world();
    await begun(one, WAITING);
    one.set('2026-12-20T08:00:30Z');
    one.will('hang');
    void one.instance().round();
    while (one.letters.length === 0) await new Promise(setImmediate);
    one.set('2026-11-30T08:00:30Z');
    assert.equal(await one.instance().round(), 1);
  });

  it('stop where the bot was blocked or uninstalled, and go on when the keeper writes again', async () => {
    const one = world();
    const id = await begun(one, WAITING);
    one.will({ kind: 'blocked' });
    await one.until('2026-12-20T00:00:00Z');
    assert.equal(one.letters.length, 1);
    const state = { on: true, blocked: '2026-11-30', reached: true, hour: 9 };
    assert.deepEqual(await one.reminders.state(ANNA, id), state);
    await one.reminders.reachedAt(ANNA, reachOf(ANNA), '2026-12-20');
    assert.equal((await one.reminders.state(ANNA, id)).blocked, undefined);
    await one.until('2026-12-21T00:00:00Z');
    assert.equal(one.letters.length, 2, 'what was missed is said once');
    await one.until('2026-12-27T00:00:00Z');
    assert.deepEqual(one.times.slice(2), ['2026-12-21T08:00']);
  });

  it('wait as long as a busy channel asks, all of them', async () => {
    const one = world();
    for (let at = 0; at < 3; at += 1) await begun(one, WAITING, { channel: 'msteams', user: `29:${at}` });
    one.set('2026-11-30T08:00:30Z');
    one.will({ kind: 'busy', wait: 10 * MINUTE });
    const rounds = one.instance();
    await rounds.round();
    assert.equal(one.letters.length, 1, 'nobody else is tried');
    one.pass(9 * MINUTE);
    await rounds.round();
    assert.equal(one.letters.length, 1);
    one.pass(10 * MINUTE);
    await one.until('2026-11-30T10:00:00Z', rounds, MINUTE);
    assert.equal(one.letters.length, 4);
    assert.equal(
      new Set(one.letters.map(({ name }) => name)).size,
      3,
      'each once, and the refused one again',
    );
  });

  it('are tried again more and more rarely where they fail, and are not lost', async () => {
    const one = world();
    await begun(one, WAITING);
    one.set('2026-11-30T08:00:30Z');
    for (let at = 0; at < 12; at += 1) one.will({ kind: 'failed' });
    await one.until('2026-12-03T08:00:00Z', one.instance(), 5 * MINUTE);
    assert.equal(one.letters.length, 13);
    const gaps = one.times
      .map((time) => Date.parse(`${time}Z`))
      .map((at, index, all) => at - (all[index - 1] ?? at));
    assert.ok((gaps[1] ?? 0) <= 10 * MINUTE && (gaps.at(-1) ?? 0) >= 2 * HOUR, gaps.join());
    assert.equal(new Set(one.letters.map(({ name }) => name)).size, 1);
  });

  it('come not at all for whoever is forgotten, and for the others who keep the case they do', async () => {
    const one = world();
    const id = await begun(one, WAITING);
    const invitation = (await one.cases.share(ANNA, id, DAY)) ?? assert.fail();
    await one.cases.join(BEN, invitation, DAY);
    await one.reminders.reachedAt(BEN, reachOf(BEN), DAY);
    await one.reminders.start(BEN, id, DAY);
    await one.reminders.forget(ANNA);
    await one.cases.forget(ANNA);
    await one.until('2026-12-01T00:00:00Z');
    assert.deepEqual(
      one.letters.map(({ reach }) => reach.address.user),
      [BEN.user],
    );
    await one.reminders.forget(BEN);
    await one.cases.forget(BEN);
    await one.until('2026-12-20T00:00:00Z');
    assert.equal(one.letters.length, 1);
    assert.deepEqual(await new DueList(one.store).until(hourOf(one.now())), [], 'nothing is listed any more');
  });

  it('come at most once a day for a case, later where that was said, and stop', async () => {
    const one = world();
    const id = await begun(one, (kept) => ASKED(WAITING(kept)));
    await one.until('2026-12-01T00:00:00Z');
    assert.deepEqual(one.times, ['2026-11-30T08:00']);
    await one.reminders.later(ANNA, id, '2026-12-12');
    await one.until('2026-12-13T00:00:00Z');
    assert.deepEqual(one.times.slice(1), ['2026-12-12T08:00']);
    await one.reminders.stop(ANNA, id);
    await one.until('2027-03-01T00:00:00Z');
    assert.equal(one.letters.length, 2);
    await one.reminders.start(ANNA, id, '2027-03-01');
    await one.cases.change(ANNA, id, closedOn('2027-03-01'), '2027-03-01');
    await one.until('2027-05-01T00:00:00Z');
    assert.equal(one.letters.length, 2, 'a closed case is at rest');
  });

  it('come once for all that was due while nobody was there', async () => {
    const one = world();
    await begun(one);
    one.set('2027-02-19T12:00:00Z');
    await one.until('2027-03-01T00:00:00Z');
    assert.deepEqual(one.times, ['2027-02-19T12:00', '2027-02-20T08:00']);
  });

  it('come when a step that was ticked too early is taken back, and for a request that is made anew', async () => {
    const one = world();
    const id = await begun(one);
    await one.cases.change(ANNA, id, ticked({ step: 'customerApprovesGdap', day: DAY, by: 'customer' }), DAY);
    await one.cases.change(ANNA, id, unticked('customerApprovesGdap'), DAY);
    await one.cases.change(
      ANNA,
      id,
      ticked({ step: 'requestGdap', day: '2026-12-23', by: 'adminAgent' }),
      DAY,
    );
    await one.until('2027-03-10T00:00:00Z');
    assert.deepEqual(one.times, ['2027-03-09T08:00'], 'ninety days after the second');
  });

  it('are listed in values of a bounded size, however many are due in one hour, and all are found', async () => {
    const sizes: number[] = [];
    const store = memoryStore();
    const watched: Store = {
      ...store,
      write: (key, value, expected) => {
        sizes.push(JSON.stringify(value).length);
        return store.write(key, value, expected);
      },
    };
    const list = new DueList(watched);
    const all = Array.from({ length: 3000 }, (_, at) => ({
      id: `case-${String(at).padStart(7, '0')}`,
      keeper: keeperId(ANNA),
    }));
    for (const each of all) await list.add(each, 1000);
    const [first] = all;
    if (first !== undefined) await list.add(first, 1000);
    assert.ok(Math.max(...sizes) <= 16 * 1024 + 2, String(Math.max(...sizes)));
    const found = await list.until(1000);
    assert.deepEqual(
      found.map(({ id }) => id).toSorted(),
      all.map(({ id }) => id),
    );
    for (const each of found) await list.remove(each);
    assert.deepEqual(await list.until(1000), []);
  });

  it('are found again by whoever looks after the list was written and the reminder was not', async () => {
    const one = world();
    const id = await begun(one, WAITING);
    const list = new DueList(one.store);
    const listed = { id, keeper: keeperId(ANNA) };
    await list.add(listed, hourOf(one.now()));
    await one.instance().round();
    assert.deepEqual(await list.until(hourOf(one.now())), [], 'a name alone is dropped');
    await one.until('2026-12-01T00:00:00Z');
    assert.equal(one.letters.length, 1);
  });
});

describe('Whoever watches a case', () => {
  const OLD = { ...WITH_GDAP, told: '2020-06' } as const;

  async function watching(one: World): Promise<string> {
    const kept = (await one.cases.create(ANNA, OLD, DAY)) ?? assert.fail();
    await one.reminders.reachedAt(ANNA, reachOf(ANNA), DAY);
    await one.cases.change(ANNA, kept.id, watchedOr(true), DAY);
    return kept.id;
  }

  it('is told once what a newer edition says differently, and what of the ticked steps still counts', async () => {
    const one = world();
    const id = await watching(one);
    await one.cases.change(ANNA, id, ticked({ step: 'requestRelationship', day: DAY, by: 'you' }), DAY);
    await one.until('2026-12-20T00:00:00Z');
    assert.equal(one.letters.length, 1);
    const [letter] = one.letters;
    assert.ok(letter?.reason.kind === 'news');
    const { from, to, differing, keptTicks } = letter.reason.news;
    assert.deepEqual([from, to], ['2020-06', '2026-11']);
    assert.deepEqual(
      differing.map(({ subscription }) => subscription),
      [0],
    );
    assert.ok(differing[0]?.difference.added.steps.some(({ id: step }) => step === 'requestGdap'));
    assert.deepEqual(
      keptTicks.map(({ step }) => step),
      ['requestRelationship'],
    );
  });

  it('is told nothing where they have seen the newer answer, or watch no longer', async () => {
    const seen = world();
    await seen.cases.change(ANNA, await watching(seen), toldBy('2026-11'), DAY);
    await seen.until('2026-12-01T00:00:00Z');
    const off = world();
    await off.cases.change(ANNA, await watching(off), watchedOr(false), DAY);
    await off.until('2026-12-01T00:00:00Z');
    assert.equal(seen.letters.length + off.letters.length, 0);
  });

  it('is told each with their own words, also where another keeper was told before', async () => {
    const one = world();
    const id = await watching(one);
    const invitation = (await one.cases.share(ANNA, id, DAY)) ?? assert.fail();
    await one.cases.join(BEN, invitation, DAY);
    await one.until('2026-12-01T00:00:00Z');
    assert.deepEqual(
      one.letters.map(({ reach }) => reach.address.user),
      [ANNA.user],
    );
    await one.reminders.reachedAt(BEN, reachOf(BEN), '2026-12-01');
    await one.cases.change(BEN, id, renamed('ours'), '2026-12-01');
    await one.until('2026-12-05T00:00:00Z');
    assert.deepEqual(
      one.letters.map(({ reach }) => reach.address.user),
      [ANNA.user, BEN.user],
    );
  });

  it('is told once that a source is under review, within a day of when it is found', async () => {
    let passages = '';
    const one = world({ reviewOf: () => passages });
    const id = await watching(one);
    await one.cases.change(ANNA, id, toldBy('2026-11'), DAY);
    await one.until('2026-12-01T12:00:00Z');
    assert.equal(one.letters.length, 0);
    passages = 'gdapFaq#request';
    await one.until('2026-12-10T00:00:00Z');
    assert.deepEqual(one.times, ['2026-12-02T08:00']);
    assert.equal(one.letters[0]?.reason.kind, 'review');
    passages = 'gdapFaq#request gdapFaq#orders';
    await one.until('2026-12-20T00:00:00Z');
    assert.equal(one.letters.length, 2, 'another passage is news');
    assert.ok(one.now() - Date.parse(`${one.times[1]}Z`) > 5 * DAY_LONG);
  });
});
