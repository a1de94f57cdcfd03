import assert from 'node:assert/strict';
import { canMatter } from '../../../src/conversation/interview/change.js';
import { formOf } from '../../../src/conversation/interview/form.js';
import {
  begin,
  type Conversation,
  originOf,
  situationOf,
} from '../../../src/conversation/interview/state.js';
import { step } from '../../../src/conversation/interview/step.js';
import { EDITION_IDS } from '../../../src/policy/edition.js';
import { type Answer, FACT_IDS, type Situation } from '../../../src/policy/facts.js';
import { Dice, randomSituation } from '../../proof/worlds.js';

const START = begin('k1');

function fill(from: Conversation, wanted: Situation, drawnAt: Conversation = from) {
  const drawn: Situation = Object.fromEntries(
    formOf(drawnAt).flatMap(({ fact, value }) => (value === undefined ? [] : [[fact, value]])),
  );
  return step(from, { kind: 'fill', drawn, wanted: { ...drawn, ...wanted }, origin: originOf(drawnAt) });
}

function known({ answers }: Conversation): Readonly<Record<string, Answer>> {
  return Object.fromEntries(answers);
}

describe('The form', () => {
  it('has every question that can still matter, with what is known, in any situation', () => {
    const dice = new Dice(11);
    for (let times = 0; times < 400; times += 1) {
      const situation = randomSituation(dice, 5);
      const edition = dice.pick([undefined, ...EDITION_IDS]);
      const { conversation } = step(START, { kind: 'adopt', situation, edition });
      const form = formOf(conversation);
      const counted = situationOf(conversation);
      assert.deepEqual(
        form.map(({ fact }) => fact),
        FACT_IDS.filter((fact) => canMatter(conversation, fact)),
      );
      for (const { fact, value } of form) assert.equal(value, counted[fact]);
      for (const fact of Object.keys(counted)) {
        assert.ok(
          form.some((field) => field.fact === fact),
          `${fact} counts, so it can be changed`,
        );
      }
    }
  });

  it('sets several answers at once, in any order', () => {
    const { conversation } = fill(START, { goal: 'support', cloud: 'public', service: 'license' });
    assert.deepEqual(known(conversation), { cloud: 'public', service: 'license', goal: 'support' });
  });

  it('changes and empties answers', () => {
    const first = fill(START, { cloud: 'public', service: 'license' }).conversation;
    assert.equal(known(fill(first, { service: 'usage' }).conversation).service, 'usage');
    const drawn = { cloud: 'public', service: 'license' } as const;
    const emptied = step(first, {
      kind: 'fill',
      drawn,
      wanted: { cloud: 'public' },
      origin: originOf(first),
    });
    assert.deepEqual(known(emptied.conversation), { cloud: 'public' });
  });

  it('that comes back as it was changes nothing', () => {
    const first = fill(START, { cloud: 'public', service: 'license' }).conversation;
    assert.equal(fill(first, {}).conversation, first);
  });

  it('drawn twice from the same state counts twice where different fields were changed', () => {
    const one = fill(START, { cloud: 'public' }, START);
    const both = fill(one.conversation, { service: 'usage' }, START);
    assert.deepEqual(known(both.conversation), { cloud: 'public', service: 'usage' });
    assert.deepEqual(both.notes, []);
  });

  it('drawn twice from the same state: of the same field the first counts, and the second is told', () => {
    const one = fill(START, { cloud: 'public' }, START);
    const both = fill(one.conversation, { cloud: 'china' }, START);
    assert.deepEqual(known(both.conversation), { cloud: 'public' });
    assert.deepEqual(
      both.notes.map(({ kind }) => kind),
      ['stale'],
    );
  });

  it('drawn twice: what only one of them may change is told, and the rest of it counts', () => {
    const one = fill(START, { cloud: 'public' }, START);
    const both = fill(one.conversation, { cloud: 'usGov', goal: 'support' }, START);
    assert.deepEqual(known(both.conversation), { cloud: 'public', goal: 'support' });
    assert.ok(both.notes.some(({ kind }) => kind === 'stale'));
  });

  it('sent twice is the same as once', () => {
    const one = fill(START, { cloud: 'public', goal: 'support' }, START);
    const twice = fill(one.conversation, { cloud: 'public', goal: 'support' }, START);
    assert.equal(twice.conversation, one.conversation);
    assert.deepEqual(twice.notes, []);
  });

  it('of the customer before, or of another edition, counts for nothing', () => {
    const answered = fill(START, { cloud: 'public' }).conversation;
    const restarted = step(answered, { kind: 'restart' }).conversation;
    const late = fill(restarted, { goal: 'resell' }, answered);
    assert.equal(late.conversation, restarted);
    const pinned = step(answered, { kind: 'edition', edition: '2019-03' }).conversation;
    const other = fill(pinned, { goal: 'resell' }, answered);
    assert.equal(other.conversation, pinned);
    assert.deepEqual(
      [late, other].map(({ notes }) => notes.map(({ kind }) => kind)),
      [['stale'], ['otherEdition']],
    );
  });

  it('settles what was only proposed about the same fact', () => {
    const proposal = {
      read: [
        ['service', 'usage', 'Azure'],
        ['goal', 'support', 'support'],
      ],
      unclear: [],
      excluded: [],
    } as const;
    const said = step(START, { kind: 'propose', proposal }).conversation;
    const filled = fill(said, { service: 'license' }, START).conversation;
    const confirmed = step(filled, { kind: 'accept' }).conversation;
    assert.deepEqual(known(confirmed), { service: 'license', goal: 'support' });
  });
});
