import assert from 'node:assert/strict';
import type { Stepped } from '../../../src/conversation/interview/change.js';
import type { InterviewEvent } from '../../../src/conversation/interview/event.js';
import {
  begin,
  type Conversation,
  type Origin,
  situationOf,
} from '../../../src/conversation/interview/state.js';
import { step } from '../../../src/conversation/interview/step.js';
import { view } from '../../../src/conversation/interview/viewed.js';
import { EDITION_IDS, type EditionId } from '../../../src/policy/edition.js';
import { type Answer, FACT_IDS, type FactId, optionsOf } from '../../../src/policy/facts.js';
import { Dice } from '../../proof/worlds.js';

const start = begin('k1');

function originOf(conversation: Conversation): Origin {
  return view(conversation).origin;
}

function answer(conversation: Conversation, fact: FactId, value: Answer): Conversation {
  return step(conversation, { kind: 'answer', fact, value, origin: originOf(conversation) }).conversation;
}

function answerAll(from: Conversation, answers: readonly (readonly [FactId, Answer])[]): Conversation {
  return answers.reduce((conversation, [fact, value]) => answer(conversation, fact, value), from);
}

function known(conversation: Conversation): Readonly<Record<string, Answer>> {
  return Object.fromEntries(conversation.answers);
}

function kinds({ notes }: Stepped): readonly string[] {
  return notes.map(({ kind }) => kind);
}

function asked(conversation: Conversation): FactId | undefined {
  const now = view(conversation);
  return now.kind === 'question' ? now.fact : undefined;
}

/** Answers whatever is asked until there is guidance. */
function through(conversation: Conversation, truth: Readonly<Partial<Record<FactId, Answer>>>): Conversation {
  let now = conversation;
  for (let fact = asked(now); fact !== undefined; fact = asked(now)) {
    now = answer(now, fact, truth[fact] ?? 'unknown');
  }
  return now;
}

const EA = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const;

const AZURE = {
  ...EA,
  service: 'usage',
  goal: 'takeOver',
  enrollment: 'direct',
  designation: 'held',
} as const;

describe('A conversation', () => {
  it('begins with a question and nothing known', () => {
    assert.deepEqual(view(start), {
      ...view(start),
      kind: 'question',
      number: 1,
      current: undefined,
      answers: [],
    });
    assert.deepEqual(originOf(start), { key: 'k1', interview: 1, turn: 0, edition: undefined });
  });

  it('keeps each answer under its fact, and counts on', () => {
    const first = view(start);
    assert.ok(first.kind === 'question');
    const next = step(start, { kind: 'answer', fact: first.fact, value: 'unknown', origin: first.origin });
    assert.deepEqual(known(next.conversation), { [first.fact]: 'unknown' });
    assert.ok(next.view.kind === 'question');
    assert.equal(next.view.number, 2);
    assert.notEqual(next.view.fact, first.fact);
    assert.deepEqual(next.notes, []);
  });

  it('ends in guidance for what was answered', () => {
    const done = through(start, EA);
    const now = view(done);
    assert.ok(now.kind === 'guidance');
    assert.equal(now.guidance.eligibility, 'eligible');
    assert.deepEqual(situationOf(done), known(done));
  });

  it('shows the same again when asked to show', () => {
    const half = answer(start, 'cloud', 'public');
    const shown = step(half, { kind: 'show' });
    assert.equal(shown.conversation, half);
    assert.deepEqual(shown.view, view(half));
    assert.deepEqual(shown.notes, []);
  });

  it('takes answers that come without a card, such as typed ones', () => {
    const typed = step(start, { kind: 'answer', fact: 'seller', value: 'microsoft' });
    assert.deepEqual(known(typed.conversation), { seller: 'microsoft' });
  });

  it('comes to the same guidance whatever the order of the answers', () => {
    const dice = new Dice(5);
    for (const truth of [EA, AZURE, { ...EA, seller: 'unknown' } as const]) {
      const pairs = Object.entries(truth) as [FactId, Answer][];
      const wanted = view(answerAll(start, pairs));
      assert.ok(wanted.kind === 'guidance');
      for (let times = 0; times < 20; times += 1) {
        const order = pairs.map((pair) => [dice.roll(1000), pair] as const).sort(([a], [b]) => a - b);
        const now = view(
          answerAll(
            start,
            order.map(([, pair]) => pair),
          ),
        );
        assert.ok(now.kind === 'guidance');
        assert.deepEqual({ ...now.guidance, situation: {} }, { ...wanted.guidance, situation: {} });
        assert.deepEqual(now.guidance.situation, wanted.guidance.situation);
      }
    }
  });
});

describe('The order of the answers', () => {
  it('does not matter, whatever they are and however many do not count', () => {
    const dice = new Dice(9);
    for (let times = 0; times < 300; times += 1) {
      const pairs = FACT_IDS.filter(() => dice.roll(5) > 0).map((fact): [FactId, Answer] => {
        return [fact, dice.roll(8) === 0 ? 'unknown' : dice.pick(optionsOf(fact))];
      });
      const shuffled = pairs
        .map((pair) => [dice.roll(1000), pair] as const)
        .sort(([a], [b]) => a - b)
        .map(([, pair]) => pair);
      const [one, other] = [view(answerAll(start, pairs)), view(answerAll(start, shuffled))];
      assert.equal(one.kind, other.kind, JSON.stringify(pairs));
      if (one.kind === 'question' && other.kind === 'question') assert.equal(one.fact, other.fact);
      if (one.kind !== 'guidance' || other.kind !== 'guidance') continue;
      assert.deepEqual({ ...one.guidance, situation: {} }, { ...other.guidance, situation: {} });
    }
  });
});

describe('Changing an answer', () => {
  it('puts the question again with the answer so far, and keeps everything else', () => {
    const done = through(start, EA);
    const changing = step(done, { kind: 'change', fact: 'seller', origin: originOf(done) });
    assert.ok(changing.view.kind === 'question');
    assert.equal(changing.view.fact, 'seller');
    assert.equal(changing.view.current, 'enterpriseAgreement');
    assert.deepEqual(known(changing.conversation), known(done));
    const changed = answer(changing.conversation, 'seller', 'microsoft');
    assert.deepEqual(known(changed), { ...known(done), seller: 'microsoft' });
    assert.equal(asked(changed), undefined);
  });

  it('keeps later answers that still matter and tells which no longer do', () => {
    const done = through(start, AZURE);
    assert.equal(known(done).designation, 'held');
    const changing = step(done, { kind: 'change', fact: 'enrollment', origin: originOf(done) });
    const changed = step(changing.conversation, {
      kind: 'answer',
      fact: 'enrollment',
      value: 'government',
      origin: changing.view.origin,
    });
    assert.deepEqual(changed.notes, [{ kind: 'dropped', facts: ['designation'] }]);
    assert.ok(changed.view.kind === 'guidance');
    assert.equal(changed.view.guidance.situation.seller, 'enterpriseAgreement');
    assert.equal(changed.view.guidance.situation.designation, undefined);
    assert.ok(changed.view.answers.every(([fact]) => fact !== 'designation'));
  });

  it('remembers a dropped answer in case it matters again', () => {
    const done = through(start, AZURE);
    const away = answer(done, 'enrollment', 'government');
    const again = answer(away, 'enrollment', 'direct');
    assert.equal(situationOf(again).designation, 'held');
    assert.equal(asked(again), undefined);
  });

  it('asks what the new answer makes necessary', () => {
    const done = through(start, { ...EA, service: 'usage' });
    const changed = answer(done, 'goal', 'takeOver');
    assert.equal(asked(changed), 'enrollment');
    assert.equal(known(changed).seller, 'enterpriseAgreement');
  });

  it('works for a fact that was only presumed', () => {
    const done = through(start, EA);
    const changing = step(done, { kind: 'change', fact: 'region', origin: originOf(done) });
    assert.ok(changing.view.kind === 'question');
    assert.equal(changing.view.fact, 'region');
    const changed = view(answer(changing.conversation, 'region', 'different'));
    assert.ok(changed.kind === 'guidance');
    assert.equal(changed.guidance.eligibility, 'notEligible');
  });

  it('is left undone by back', () => {
    const done = through(start, EA);
    const changing = step(done, { kind: 'change', fact: 'seller', origin: originOf(done) });
    const left = step(changing.conversation, { kind: 'back', origin: changing.view.origin });
    assert.equal(left.view.kind, 'guidance');
    assert.deepEqual(known(left.conversation), known(done));
  });
});

describe('Going back, starting over, another edition', () => {
  it('back takes the last answer away and puts its question again', () => {
    const half = answer(answer(start, 'cloud', 'public'), 'partner', 'directBill');
    const back = step(half, { kind: 'back', origin: originOf(half) });
    assert.deepEqual(known(back.conversation), { cloud: 'public' });
    assert.equal(asked(back.conversation), 'partner');
    const first = step(back.conversation, { kind: 'back', origin: back.view.origin });
    assert.deepEqual(known(first.conversation), {});
    assert.equal(asked(first.conversation), 'cloud');
  });

  it('back at the very beginning says so', () => {
    const back = step(start, { kind: 'back', origin: originOf(start) });
    assert.deepEqual(kinds(back), ['nothingToUndo']);
    assert.equal(back.conversation, start);
  });

  it('back all the way and forth again leads to the same guidance', () => {
    const done = through(start, AZURE);
    let now = done;
    for (let times = 0; now.answers.length > 0; times += 1) {
      assert.ok(times < 20);
      now = step(now, { kind: 'back', origin: originOf(now) }).conversation;
    }
    const again = view(through(now, AZURE));
    const before = view(done);
    assert.ok(again.kind === 'guidance' && before.kind === 'guidance');
    assert.deepEqual(again.guidance, before.guidance);
  });

  it('restart forgets the answers, keeps the edition, and says so', () => {
    const pinned = step(through(start, EA), { kind: 'edition', edition: '2019-03' }).conversation;
    const fresh = step(pinned, { kind: 'restart', origin: originOf(pinned) });
    assert.deepEqual(kinds(fresh), ['restarted']);
    assert.deepEqual(fresh.conversation.answers, []);
    assert.equal(fresh.conversation.interview, pinned.interview + 1);
    assert.equal(fresh.conversation.edition, '2019-03');
    assert.equal(fresh.view.kind, 'question');
  });

  it('another edition answers from the same answers, and says what it dropped', () => {
    const done = through(start, AZURE);
    const old = step(done, { kind: 'edition', edition: '2019-03', origin: originOf(done) });
    assert.deepEqual(kinds(old), ['editionSet', 'dropped']);
    assert.ok(old.view.kind === 'guidance');
    assert.equal(old.view.guidance.edition, '2019-03');
    assert.deepEqual(known(old.conversation), known(done));
    const back = step(old.conversation, { kind: 'edition', edition: undefined, origin: old.view.origin });
    assert.ok(back.view.kind === 'guidance');
    assert.equal(back.view.guidance.edition, '2026-11');
    assert.deepEqual(situationOf(back.conversation), situationOf(done));
  });

  for (const edition of EDITION_IDS) {
    it(`${edition} can be asked for, and leads to guidance`, () => {
      const pinned = step(start, { kind: 'edition', edition }).conversation;
      const now = view(
        through(pinned, { ...EA, cloud: edition === '2018-10-21vianet' ? 'china' : 'public' }),
      );
      assert.ok(now.kind === 'guidance');
      assert.equal(now.guidance.edition, edition);
    });
  }
});

describe('A late or repeated tap', () => {
  const first = originOf(start);
  const half = answer(start, 'cloud', 'public');

  it('with the same value changes nothing', () => {
    const twice = step(half, { kind: 'answer', fact: 'cloud', value: 'public', origin: first });
    assert.equal(twice.conversation, half);
    assert.deepEqual(twice.view, view(half));
  });

  it('with another value does not overwrite, and says so', () => {
    const late = step(half, { kind: 'answer', fact: 'cloud', value: 'china', origin: first });
    assert.equal(late.conversation, half);
    assert.deepEqual(kinds(late), ['stale']);
  });

  it('for a fact without an answer yet is taken (two devices)', () => {
    const other = step(half, { kind: 'answer', fact: 'seller', value: 'microsoft', origin: first });
    assert.deepEqual(known(other.conversation), { cloud: 'public', seller: 'microsoft' });
    assert.deepEqual(other.notes, []);
  });

  it('for a fact that no longer matters is not taken', () => {
    const done = through(start, { cloud: 'public', partner: 'notCsp' });
    const late = step(done, { kind: 'answer', fact: 'enrollment', value: 'direct', origin: first });
    assert.equal(late.conversation, done);
    assert.deepEqual(kinds(late), ['stale']);
  });

  it('does not leave a question that is being put again', () => {
    const changing = step(half, { kind: 'change', fact: 'cloud', origin: originOf(half) }).conversation;
    const late = step(changing, { kind: 'answer', fact: 'seller', value: 'microsoft', origin: first });
    assert.equal(asked(late.conversation), 'cloud');
  });

  for (const kind of ['back', 'restart'] as const) {
    it(`of ${kind} changes nothing, and says so`, () => {
      const late = step(half, { kind, origin: first });
      assert.equal(late.conversation, half);
      assert.deepEqual(kinds(late), ['stale']);
    });
  }

  it('of another change or edition changes nothing, and says so', () => {
    const change = step(half, { kind: 'change', fact: 'cloud', origin: first });
    assert.equal(change.conversation, half);
    assert.deepEqual(kinds(change), ['stale']);
    const edition = step(half, { kind: 'edition', edition: '2019-03', origin: first });
    assert.equal(edition.conversation, half);
    assert.deepEqual(kinds(edition), ['stale']);
  });

  const elsewhere: readonly (readonly [string, Conversation, Origin, string])[] = [
    ['the interview before', step(half, { kind: 'restart' }).conversation, originOf(half), 'stale'],
    [
      'another edition',
      step(half, { kind: 'edition', edition: '2020-06' }).conversation,
      originOf(half),
      'otherEdition',
    ],
    ['somebody else’s conversation', half, { ...originOf(half), key: 'k2' }, 'foreign'],
  ];
  for (const [whose, conversation, origin, note] of elsewhere) {
    it(`on a card of ${whose} changes nothing, and says so`, () => {
      const events: readonly InterviewEvent[] = [
        { kind: 'answer', fact: 'seller', value: 'microsoft', origin },
        { kind: 'change', fact: 'cloud', origin },
        { kind: 'back', origin },
        { kind: 'restart', origin },
        { kind: 'edition', edition: '2019-03', origin },
      ];
      for (const event of events) {
        const late = step(conversation, event);
        assert.equal(late.conversation, conversation, event.kind);
        assert.deepEqual(kinds(late), [note], event.kind);
      }
    });
  }

  it('with an answer that no question has is refused', () => {
    const events = [
      { kind: 'answer', fact: 'planet', value: 'mars' },
      { kind: 'answer', fact: 'cloud', value: 'mars' },
      { kind: 'answer', fact: '__proto__', value: 'toString' },
      { kind: 'change', fact: 'constructor' },
      { kind: 'edition', edition: '1999-01' },
    ] as unknown as readonly InterviewEvent[];
    for (const event of events) {
      const refused = step(half, event);
      assert.equal(refused.conversation, half);
      assert.deepEqual(kinds(refused), ['badAction']);
    }
  });
});

describe('Any walk at all', () => {
  interface Model {
    /** What must be known, by fact. */
    readonly answers: Readonly<Record<string, Answer>>;
    readonly order: readonly string[];
  }

  function randomEvent(dice: Dice, conversation: Conversation, drawn: readonly Origin[]): InterviewEvent {
    const live = dice.roll(4) > 0;
    const origin = live ? originOf(conversation) : dice.pick(drawn);
    const now = asked(conversation);
    const fact = now !== undefined && dice.roll(3) > 0 ? now : dice.pick(FACT_IDS);
    switch (dice.roll(12)) {
      case 0:
        return { kind: 'change', fact, origin };
      case 1:
        return { kind: 'back', origin };
      case 2:
        return dice.roll(4) === 0 ? { kind: 'restart', origin } : { kind: 'show' };
      case 3: {
        const edition = dice.pick<EditionId | 'newest'>([...EDITION_IDS, 'newest']);
        return { kind: 'edition', edition: edition === 'newest' ? undefined : edition, origin };
      }
      default:
        return { kind: 'answer', fact, value: dice.pick<Answer>([...optionsOf(fact), 'unknown']), origin };
    }
  }

  /** Every answer that was known is still known, unless this event may take it away or overwrite it. */
  function assertKept(before: Model, event: InterviewEvent, after: Conversation, live: boolean): void {
    const now = known(after);
    const lost = before.order.filter((fact) => now[fact] !== before.answers[fact]);
    if (event.kind === 'restart' && live) return;
    if (event.kind === 'back' && live) assert.ok(lost.length <= 1, lost.join());
    else if (event.kind === 'answer' && live)
      assert.ok(
        lost.every((fact) => fact === event.fact),
        lost.join(),
      );
    else assert.deepEqual(lost, [], event.kind);
  }

  it('never throws, never loses an answer, and stays under 1 KB', () => {
    let longest = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const dice = new Dice(seed);
      let conversation = begin(`walk-${seed}-${'x'.repeat(24)}`);
      const drawn = [originOf(conversation), { ...originOf(conversation), key: 'somebody-else' }];
      for (let turn = 0; turn < 60; turn += 1) {
        const event = randomEvent(dice, conversation, drawn);
        const origin = 'origin' in event ? event.origin : undefined;
        const live =
          origin !== undefined && JSON.stringify(origin) === JSON.stringify(originOf(conversation));
        const before: Model = {
          answers: known(conversation),
          order: conversation.answers.map(([fact]) => fact),
        };
        const stepped = step(conversation, event);
        assertKept(before, event, stepped.conversation, live);
        if (!live && event.kind !== 'answer') assert.equal(stepped.conversation, conversation);
        assert.deepEqual(step(conversation, event), stepped, 'the same event again from the same state');
        assert.deepEqual(stepped.view, view(stepped.conversation));
        const facts = stepped.conversation.answers.map(([fact]) => fact);
        assert.equal(new Set(facts).size, facts.length);
        assert.deepEqual(JSON.parse(JSON.stringify(stepped.conversation)), stepped.conversation);
        longest = Math.max(longest, Buffer.byteLength(JSON.stringify(stepped.conversation)));
        if (stepped.conversation !== conversation) drawn.push(stepped.view.origin);
        conversation = stepped.conversation;
      }
    }
    assert.ok(longest < 1024, `${longest} bytes`);
    assert.ok(longest > 200, 'the walks hardly got anywhere');
  });

  it('always comes to guidance when every question is answered', () => {
    const dice = new Dice(77);
    for (let times = 0; times < 500; times += 1) {
      let conversation: Conversation = begin('k');
      let questions = 0;
      for (let now = view(conversation); now.kind === 'question'; now = view(conversation)) {
        questions += 1;
        assert.ok(questions <= FACT_IDS.length);
        conversation = answer(conversation, now.fact, dice.pick<Answer>([...now.options, 'unknown']));
      }
      const end = view(conversation);
      assert.equal(end.kind, 'guidance');
    }
  });

  it('a duplicate of any tap is harmless', () => {
    const dice = new Dice(3);
    for (let times = 0; times < 100; times += 1) {
      let conversation: Conversation = begin('k');
      for (let now = view(conversation); now.kind === 'question'; now = view(conversation)) {
        const value = dice.pick<Answer>([...now.options, 'unknown']);
        const event: InterviewEvent = { kind: 'answer', fact: now.fact, value, origin: now.origin };
        conversation = step(conversation, event).conversation;
        const again = step(conversation, event);
        assert.equal(again.conversation, conversation);
        assert.deepEqual(again.notes, []);
      }
    }
  });
});
