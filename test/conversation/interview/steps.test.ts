import assert from 'node:assert/strict';
import type { InterviewEvent } from '../../../src/conversation/interview/event.js';
import type { Proposal } from '../../../src/conversation/interview/proposal.js';
import {
  begin,
  type Conversation,
  type Origin,
  originOf,
} from '../../../src/conversation/interview/state.js';
import { step } from '../../../src/conversation/interview/step.js';
import { view } from '../../../src/conversation/interview/viewed.js';
import { EDITION_IDS } from '../../../src/policy/edition.js';
import {
  type Answer,
  FACT_IDS,
  type FactId,
  isAnswer,
  isOption,
  optionsOf,
} from '../../../src/policy/facts.js';
import { Dice, randomSituation } from '../../proof/worlds.js';

/** Everything that can happen to an interview, in every order, from cards of now, of before and of others. */

const KINDS = [
  'show',
  'answer',
  'change',
  'back',
  'restart',
  'edition',
  'propose',
  'accept',
  'dismiss',
  'fill',
  'adopt',
] as const;
/** What may change the answers. */
const CHANGING: ReadonlySet<InterviewEvent['kind']> = new Set([
  'answer',
  'accept',
  'fill',
  'back',
  'restart',
  'adopt',
]);

class Chance {
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  fact(): FactId {
    return this.#dice.pick(FACT_IDS);
  }

  value(fact: FactId): Answer {
    return this.#dice.pick<Answer>([...optionsOf(fact), 'unknown']);
  }

  proposal(): Proposal {
    const facts = FACT_IDS.filter(() => this.#dice.roll(4) === 0);
    const shuffled = (fact: FactId) => [...optionsOf(fact)].sort(() => this.#dice.roll(3) - 1);
    const kinds = facts.map((fact) => [fact, this.#dice.roll(3), shuffled(fact)] as const);
    return {
      read: kinds.filter(([, kind]) => kind === 0).map(([fact]) => [fact, this.value(fact), 'said']),
      unclear: kinds
        .filter(([, kind, options]) => kind === 1 && options.length > 1)
        .map(([fact, , options]) => [fact, options.slice(0, 2), 'said']),
      excluded: kinds
        .filter(([, kind]) => kind === 2)
        .map(([fact, , options]) => [fact, options.slice(0, 1), 'said']),
    };
  }

  /** Nobody's, that of now, of an earlier turn, or of somebody else's interview. */
  origin(now: Conversation, earlier: readonly Conversation[]): Origin | undefined {
    switch (this.#dice.roll(4)) {
      case 0:
        return undefined;
      case 1:
        return { ...originOf(now), key: 'somebody' };
      case 2:
        return originOf(this.#dice.pick([now, ...earlier]));
      default:
        return originOf(now);
    }
  }

  event(now: Conversation, earlier: readonly Conversation[]): InterviewEvent {
    const kind = this.#dice.pick(KINDS);
    const from = this.origin(now, earlier);
    const origin = from === undefined ? {} : { origin: from };
    const fact = this.fact();
    switch (kind) {
      case 'show':
        return { kind };
      case 'answer':
        return { kind, fact, value: this.value(fact), ...origin };
      case 'change':
        return { kind, fact, ...origin };
      case 'edition':
        return { kind, edition: this.#dice.pick([undefined, ...EDITION_IDS]), ...origin };
      case 'propose':
        return { kind, proposal: this.proposal() };
      case 'accept': {
        const unclear = now.proposal?.unclear[0];
        const about = unclear !== undefined && this.#dice.roll(2) === 0 ? unclear[0] : fact;
        const value = this.#dice.roll(3) === 0 ? {} : { value: this.value(about) };
        return this.#dice.roll(2) === 0 ? { kind, ...origin } : { kind, fact: about, ...value, ...origin };
      }
      case 'fill':
        return {
          kind,
          drawn: randomSituation(this.#dice, 6),
          wanted: randomSituation(this.#dice, 6),
          ...origin,
        };
      case 'adopt':
        return { kind, situation: randomSituation(this.#dice, 6), edition: undefined };
      default:
        return { kind, ...origin };
    }
  }
}

function mayBeTaken(event: InterviewEvent, now: Conversation): boolean {
  const origin = 'origin' in event ? event.origin : undefined;
  return origin === undefined || (origin.key === now.key && origin.interview === now.interview);
}

function assertWhole({ answers, proposal }: Conversation, name: string): void {
  const facts = answers.map(([fact]) => fact);
  assert.equal(new Set(facts).size, facts.length, `${name}: a fact is answered twice`);
  for (const [fact, value] of answers) assert.ok(isAnswer(fact, value), name);
  if (proposal === undefined) return;
  const proposed = [...proposal.read, ...proposal.unclear].map(([fact]) => fact);
  assert.ok(proposed.length > 0, `${name}: nothing is proposed`);
  assert.equal(new Set(proposed).size, proposed.length, `${name}: a fact is proposed twice`);
  for (const [fact, options] of proposal.unclear) {
    assert.ok(options.length > 1, `${name}: ${fact} is not unclear`);
    for (const option of options) assert.ok(isOption(fact, option), name);
  }
}

describe('Whatever happens in an interview', () => {
  it('in whatever order, is a next state: no throw, no lost answer, no turn back, and nothing of others', () => {
    const dice = new Dice(2026);
    const chance = new Chance(dice);
    const happened = new Map<string, number>();
    for (let walk = 0; walk < 150; walk += 1) {
      let now = begin('own');
      let earlier: readonly Conversation[] = [];
      for (let times = 0; times < 40; times += 1) {
        const event = chance.event(now, earlier);
        const name = `${walk}.${times} ${JSON.stringify(event)}`;
        const { conversation: next, view: shown } = step(now, event);
        assert.deepEqual(shown, view(next), `${name}: shows something else than it is`);
        assert.equal(next.key, now.key);
        assert.ok(next.turn >= now.turn && next.interview >= now.interview, `${name}: goes back`);
        if (next !== now) assert.ok(next.turn > now.turn, `${name}: changes without a turn`);
        if (!mayBeTaken(event, now)) assert.equal(next, now, `${name}: a tap of another interview counts`);
        if (!CHANGING.has(event.kind)) assert.deepEqual(next.answers, now.answers, name);
        assertWhole(next, name);
        if (next.answers !== now.answers) happened.set(event.kind, (happened.get(event.kind) ?? 0) + 1);
        earlier = [now, ...earlier].slice(0, 6);
        now = next;
      }
    }
    for (const kind of CHANGING) assert.ok((happened.get(kind) ?? 0) > 20, `${kind} hardly ever happened`);
  });

  it('answers change by “accept” to what was shown and nothing else', () => {
    const dice = new Dice(7);
    const chance = new Chance(dice);
    for (let times = 0; times < 3000; times += 1) {
      const start = step(begin('own'), {
        kind: 'adopt',
        situation: randomSituation(dice, 6),
        edition: undefined,
      });
      const { conversation: said } = step(start.conversation, {
        kind: 'propose',
        proposal: chance.proposal(),
      });
      const now = view(said);
      const { conversation: next } = step(said, { kind: 'accept' });
      const shown = now.kind === 'understood' ? now.read : [];
      const wanted = new Map<FactId, Answer>([
        ...said.answers,
        ...shown.map(({ fact, value }) => [fact, value] as const),
      ]);
      assert.deepEqual(new Map(next.answers), wanted);
    }
  });
});
