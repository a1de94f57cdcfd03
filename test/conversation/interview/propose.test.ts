import assert from 'node:assert/strict';
import type { InterviewEvent } from '../../../src/conversation/interview/event.js';
import type { Proposal } from '../../../src/conversation/interview/proposal.js';
import {
  begin,
  type Conversation,
  originOf,
  policyOf,
  situationOf,
} from '../../../src/conversation/interview/state.js';
import { step } from '../../../src/conversation/interview/step.js';
import { view } from '../../../src/conversation/interview/viewed.js';
import { guide } from '../../../src/policy/engine/guidance.js';
import type { Answer } from '../../../src/policy/facts.js';
import { receiptOf } from '../../../src/receipt/receipt.js';

const NOTHING: Proposal = { read: [], unclear: [], excluded: [] };
const EA: Proposal = {
  ...NOTHING,
  read: [
    ['service', 'license', 'Office 365 E3'],
    ['seller', 'enterpriseAgreement', 'through EA'],
  ],
};
const ANOTHER: Proposal = {
  ...NOTHING,
  read: [['service', 'license', 'Office 365']],
  unclear: [['seller', ['cspPartner', 'otherReseller'], 'another reseller']],
};
const TWO: Proposal = {
  ...NOTHING,
  unclear: [
    ['cloud', ['public', 'usGov'], 'GCC'],
    ['seller', ['cspPartner', 'otherReseller'], 'another reseller'],
  ],
};

const START = begin('k1');

function go(from: Conversation, ...events: readonly InterviewEvent[]): Conversation {
  return events.reduce((sofar, event) => step(sofar, event).conversation, from);
}

function propose(proposal: Proposal): InterviewEvent {
  return { kind: 'propose', proposal };
}

function noted(from: Conversation, event: InterviewEvent): readonly string[] {
  return step(from, event).notes.map(({ kind }) => kind);
}

function known({ answers }: Conversation): Readonly<Record<string, Answer>> {
  return Object.fromEntries(answers);
}

function understood(conversation: Conversation) {
  const now = view(conversation);
  assert.ok(now.kind === 'understood');
  return now;
}

function asked(conversation: Conversation) {
  const now = view(conversation);
  assert.ok(now.kind === 'question');
  return now;
}

describe('What was read from a person’s own words', () => {
  const said = go(START, propose(EA));

  it('is shown with the words that said so, and does not count before it is confirmed', () => {
    assert.deepEqual(understood(said).read, [
      { fact: 'service', value: 'license', said: 'Office 365 E3', before: undefined },
      { fact: 'seller', value: 'enterpriseAgreement', said: 'through EA', before: undefined },
    ]);
    assert.deepEqual(situationOf(said), {});
    const guidance = guide(policyOf(said), situationOf(said));
    assert.equal(receiptOf(guidance), receiptOf(guide(policyOf(START), {})));
  });

  it('counts when it is confirmed, all of it at once', () => {
    const next = go(said, { kind: 'accept', origin: originOf(said) });
    assert.deepEqual(known(next), { service: 'license', seller: 'enterpriseAgreement' });
    assert.equal(next.proposal, undefined);
    assert.deepEqual(known(go(said, { kind: 'accept' })), known(next), 'typed or tapped');
  });

  it('lets one line be changed, and still waits with the others', () => {
    const changing = go(said, { kind: 'change', fact: 'seller', origin: originOf(said) });
    assert.equal(asked(changing).fact, 'seller');
    assert.equal(asked(changing).current, 'enterpriseAgreement', 'what was read is what it stands at');
    assert.deepEqual(changing.answers, []);
    const changed = go(changing, { kind: 'answer', fact: 'seller', value: 'microsoft' });
    assert.deepEqual(known(changed), { seller: 'microsoft' });
    assert.deepEqual(
      understood(changed).read.map(({ fact }) => fact),
      ['service'],
    );
  });

  it('is shown again when the change of a line is left', () => {
    const changing = go(said, { kind: 'change', fact: 'seller' });
    const left = go(changing, { kind: 'back', origin: originOf(changing) });
    assert.deepEqual(understood(left).read, understood(said).read);
  });

  it('is put away by “no” and by “back”, and nothing has changed', () => {
    for (const kind of ['dismiss', 'back'] as const) {
      const next = go(said, { kind, origin: originOf(said) });
      assert.equal(next.proposal, undefined);
      assert.deepEqual(next.answers, []);
      assert.equal(view(next).kind, 'question');
    }
  });

  it('is gone when everything starts over, and stays when only the edition changes', () => {
    assert.equal(go(said, { kind: 'restart' }).proposal, undefined);
    const other = go(said, { kind: 'edition', edition: '2019-03' });
    assert.deepEqual(understood(other).read, understood(said).read);
    assert.deepEqual(noted(other, { kind: 'accept', origin: originOf(said) }), ['otherEdition']);
  });

  it('is not asked for again when it is known already', () => {
    const answered = go(said, { kind: 'accept' });
    assert.deepEqual(noted(answered, propose(EA)), ['knownAlready']);
    assert.equal(go(answered, propose(EA)), answered);
    const more = go(answered, propose({ ...EA, read: [...EA.read, ['goal', 'support', 'support']] }));
    assert.deepEqual(
      understood(more).read.map(({ fact }) => fact),
      ['goal'],
    );
  });

  it('shows what a correction takes the place of', () => {
    const answered = go(said, { kind: 'accept' });
    const corrected = go(answered, propose({ ...NOTHING, read: [['service', 'usage', 'Azure']] }));
    assert.deepEqual(understood(corrected).read, [
      { fact: 'service', value: 'usage', said: 'Azure', before: 'license' },
    ]);
    assert.equal(known(corrected).service, 'license', 'until it is confirmed');
    assert.equal(known(go(corrected, { kind: 'accept' })).service, 'usage');
  });

  it('can be taken back by saying what was answered before', () => {
    const answered = go(said, { kind: 'accept' });
    const wrong = propose({ ...NOTHING, read: [['service', 'usage', 'Azure']] });
    const right = propose({ ...NOTHING, read: [['service', 'license', 'Microsoft 365']] });
    const end = go(answered, wrong, right, { kind: 'accept' });
    assert.equal(known(end).service, 'license', 'what was said last counts');
  });

  it('takes a second line in beside the first; about the same fact the second counts', () => {
    const both = go(said, propose({ ...NOTHING, read: [['goal', 'takeOver', 'take over']] }));
    assert.equal(understood(both).read.length, 3);
    const again = go(both, propose({ ...NOTHING, read: [['seller', 'microsoft', 'direct']] }));
    const confirmed = go(again, { kind: 'accept' });
    assert.deepEqual(known(confirmed), { service: 'license', goal: 'takeOver', seller: 'microsoft' });
  });
});

describe('What has two readings', () => {
  const said = go(START, propose(ANOTHER));

  it('is one question with these choices, and is not guessed', () => {
    assert.deepEqual(understood(said).unclear, {
      fact: 'seller',
      options: ['cspPartner', 'otherReseller'],
      said: 'another reseller',
    });
    assert.deepEqual(said.answers, []);
  });

  for (const value of ['cspPartner', 'otherReseller'] as const) {
    it(`is settled by choosing ${value}, which confirms the rest as well`, () => {
      const next = go(said, { kind: 'accept', fact: 'seller', value, origin: originOf(said) });
      assert.deepEqual(known(next), { service: 'license', seller: value });
    });
  }

  it('becomes the whole question when it is none of them', () => {
    const next = go(said, { kind: 'accept', fact: 'seller', origin: originOf(said) });
    assert.equal(asked(next).fact, 'seller');
    assert.ok(asked(next).options.length > 2);
    assert.deepEqual(known(next), { service: 'license' });
  });

  it('is not settled by “yes” alone: that confirms what is clear', () => {
    const next = go(said, { kind: 'accept' });
    assert.deepEqual(known(next), { service: 'license' });
    assert.deepEqual(understood(next).unclear?.options, ['cspPartner', 'otherReseller']);
  });

  it('takes no reading that was not offered', () => {
    const event = { kind: 'accept', fact: 'seller', value: 'microsoft' } as const;
    assert.deepEqual(noted(said, event), ['badAction']);
    assert.deepEqual(go(said, event), said);
  });

  it('is asked one after the other where there are several', () => {
    const both = go(START, propose(TWO));
    assert.equal(understood(both).unclear?.fact, 'cloud');
    const one = go(both, { kind: 'accept', fact: 'cloud', value: 'public', origin: originOf(both) });
    assert.equal(understood(one).unclear?.fact, 'seller');
    const done = go(one, { kind: 'accept', fact: 'seller', value: 'cspPartner', origin: originOf(one) });
    assert.deepEqual(known(done), { cloud: 'public', seller: 'cspPartner' });
    assert.equal(done.proposal, undefined);
  });

  it('is clear once a second line rules one reading out or says another', () => {
    const excluded = go(said, propose({ ...NOTHING, excluded: [['seller', ['cspPartner'], 'not CSP']] }));
    assert.equal(understood(excluded).unclear, undefined);
    assert.equal(known(go(excluded, { kind: 'accept' })).seller, 'otherReseller');
    const named = go(said, propose({ ...NOTHING, read: [['seller', 'microsoft', 'Microsoft']] }));
    assert.equal(known(go(named, { kind: 'accept' })).seller, 'microsoft');
  });

  it('is not asked where the answer makes no difference', () => {
    const china = go(START, { kind: 'answer', fact: 'cloud', value: 'china' });
    const next = go(china, propose({ ...NOTHING, unclear: [['enrollment', ['direct', 'indirect'], 'EA']] }));
    assert.notEqual(view(next).kind, 'understood');
  });
});

describe('What was ruled out', () => {
  const notEa: Proposal = { ...NOTHING, excluded: [['seller', ['enterpriseAgreement'], 'not through EA']] };

  it('alone puts the question', () => {
    const next = go(START, propose(notEa));
    assert.equal(asked(next).fact, 'seller');
    assert.equal(next.proposal, undefined);
  });

  it('puts the question again where it was the answer', () => {
    const answered = go(START, { kind: 'answer', fact: 'seller', value: 'enterpriseAgreement' });
    assert.equal(asked(go(answered, propose(notEa))).fact, 'seller');
  });

  it('is of no interest where the answer is another one', () => {
    const answered = go(START, { kind: 'answer', fact: 'seller', value: 'microsoft' });
    assert.deepEqual(noted(answered, propose(notEa)), ['knownAlready']);
  });

  it('beside something read is asked once that is confirmed', () => {
    const said = go(START, propose({ ...notEa, read: [['service', 'license', 'M365']] }));
    assert.deepEqual(understood(said).excluded, notEa.excluded);
    assert.equal(asked(go(said, { kind: 'accept' })).fact, 'seller');
  });

  it('takes back what was only read, whatever is the answer', () => {
    const answered = go(START, { kind: 'answer', fact: 'seller', value: 'microsoft' });
    const next = go(answered, propose(EA), propose(notEa), { kind: 'accept' });
    assert.equal(known(next).seller, 'microsoft');
  });

  it('takes back what was only read', () => {
    const next = go(START, propose(EA), propose(notEa), { kind: 'accept' });
    assert.equal(known(next).seller, undefined);
    assert.equal(asked(next).fact, 'seller');
  });
});

describe('Late taps and two devices', () => {
  const said = go(START, propose(ANOTHER));
  const from = originOf(said);

  it('a tap on the card of what was understood does nothing twice', () => {
    const events: readonly InterviewEvent[] = [
      { kind: 'accept', origin: from },
      { kind: 'accept', fact: 'seller', value: 'cspPartner', origin: from },
      { kind: 'accept', fact: 'seller', origin: from },
      { kind: 'dismiss', origin: from },
      { kind: 'change', fact: 'service', origin: from },
    ];
    for (const first of events) {
      const once = go(said, first);
      for (const second of events) {
        assert.deepEqual(go(once, second), once, `${JSON.stringify(first)}, ${JSON.stringify(second)}`);
        assert.deepEqual(noted(once, second), ['stale']);
      }
    }
  });

  it('one device answers while the other confirms: both count', () => {
    const question = originOf(START);
    const answered = go(said, { kind: 'answer', fact: 'goal', value: 'support', origin: question });
    assert.deepEqual(known(answered), { goal: 'support' });
    assert.equal(understood(answered).read.length, 1, 'what waits still waits');
    assert.deepEqual(noted(answered, { kind: 'accept', origin: from }), ['stale']);
    assert.deepEqual(known(go(answered, { kind: 'accept' })), { goal: 'support', service: 'license' });
  });

  it('an answer settles what was only proposed about the same fact', () => {
    const next = go(said, { kind: 'answer', fact: 'service', value: 'usage', origin: originOf(START) });
    assert.equal(known(go(next, { kind: 'accept' })).service, 'usage');
  });

  it('“no” where nothing waits leaves the card of now live', () => {
    const answered = go(START, { kind: 'answer', fact: 'goal', value: 'support' });
    assert.equal(go(answered, { kind: 'dismiss' }).turn, answered.turn);
  });
});
