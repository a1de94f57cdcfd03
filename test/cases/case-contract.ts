import assert from 'node:assert/strict';
import { renamed, ticked, withSubscription } from '../../src/cases/case-changes.js';
import { caseKey } from '../../src/cases/case-keys.js';
import { CaseStore } from '../../src/cases/case-store.js';
import type { ChannelKeeper } from '../../src/cases/keeper.js';
import type { CaseDraft, KeptCase } from '../../src/cases/kept-case.js';
import type { Store } from '../../src/storage/store.js';

export const ANNA: ChannelKeeper = { channel: 'msteams', user: '29:anna' };
export const BEN: ChannelKeeper = { channel: 'msteams', user: '29:ben' };
export const DAY = '2026-11-23';

export const DRAFT: CaseDraft = {
  label: 'Contoso',
  shared: [
    ['cloud', 'public'],
    ['partner', 'directBill'],
  ],
  subscriptions: [[['service', 'license']], [['service', 'usage']]],
  told: '2026-11',
};

/** A case that is there. */
export async function made(cases: CaseStore, keeper = ANNA, draft = DRAFT): Promise<KeptCase> {
  return (await cases.create(keeper, draft, DAY)) ?? assert.fail('no case was made');
}

/** What cases promise over every kind of store. `open` gives an empty one; the suite closes it. */
export function caseContract(open: () => Store | Promise<Store>): void {
  let store: Store;
  let cases: CaseStore;
  beforeEach(async () => {
    store = await open();
    cases = new CaseStore(store);
  });
  afterEach(() => store.close());

  it('keeps a case as it was made, for whoever made it', async () => {
    const kept = await made(cases);
    assert.deepEqual(await cases.open(ANNA, kept.id), kept);
    assert.deepEqual(kept.subscriptions, DRAFT.subscriptions);
    assert.deepEqual(await cases.list(ANNA), [kept]);
    assert.equal(await cases.open(BEN, kept.id), undefined);
    assert.deepEqual(await cases.list(BEN), []);
    assert.equal(await cases.change(BEN, kept.id, renamed('mine'), DAY), undefined);
    await cases.delete(BEN, kept.id);
    assert.deepEqual(await cases.open(ANNA, kept.id), kept);
  });

  it('loses no change of two instances at once', async () => {
    const kept = await made(cases);
    const other = new CaseStore(store);
    const steps = ['requestRelationship', 'customerAccepts', 'requestGdap', 'customerApprovesGdap'] as const;
    await Promise.all(
      steps.map((step, at) =>
        (at % 2 === 0 ? cases : other).change(ANNA, kept.id, ticked({ step, day: DAY, by: 'you' }), DAY),
      ),
    );
    const now = await cases.open(ANNA, kept.id);
    assert.deepEqual(new Set(now?.ticks.map(({ step }) => step)), new Set(steps));
  });

  it('lists all of many that are made at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => made(cases)));
    assert.equal((await cases.list(ANNA)).length, 12);
  });

  it('is shared with whoever has the invitation, until it is taken back', async () => {
    const { id } = await made(cases);
    const invitation = (await cases.share(ANNA, id, DAY)) ?? assert.fail();
    assert.equal(await cases.share(ANNA, id, DAY), invitation, 'the same each time');
    assert.equal(await cases.join(BEN, `${id}AAAAAAAAAAAA`, DAY), undefined);
    assert.equal((await cases.join(BEN, invitation, DAY))?.keepers.length, 2);
    assert.equal((await cases.join(BEN, invitation, DAY))?.keepers.length, 2, 'joined once');
    await cases.change(BEN, id, withSubscription([['service', 'license']]), DAY);
    assert.equal((await cases.open(ANNA, id))?.subscriptions.length, 3);
    await cases.unshare(ANNA, id, DAY);
    const carol = { channel: 'msteams', user: '29:carol' };
    assert.equal(await cases.join(carol, invitation, DAY), undefined);
    assert.deepEqual(await cases.list(carol), []);
    await cases.delete(ANNA, id);
    assert.equal((await cases.list(ANNA)).length, 0);
    assert.equal((await cases.list(BEN)).length, 1, 'it stays with the other');
  });

  it('is not joined by whoever is forgotten meanwhile', async () => {
    const { id } = await made(cases);
    const invitation = (await cases.share(ANNA, id, DAY)) ?? assert.fail();
    let forgotten = false;
    const between: Store = {
      read: (key) => store.read(key),
      delete: (key) => store.delete(key),
      sweep: (before, isKept) => store.sweep(before, isKept),
      close: () => store.close(),
      async write(key, value, version) {
        if (key === caseKey(id) && !forgotten) {
          forgotten = true;
          await cases.forget(BEN);
        }
        return store.write(key, value, version);
      },
    };
    assert.equal(await new CaseStore(between).join(BEN, invitation, DAY), undefined);
    assert.ok(forgotten);
    assert.equal((await cases.find(id))?.keepers.length, 1, 'nobody keeps it that could not delete it');
  });

  it('is made once under an id, and by nobody under another’s', async () => {
    const first = await cases.create(ANNA, DRAFT, DAY, 'abcdefghijkl');
    assert.deepEqual(await cases.create(ANNA, { ...DRAFT, label: 'again' }, DAY, 'abcdefghijkl'), first);
    assert.equal((await cases.list(ANNA)).length, 1);
    assert.equal(await cases.create(BEN, DRAFT, DAY, 'abcdefghijkl'), undefined);
    assert.deepEqual(await cases.list(BEN), []);
  });

  it('has nothing left of whoever is forgotten, and leaves others theirs', async () => {
    const alone = await made(cases);
    const shared = await made(cases);
    const invitation = (await cases.share(ANNA, shared.id, DAY)) ?? assert.fail();
    await cases.join(BEN, invitation, DAY);
    await cases.forget(ANNA);
    assert.deepEqual(await cases.list(ANNA), []);
    assert.equal(await cases.find(alone.id), undefined);
    assert.deepEqual(
      (await cases.list(BEN)).map(({ id }) => id),
      [shared.id],
    );
    assert.equal((await cases.find(shared.id))?.keepers.length, 1);
    await cases.forget(ANNA);
  });
}
