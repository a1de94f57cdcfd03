import assert from 'node:assert/strict';
import { EDITIONS, type KnownIds } from '../../src/policy/editions/registry.js';
import type { GuidanceGroup } from '../../src/policy/engine/groups.js';
import { type Guidance, guide } from '../../src/policy/engine/guidance.js';
import type { Policy } from '../../src/policy/engine/policy.js';
import type { Statement } from '../../src/policy/engine/statement.js';
import {
  FACT_IDS,
  type FactId,
  type OptionId,
  offeredOptions,
  type Situation,
} from '../../src/policy/facts.js';
import type { Outcome } from '../../src/policy/outcome.js';
import { someOf, tries } from '../effort.js';
import {
  answerOf,
  combinations,
  completions,
  Dice,
  factsNamed,
  nameOf,
  openFacts,
  POLICIES,
  randomSituation,
  situationOf,
  visit,
} from './worlds.js';

/** A complete situation and what the rules say of it. */
interface World {
  readonly complete: Situation;
  readonly outcome: Outcome<KnownIds>;
}

/** Of more worlds than this, so many are looked at. */
const LOOKED_AT = 400;

/** Some of what the answers leave possible: what the open facts turn out to be is left to chance. */
function someCompletions(policy: Policy, situation: Situation, dice: Dice): readonly Situation[] {
  const facts = openFacts(policy, situation);
  const { [facts[0] ?? 'cloud']: _, ...rest } = situation;
  const [settled = {}] = completions(policy, { ...rest, ...firstOptions(facts, situation) });
  return Array.from({ length: LOOKED_AT }, () => ({
    ...settled,
    ...situationOf(facts.map((fact) => [fact, dice.pick<OptionId>(offeredOptions(fact, situation))])),
  }));
}

function firstOptions(facts: readonly FactId[], situation: Situation): Situation {
  return situationOf(
    facts.flatMap((fact) =>
      offeredOptions(fact, situation)
        .slice(0, 1)
        .map((option) => [fact, option] as const),
    ),
  );
}

function worldsOf(
  policy: Policy,
  situation: Situation,
  dice: Dice,
): { worlds: readonly World[]; all: boolean } {
  const count = openFacts(policy, situation).reduce(
    (product, fact) => product * offeredOptions(fact, situation).length,
    1,
  );
  const all = count <= LOOKED_AT;
  const found = all ? completions(policy, situation) : someCompletions(policy, situation, dice);
  return { worlds: found.map((complete) => ({ complete, outcome: answerOf(policy, complete) })), all };
}

function holdsIn({ options }: Pick<GuidanceGroup, 'options'>, complete: Situation): boolean {
  return options.every((limit) => (limit.options as readonly unknown[]).includes(complete[limit.fact]));
}

/** How many combinations of the open facts a group stands for. */
function size(group: GuidanceGroup, open: readonly FactId[], situation: Situation): number {
  return open.reduce((product, fact) => {
    const limit = group.options.find((each) => each.fact === fact);
    return product * (limit?.options ?? offeredOptions(fact, situation)).length;
  }, 1);
}

function apart(a: GuidanceGroup, b: GuidanceGroup): boolean {
  return a.options.some(({ fact, options }) => {
    const other = b.options.find((each) => each.fact === fact);
    return other !== undefined && !other.options.some((option) => options.includes(option));
  });
}

/** The groups cover what is offered, each combination once. */
function assertCover({ groups, dependsOn }: Guidance, situation: Situation, text: string): void {
  const open = dependsOn.map(({ fact }) => fact);
  assert.equal(groups.length > 0, open.length > 0, text);
  for (const group of groups) {
    for (const { fact, options } of group.options) {
      const offered = offeredOptions(fact, situation);
      assert.ok(open.includes(fact), `${fact} is not open in ${text}`);
      assert.ok(options.length > 0 && options.length < offered.length, text);
      assert.ok(
        options.every((option) => offered.includes(option)),
        text,
      );
    }
  }
  groups.forEach((group, index) => {
    for (const other of groups.slice(index + 1)) assert.ok(apart(group, other), text);
  });
  if (open.length === 0) return;
  const total = open.reduce((product, fact) => product * offeredOptions(fact, situation).length, 1);
  assert.equal(
    groups.reduce((sum, group) => sum + size(group, open, situation), 0),
    total,
    text,
  );
}

const PARTS = ['reasons', 'steps', 'cautions'] as const;

function ids(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

/** Whether the rules that hold say this, with the citations of their edition, and whether it is certain there. */
function assertSaid(
  said: Statement,
  cited: readonly { id: string; cites: readonly string[]; uncertain?: boolean }[],
  edition: keyof typeof EDITIONS,
  text: string,
): void {
  const own = cited.find(({ id }) => id === said.id);
  assert.ok(own, `${said.id} is wrong in ${text}`);
  const citations = own.cites.map(
    (key) => (EDITIONS[edition].citations as Record<string, (typeof said.citations)[number]>)[key],
  );
  for (const citation of citations)
    assert.ok(citation && said.citations.includes(citation), `${said.id} cites too little in ${text}`);
  const sure = own.uncertain !== true && citations.some((citation) => citation?.confidence === 'H');
  assert.ok(sure || !said.certain, `${said.id} is not certain in ${text}`);
}

/** Nothing that a group says is wrong in a world that belongs to it. */
function assertTrueIn(group: GuidanceGroup, { complete, outcome }: World, where: string): void {
  const text = `${JSON.stringify(complete)} of ${where}`;
  assert.equal(group.eligibility, outcome.verdict, text);
  const more = group.differing.filter((each) => holdsIn(each, complete));
  for (const part of PARTS) {
    for (const said of group[part]) assertSaid(said, outcome[part], outcome.edition, text);
  }
  for (const part of ['steps', 'cautions'] as const) {
    for (const said of more.flatMap((each) => each[part] as readonly Statement[]))
      assertSaid(said, outcome[part], outcome.edition, text);
  }
  for (const { id, actor, roles, page } of [...group.steps, ...more.flatMap(({ steps }) => steps)]) {
    assert.deepEqual(
      { actor, roles, page },
      EDITIONS[outcome.edition].steps[id as KnownIds['step']],
      `${id} in ${text}`,
    );
  }
}

function inAll(worlds: readonly World[], part: (typeof PARTS)[number]): readonly string[] {
  const [first, ...rest] = worlds;
  return first === undefined
    ? []
    : ids(first.outcome[part]).filter((id) => rest.every(({ outcome }) => ids(outcome[part]).includes(id)));
}

/** Nothing is left out: what every world of a group shares is said, and what every world of an option adds to that. */
function assertWhole(
  group: GuidanceGroup,
  own: readonly World[],
  open: readonly FactId[],
  text: string,
): void {
  for (const part of PARTS)
    assert.deepEqual(new Set(ids(group[part])), new Set(inAll(own, part)), `${part} in ${text}`);
  const told = (part: 'steps' | 'cautions', { complete }: World): readonly string[] => [
    ...ids(group[part]),
    ...group.differing.filter((each) => holdsIn(each, complete)).flatMap((each) => ids(each[part])),
  ];
  const untold = own.some((world) =>
    (['steps', 'cautions'] as const).some((part) =>
      ids(world.outcome[part]).some((id) => !told(part, world).includes(id)),
    ),
  );
  assert.equal(group.more, untold, `what is left out is owned to in ${text}`);
  for (const fact of open) {
    for (const option of new Set(own.map(({ complete }) => complete[fact]))) {
      const some = own.filter(({ complete }) => complete[fact] === option);
      const besides = group.differing.filter(
        ({ options: [limit, ...others] }) =>
          others.length === 0 &&
          limit?.fact === fact &&
          (limit.options as readonly unknown[]).includes(option),
      );
      for (const part of ['steps', 'cautions'] as const) {
        const expected = new Set(inAll(some, part).filter((id) => !inAll(own, part).includes(id)));
        assert.deepEqual(
          new Set(besides.flatMap((each) => ids(each[part]))),
          expected,
          `${part} if ${fact} is ${option} in ${text}`,
        );
      }
    }
  }
}

function assertGroups(policy: Policy, situation: Situation, dice: Dice): void {
  const guidance = guide(policy, situation);
  const { groups, dependsOn } = guidance;
  const text = JSON.stringify(situation);
  assertCover(guidance, situation, text);
  if (groups.length === 0) return;
  const verdicts = groups.map(({ eligibility }) => eligibility);
  const changes = verdicts.filter((each, index) => each !== verdicts[index - 1]).length;
  assert.equal(changes, new Set(verdicts).size, `one verdict stands together in ${text}`);
  if (guidance.eligibility !== 'depends') assert.deepEqual(verdicts, [guidance.eligibility], text);
  const { worlds, all } = worldsOf(policy, situation, dice);
  const found = new Map<GuidanceGroup, World[]>(groups.map((group) => [group, []]));
  for (const world of worlds) {
    const own = groups.filter((group) => holdsIn(group, world.complete));
    assert.equal(own.length, 1, text);
    for (const group of own) {
      assertTrueIn(group, world, text);
      found.get(group)?.push(world);
    }
  }
  if (!all) return;
  const open = dependsOn.map(({ fact }) => fact);
  for (const [group, own] of found) assertWhole(group, own, open, text);
}

describe('Groups: every way that open facts may turn out is told once, and rightly', () => {
  for (const id of ['2018-10-21vianet', '2019-03', '2020-06'] as const) {
    it(`${id}: in every state of knowledge over its facts`, () => {
      const dice = new Dice(4);
      const [policy] = POLICIES.filter(({ pinned }) => pinned === id);
      assert.ok(policy);
      const values = (fact: FactId) => [...offeredOptions(fact, {}), 'unknown'] as const;
      for (const situation of someOf(combinations(factsNamed(EDITIONS[id]), values), 7))
        assertGroups(policy, situation, dice);
    });
  }

  for (const policy of POLICIES) {
    it(`${nameOf(policy)}: wherever an interview may come`, () => {
      const dice = new Dice(5);
      const states: Situation[] = [];
      visit(policy, (situation) => states.push(situation));
      assert.ok(states.length > 50);
      for (const situation of someOf(states, 7)) assertGroups(policy, situation, dice);
    });

    it(`${nameOf(policy)}: in states of knowledge that chance brings`, () => {
      const dice = new Dice(6);
      for (let count = 0; count < tries({ all: 3000, quick: 300 }); count += 1) {
        assertGroups(policy, randomSituation(dice, 1 + (count % 6)), dice);
      }
    });
  }

  it('nothing known at all', () => {
    for (const policy of POLICIES) {
      assertGroups(policy, {}, new Dice(7));
      assertGroups(policy, situationOf(FACT_IDS.map((fact) => [fact, 'unknown'])), new Dice(8));
    }
  });
});
