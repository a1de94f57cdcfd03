import assert from 'node:assert/strict';
import {
  answered,
  closedOn,
  dated,
  keptUntil,
  openedAgain,
  renamed,
  ticked,
  unticked,
  waitingFor,
  watchedOr,
  withoutSubscription,
  withSubscription,
} from '../../src/cases/case-changes.js';
import { MOST_CASES } from '../../src/cases/case-list.js';
import { CaseStore } from '../../src/cases/case-store.js';
import { keeperId } from '../../src/cases/keeper.js';
import { type KeptCase, LONGEST_LABEL, labelOf, MOST_SUBSCRIPTIONS } from '../../src/cases/kept-case.js';
import { packedCase, unpackedCase } from '../../src/cases/packed-case.js';
import { redated } from '../../src/cases/plan-ticks.js';
import { ROLES, stepIds } from '../../src/policy/edition.js';
import { newest } from '../../src/policy/editions/registry.js';
import { FACT_IDS, optionsOf } from '../../src/policy/facts.js';
import { memoryStore } from '../../src/storage/memory.js';
import { ANNA, caseContract, DAY, DRAFT, made } from './case-contract.js';

const all = FACT_IDS.map((fact) => [fact, longest(optionsOf(fact))] as const);

function longest<T extends string>(words: readonly T[]): T {
  return words.toSorted((a, b) => b.length - a.length)[0] ?? assert.fail();
}

/** The largest case of five subscriptions that there can be: everything said, everything done, twenty keepers. */
const FULL = {
  id: 'AAAAAAAAAAAA',
  label: '汉'.repeat(LONGEST_LABEL),
  shared: all.slice(0, 4),
  subscriptions: Array.from({ length: 5 }, () => all.slice(4)),
  edition: '2026-11',
  told: '2026-11',
  ticks: stepIds(newest('global')).map((step) => ({ step, day: '2027-11-23', by: longest(ROLES) })),
  waiting: { step: 'customerApprovesGdap', actor: 'currentPartner', since: '2027-02-01' },
  dates: Array.from({ length: 5 }, (_, subscription) => ({
    kind: 'termEnd' as const,
    subscription,
    day: '2027-12-31',
  })),
  watched: true,
  closed: '2027-11-23',
  created: '2026-11-23',
  changed: '2027-11-23',
  keepers: Array.from({ length: 20 }, (_, at) => keeperId({ channel: 'msteams', user: `${at}` })),
  invitation: 'BBBBBBBBBBBB',
} as unknown as KeptCase;

describe('A kept case', () => {
  caseContract(memoryStore);

  it('of five subscriptions is stored in under 4 KB, whatever was said and done', () => {
    const bytes = Buffer.byteLength(JSON.stringify(packedCase(FULL)));
    assert.ok(bytes < 4096, `${bytes} bytes`);
    assert.deepEqual(unpackedCase(FULL.id, JSON.parse(JSON.stringify(packedCase(FULL)))), FULL);
  });

  it('is read without what this version does not know', () => {
    const stored = {
      ...packedCase(FULL),
      shared: 'cloud=public cloud=moon planet=mars',
      ticks: 'requestGdap,3,adminAgent requestGdap,?,adminAgent requestGdap,3,anna',
      dates: 'termEnd,0,a moonrise,0,a termEnd,77,a',
      waiting: 'requestGdap,1,somebody',
      closed: 'yesterday',
    };
    const read = unpackedCase('AAAAAAAAAAAA', stored) ?? assert.fail();
    assert.deepEqual(read.shared, [['cloud', 'public']]);
    assert.deepEqual(read.ticks, [{ step: 'requestGdap', day: '2026-11-26', by: 'adminAgent' }]);
    assert.deepEqual(read.dates, [{ kind: 'termEnd', subscription: 0, day: '2026-12-03' }]);
    assert.equal(read.waiting, undefined);
    assert.equal(read.closed, undefined);
    for (const nothing of [null, 1, 'text', {}, { ...stored, told: '1999' }, { ...stored, created: '' }]) {
      assert.equal(unpackedCase('AAAAAAAAAAAA', nothing), undefined);
    }
  });

  it('has a label on one line, cut where a character ends', () => {
    assert.equal(labelOf('  A\n\tB\u202e\u0000 C  '), 'A B C');
    const family = '👨‍👩‍👧‍👦';
    const label = labelOf(family.repeat(20));
    assert.ok(label.length <= LONGEST_LABEL && label.length % family.length === 0);
  });

  it('says of nobody who they are', async () => {
    const { id, ...kept } = await made(new CaseStore(memoryStore()));
    assert.match(id, /^[\w-]{12}$/);
    assert.ok(!JSON.stringify(kept).includes('anna'));
  });

  it('does what was asked once, however often it is asked', async () => {
    const begun = await made(new CaseStore(memoryStore()));
    const changes = [
      renamed('Fabrikam'),
      waitingFor({ step: 'customerAccepts', actor: 'customer', since: DAY }),
      ticked({ step: 'requestGdap', day: DAY, by: 'adminAgent' }),
      dated({ kind: 'termEnd', subscription: 1, day: '2027-01-31' }),
      closedOn(DAY),
      watchedOr(true),
      answered([['cloud', 'usGov']], 0, [['service', 'other']]),
    ];
    const once = changes.reduce((kept, change) => change(kept), begun);
    assert.deepEqual(
      changes.reduce((kept, change) => change(kept), once),
      once,
    );
    assert.equal(once.label, 'Fabrikam');
    assert.deepEqual(once.subscriptions, [[['service', 'other']], [['service', 'usage']]]);
    assert.equal(openedAgain(once).closed, undefined);
    assert.equal(ticked({ step: 'customerAccepts', day: DAY, by: 'customer' })(once).waiting, undefined);
    assert.deepEqual(unticked('requestGdap')(once).ticks, []);
    assert.equal(keptUntil(once, 365), '2027-11-23');
  });

  it('drops a subscription with its dates, but never the last, and takes no more than it can', async () => {
    const begun = dated({ kind: 'termEnd', subscription: 1, day: '2027-01-31' })(
      await made(new CaseStore(memoryStore())),
    );
    const one = withoutSubscription(0)(begun);
    assert.deepEqual(one.subscriptions, [[['service', 'usage']]]);
    assert.deepEqual(one.dates, [{ kind: 'termEnd', subscription: 0, day: '2027-01-31' }]);
    assert.equal(withoutSubscription(0)(one), one);
    assert.deepEqual(withoutSubscription(1)(begun).dates, []);
    assert.equal(dated({ kind: 'termEnd', subscription: 5, day: DAY })(one), one);
    let full = begun;
    for (let at = 0; at < 20; at += 1) full = withSubscription([['service', 'license']])(full);
    assert.equal(full.subscriptions.length, MOST_SUBSCRIPTIONS);
  });

  it('is not made where somebody keeps as many as they can, or of nothing', async () => {
    const cases = new CaseStore(memoryStore());
    for (let at = 0; at < MOST_CASES; at += 1) await made(cases);
    assert.equal(await cases.create(ANNA, DRAFT, DAY), undefined);
    assert.equal(await cases.create(ANNA, { ...DRAFT, subscriptions: [] }, DAY), undefined);
    assert.equal((await cases.list(ANNA)).length, MOST_CASES);
  });

  it('keeps its ticks and dates where somebody gives a day that can be none of it', async () => {
    const cases = new CaseStore(memoryStore());
    const { id } = await made(cases);
    const tick = { step: 'requestGdap', day: DAY, by: 'you' } as const;
    const date = { kind: 'termEnd', subscription: 0, day: '2027-01-31' } as const;
    await cases.change(ANNA, id, ticked(tick), DAY);
    await cases.change(ANNA, id, dated(date), DAY);
    for (const day of ['9999-12-31', '0202-06-01', '0000-01-01', '2926-01-01', '2026-02-30', 'x']) {
      await cases.change(ANNA, id, redated('requestGdap', day), DAY);
      await cases.change(ANNA, id, dated({ ...date, day }), DAY);
      const kept = await cases.open(ANNA, id);
      assert.deepEqual([kept?.ticks, kept?.dates], [[tick], [date]], day);
    }
    await cases.change(ANNA, id, redated('requestGdap', '2026-10-01'), DAY);
    assert.equal((await cases.open(ANNA, id))?.ticks[0]?.day, '2026-10-01');
  });

  it('is kept by twenty together, and by no more', async () => {
    const cases = new CaseStore(memoryStore());
    const { id } = await made(cases);
    const invitation = (await cases.share(ANNA, id, DAY)) ?? assert.fail('nothing was shared');
    const others = Array.from({ length: 25 }, (_, at) => ({ channel: 'msteams', user: `29:${at}` }));
    const joined = await Promise.all(others.map((each) => cases.join(each, invitation, DAY)));
    assert.equal(joined.filter((kept) => kept !== undefined).length, 19);
    assert.equal((await cases.open(ANNA, id))?.keepers.length, 20);
    const lists = await Promise.all(others.map((each) => cases.list(each)));
    assert.equal(lists.flat().length, 19, 'nobody has it who does not keep it');
  });

  it('is not left behind where somebody is forgotten while they make it', async () => {
    const store = memoryStore();
    const cases = new CaseStore({
      ...store,
      async write(key, value, expected) {
        const version = await store.write(key, value, expected);
        if (key.startsWith('["case",')) await new CaseStore(store).forget(ANNA);
        return version;
      },
    });
    const written: string[] = [];
    const watched = new CaseStore({
      ...store,
      write: (key, value, expected) => {
        written.push(key);
        return store.write(key, value, expected);
      },
    });
    assert.equal(await cases.create(ANNA, DRAFT, DAY), undefined);
    assert.ok(await watched.create(ANNA, DRAFT, DAY));
    assert.match(written[0] ?? '', /case-list/, 'the list first');
  });

  it('shows the cases open first, and of those the one changed last', async () => {
    const cases = new CaseStore(memoryStore());
    const [a, b, c] = [await made(cases), await made(cases), await made(cases)];
    await cases.change(ANNA, a.id, closedOn(DAY), '2026-11-26');
    await cases.change(ANNA, b.id, renamed('b'), '2026-11-25');
    assert.deepEqual(
      (await cases.list(ANNA)).map(({ id }) => id),
      [b.id, c.id, a.id],
    );
  });
});
