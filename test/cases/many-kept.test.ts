import assert from 'node:assert/strict';
import { ofGuidance } from '../../src/cases/case-guidance.js';
import { CaseStore } from '../../src/cases/case-store.js';
import type { KeptCase } from '../../src/cases/kept-case.js';
import { Reminders } from '../../src/cases/reminders/reminders.js';
import { memoryStore } from '../../src/storage/memory.js';
import type { Store } from '../../src/storage/store.js';
import { CaseDesk } from '../../src/turn/case-desk.js';
import { ANNA, DAY, made } from './case-contract.js';

/** Long after a request was sent that lapses after ninety days. */
const TODAY = '2027-02-20';
const SPEAKER = { ...ANNA, channel: 'directline', conversation: 'c', name: '', group: false };

describe('Whoever keeps many cases', () => {
  let reads: string[];
  let cases: CaseStore;
  let reminders: Reminders;
  let desk: CaseDesk;
  beforeEach(() => {
    reads = [];
    const store = memoryStore();
    const watched: Store = {
      ...store,
      read: (key) => {
        reads.push(key);
        return store.read(key);
      },
    };
    reminders = new Reminders(watched, { now: Date.now });
    cases = new CaseStore(watched, [reminders]);
    const files = { linksOf: () => ({ json: '', csv: '' }) };
    desk = new CaseDesk({ cases, reminders, files, days: 365 });
  });

  const ofReminders = (): number => reads.filter((key) => key.startsWith('["case-reminder"')).length;

  it('is told of three that are due, and the others are not looked at for that', async () => {
    for (let at = 0; at < 12; at += 1) {
      const { id } = await made(cases, SPEAKER);
      await reminders.start(SPEAKER, id, DAY);
      const change = (kept: KeptCase): KeptCase => ({
        ...kept,
        waiting: { step: 'requestRelationship', actor: 'customer', since: DAY },
      });
      await cases.change(SPEAKER, id, change, DAY);
    }
    reads = [];
    const face = await desk.due(SPEAKER, TODAY);
    assert.equal(face?.kind === 'due' && face.due.length, 3);
    assert.equal(ofReminders(), 3);
  });

  it('has none of them planned anew for an hour at which nobody can write to them', async () => {
    for (let at = 0; at < 5; at += 1) await made(cases, SPEAKER);
    reads = [];
    await reminders.setHour(SPEAKER, 7);
    assert.equal(ofReminders(), 0);
    assert.equal(reads.length, 1);
  });

  it('has what is looked for in the guidance of each found once for the same answers', async () => {
    let found = 0;
    const count = ofGuidance((all) => {
      found += 1;
      return [all.length];
    });
    const kept = await made(cases, SPEAKER);
    const other = await made(cases, SPEAKER, { ...kept, subscriptions: [[['service', 'usage']]] });
    assert.deepEqual([kept, { ...kept, label: 'x' }, other].map(count), [[2], [2], [1]]);
    assert.equal(found, 2);
    assert.deepEqual(count({ ...kept, edition: '2019-03' }), [2]);
    assert.equal(found, 3);
  });
});
