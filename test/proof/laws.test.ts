import assert from 'node:assert/strict';
import { statementText } from '../../src/cards/guidance-text.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { evaluate } from '../../src/policy/condition.js';
import {
  EDITIONS,
  before as forerunner,
  type KnownEdition,
  type KnownRule,
} from '../../src/policy/editions/registry.js';
import { build, isLeaf, type Node, outcomes, restrict, support } from '../../src/policy/engine/diagram.js';
import { type Guidance, guide } from '../../src/policy/engine/guidance.js';
import { nextPlan, nextQuestion } from '../../src/policy/engine/interview.js';
import {
  diagramOf,
  editionFor,
  given,
  type Policy,
  policyFor,
  presumption,
} from '../../src/policy/engine/policy.js';
import { FACT_IDS, type FactId, offeredOptions, optionsOf, type Situation } from '../../src/policy/facts.js';
import { type Outcome, PolicyDefect } from '../../src/policy/outcome.js';
import { tries } from '../effort.js';
import { cofactors } from './cofactors.js';
import {
  answerOf,
  combinations,
  completions,
  Dice,
  factsNamed,
  nameOf,
  openFacts,
  outcomeOf,
  POLICIES,
  randomSituation,
  visit,
} from './worlds.js';

const SEEDS = ['2018-10-21vianet', '2019-03', '2020-06'] as const;
const ALL = Object.values(EDITIONS);

function ids(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

function walk(node: Node, situation: Situation): Outcome {
  let at = node;
  while ('children' in at) {
    const { fact, children } = at;
    const child = children[(optionsOf(fact) as readonly unknown[]).indexOf(situation[fact])];
    assert.ok(child);
    at = child;
  }
  assert.ok(isLeaf(at));
  return at.outcome;
}

function without(edition: KnownEdition, id: string): KnownEdition {
  return { ...edition, rules: edition.rules.filter((rule) => rule.id !== id) };
}

function withRule(edition: KnownEdition, id: string, change: Partial<KnownRule>): KnownEdition {
  return { ...edition, rules: edition.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)) };
}

describe('Law 1, total: every situation has one eligibility, reasons, steps and citations', () => {
  for (const edition of ALL) {
    it(`${edition.id}: in every complete situation`, () => {
      for (const { reasons, steps, cites, verdict } of outcomes(diagramOf(edition))) {
        assert.ok(reasons.length > 0, verdict);
        assert.ok(steps.length > 0, verdict);
        assert.ok(cites.length > 0, verdict);
      }
    });
  }

  for (const id of SEEDS) {
    it(`${id}: the diagram says what the rules say, one by one, in all of the situations`, () => {
      const edition = EDITIONS[id];
      const root = diagramOf(edition);
      let count = 0;
      for (const situation of combinations(factsNamed(edition), optionsOf)) {
        assert.deepEqual(walk(root, situation), outcomeOf(edition, situation));
        count += 1;
      }
      assert.equal(
        count,
        factsNamed(edition).reduce((all, fact) => all * optionsOf(fact).length, 1),
      );
    });
  }

  it('2026-11: the diagram says what the rules say, in thousands of complete situations', () => {
    const dice = new Dice(2026);
    const edition = EDITIONS['2026-11'];
    for (let count = 0; count < tries({ all: 10_000, quick: 2000 }); count += 1) {
      const situation = randomSituation(dice, 0);
      assert.deepEqual(walk(diagramOf(edition), situation), outcomeOf(edition, situation));
    }
  });

  it('fails for an edition with a gap, and for one that decides twice', () => {
    const edition = EDITIONS['2019-03'];
    assert.throws(() => build(without(edition, 'license.qualifies')), PolicyDefect);
    const wide = withRule(edition, 'goal.resell', {
      when: { cloud: ['public'], goal: ['resell', 'support'] },
    });
    assert.throws(() => build(wide), PolicyDefect);
  });
});

describe('Law 2, nothing dead: every rule, fact, option, citation and step makes a difference', () => {
  for (const edition of ALL) {
    it(`${edition.id}: every rule says something that nothing else says everywhere it holds`, () => {
      const root = diagramOf(edition);
      for (const { id, verdict } of edition.rules) {
        if (verdict !== undefined) assert.throws(() => build(without(edition, id)), PolicyDefect, id);
        else assert.notEqual(build(without(edition, id)), root, id);
      }
    });

    it(`${edition.id}: every fact that a rule names changes the guidance somewhere`, () => {
      assert.deepEqual(new Set(factsNamed(edition)), new Set(support(diagramOf(edition))));
    });

    it(`${edition.id}: every step, change and citation is used, and every key exists`, () => {
      const used = (keys: (rule: KnownRule) => readonly string[] | undefined): ReadonlySet<string> =>
        new Set(edition.rules.flatMap((rule) => keys(rule) ?? []));
      assert.deepEqual(
        used(({ steps }) => steps),
        new Set(Object.keys(edition.steps)),
      );
      assert.deepEqual(
        used(({ changes }) => changes),
        new Set(Object.keys(edition.changes)),
      );
      assert.deepEqual(
        used(({ cites }) => cites),
        new Set(Object.keys(edition.citations)),
      );
    });
  }

  let nodes: readonly Node[];
  before(() => {
    nodes = ALL.flatMap((edition) => cofactors(diagramOf(edition)));
  });

  for (const fact of FACT_IDS) {
    it(`${fact}: each option changes something in some edition`, () => {
      for (const option of optionsOf(fact)) {
        const differs = nodes.some((node) =>
          optionsOf(fact).some((other) => restrict(node, fact, other) !== restrict(node, fact, option)),
        );
        assert.ok(differs, option);
      }
    });
  }

  it('would notice a rule that adds nothing', () => {
    const edition = EDITIONS['2019-03'];
    const [rule] = edition.rules.filter(({ id }) => id === 'seller.microsoft');
    assert.ok(rule);
    const padded = { ...edition, rules: [...edition.rules, { ...rule, id: 'again' }] };
    assert.equal(build(padded), build(without(padded, 'again')));
  });
});

/** What can still change a guidance, found by comparing completions that differ in one fact only. */
function factsThatMatter(policy: Policy, situation: Situation): readonly FactId[] {
  const open = openFacts(policy, situation);
  const all = completions(policy, situation);
  const said = new Map<string, Outcome>();
  const key = (complete: Situation, but?: FactId): string =>
    open.map((fact) => (fact === but ? '*' : complete[fact])).join();
  return open.filter((fact) => {
    said.clear();
    return all.some((complete) => {
      const outcome = answerOf(policy, complete);
      const others = said.get(key(complete, fact));
      said.set(key(complete, fact), outcome);
      return others !== undefined && !same(others, outcome);
    });
  });
}

const texts = new Map<Outcome, string>();

function same(a: Outcome, b: Outcome): boolean {
  const text = (outcome: Outcome): string => {
    const known = texts.get(outcome) ?? JSON.stringify(outcome);
    texts.set(outcome, known);
    return known;
  };
  return a === b || text(a) === text(b);
}

/** The ids that every outcome has. */
function inAll(all: readonly Outcome[], part: 'reasons' | 'steps' | 'cautions'): readonly string[] {
  const [first, ...rest] = all;
  return ids(first?.[part] ?? []).filter((id) => rest.every((outcome) => ids(outcome[part]).includes(id)));
}

/** What a rule gives as reasons, steps and cautions. */
function saidBy({ reasons = [], steps = [], cautions = [] }: KnownRule): readonly string[] {
  return [...reasons, ...steps, ...cautions];
}

/** Whether every rule that says this somewhere here marks its claim as resting on the text below H alone. */
function doubted({ edition }: Guidance, id: string, worlds: readonly Situation[]): boolean {
  const holds = ({ when }: KnownRule): boolean => worlds.some((each) => evaluate(when, each) === 'holds');
  const rules = EDITIONS[edition].rules.filter((rule) => saidBy(rule).includes(id) && holds(rule));
  return rules.length > 0 && rules.every(({ uncertain }) => uncertain === true);
}

/** Law 1 and law 4 for one situation, against brute force over all its completions. */
function assertHonest(policy: Policy, situation: Situation, guidance: Guidance): void {
  const text = JSON.stringify(situation);
  const worlds = completions(policy, situation);
  const possible = [...new Set(worlds.map((each) => answerOf(policy, each)))];
  const verdicts = new Set(possible.map(({ verdict }) => verdict));
  const [only] = verdicts;
  assert.equal(guidance.eligibility, verdicts.size === 1 ? only : 'depends', text);
  assert.ok(guidance.reasons.length > 0 && guidance.steps.length > 0 && guidance.citations.length > 0, text);
  for (const part of ['reasons', 'steps', 'cautions'] as const) {
    const said = ids(guidance[part]).filter((id) => id !== 'turnsOnUnknown' && id !== 'findOut');
    assert.deepEqual(new Set(said), new Set(inAll(possible, part)), `${part} in ${text}`);
  }
  for (const link of guidance.links)
    assert.ok(
      possible.every(({ links }) => links.includes(link)),
      text,
    );
  const named = guidance.dependsOn.map(({ fact }) => fact);
  assert.deepEqual(new Set(named), new Set(factsThatMatter(policy, situation)), text);
  for (const statement of [...guidance.reasons, ...guidance.steps, ...guidance.cautions]) {
    assert.ok(statement.citations.length > 0, `${statement.id} in ${text}`);
    const established = statement.citations.some(({ confidence }) => confidence === 'H');
    const ours = statement.id === 'turnsOnUnknown' || statement.id === 'findOut';
    assert.equal(
      statement.certain,
      (established && !doubted(guidance, statement.id, worlds)) || ours,
      `${statement.id} in ${text}`,
    );
  }
}

/** Everything a guidance says, in words of every language: a missing word throws. */
function assertWords(guidance: Guidance): void {
  for (const language of Object.values(LANGUAGES)) {
    const said = [
      ...guidance.reasons.map((each) => statementText(language, `reason.${each.id}`, each)),
      ...guidance.steps.map((each) => statementText(language, `step.${each.id}`, each)),
      ...guidance.cautions.map((each) => statementText(language, `caution.${each.id}`, each)),
      ...guidance.changes.map((each) => statementText(language, `change.${each.id}`, each)),
    ];
    assert.ok(!said.includes(''));
    assert.notEqual(language.say(`eligibility.${guidance.eligibility}`), '');
    for (const page of guidance.links) assert.notEqual(language.say(`page.${page}`), '');
  }
}

describe('Laws 1 and 4 where something is unknown or was never asked', () => {
  const spoken = new Map<string, Guidance>();
  const remember = (guidance: Guidance): void => {
    const parts = [guidance.reasons, guidance.steps, guidance.cautions, guidance.changes];
    for (const id of parts.flatMap((part, index) => ids(part).map((each) => `${index}${each}`))) {
      if (!spoken.has(id)) spoken.set(id, guidance);
    }
    spoken.set(`${guidance.eligibility}${guidance.links.join()}`, guidance);
  };

  for (const id of SEEDS) {
    it(`${id}: every situation over its facts, unknown included`, () => {
      const policy = policyFor(id);
      const values = (fact: FactId) => [...optionsOf(fact), 'unknown'] as const;
      for (const situation of combinations(factsNamed(EDITIONS[id]), values)) {
        const guidance = guide(policy, situation);
        remember(guidance);
        assertHonest(policy, situation, guidance);
      }
    });

    it(`${id}: every situation in which facts were never asked`, () => {
      const policy = policyFor(id);
      const values = (fact: FactId) => [...optionsOf(fact), undefined];
      for (const situation of combinations(factsNamed(EDITIONS[id]), values)) {
        assertHonest(policy, situation, guide(policy, situation));
      }
    });
  }

  for (const pinned of ['2026-11', undefined] as const) {
    const policy = policyFor(pinned);
    it(`${nameOf(policy)}: thousands of situations, each fact answered, unknown or never asked`, () => {
      const dice = new Dice(11);
      for (let count = 0; count < tries({ all: 5000, quick: 1000 }); count += 1) {
        const situation = randomSituation(dice, 1 + (count % 3));
        const guidance = guide(policy, situation);
        remember(guidance);
        if (completions(policy, situation).length <= 250) assertHonest(policy, situation, guidance);
      }
    });

    it(`${nameOf(policy)}: nothing known at all`, () => {
      const nothing = guide(policy, {});
      assert.equal(nothing.eligibility, 'depends');
      assert.deepEqual(ids(nothing.steps).slice(0, 1), ['findOut']);
      const unknown = Object.fromEntries(FACT_IDS.map((fact) => [fact, 'unknown']));
      assert.equal(guide(policy, unknown).eligibility, 'depends');
    });
  }

  it('everything that was said has words in every language', () => {
    assert.ok(spoken.size > 100);
    for (const guidance of new Set(spoken.values())) assertWords(guidance);
  });

  it('each branch of what it depends on is what that answer leads to', () => {
    const policy = policyFor('2026-11');
    const situation: Situation = {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      goal: 'support',
    };
    const [dependency] = guide(policy, { ...situation, seller: 'unknown' }).dependsOn;
    assert.equal(dependency?.fact, 'seller');
    for (const { option, eligibility } of dependency?.branches ?? []) {
      assert.equal(
        guide(policy, { ...situation, seller: option as NonNullable<Situation['seller']> }).eligibility,
        eligibility,
      );
    }
  });

  it('a presumption is told, taken back by an answer, and not made for what was said to be unknown', () => {
    const policy = policyFor('2026-11');
    const situation: Situation = {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      seller: 'microsoft',
      goal: 'support',
    };
    const assumed = (rest: Situation) =>
      guide(policy, { ...situation, ...rest }).assumed.map(({ fact }) => fact);
    assert.deepEqual(assumed({}), ['region', 'relationship']);
    assert.deepEqual(assumed({ region: 'same' }), ['relationship']);
    assert.deepEqual(assumed({ region: 'unknown' }), ['relationship']);
    assert.equal(guide(policy, { ...situation, region: 'unknown' }).eligibility, 'depends');
    assert.equal(guide(policy, { ...situation, region: 'different' }).eligibility, 'notEligible');
  });
});

/** What a guidance tells, without the situation it was asked for. */
function told({ situation: _, ...rest }: Guidance): string {
  return JSON.stringify(rest);
}

/** What a guidance says of this edition, without what it compares and assumes. */
function said({ eligibility, reasons, steps, cautions, links, dependsOn }: Guidance): string {
  return JSON.stringify([eligibility, reasons, steps, cautions, links, dependsOn]);
}

describe('Law 3, never asked in vain', () => {
  for (const policy of POLICIES) {
    /** Whether two answers lead to different guidance, now or once other questions are answered. */
    const decides = (situation: Situation, fact: FactId, tell: (guidance: Guidance) => string): boolean => {
      const rest = openFacts(policy, situation).filter(
        (each) => each !== fact && situation[each] === undefined,
      );
      for (const others of combinations(rest, optionsOf)) {
        const known = { ...situation, ...others };
        const options = offeredOptions(fact, situation);
        const different = options.map((option) => tell(guide(policy, { ...known, [fact]: option })));
        if (new Set(different).size > 1) return true;
      }
      return false;
    };

    it(`${nameOf(policy)}: every question has two answers with different guidance`, () => {
      const vain: string[] = [];
      const states = visit(policy, (situation, fact) => {
        if (fact === undefined) return;
        assert.equal(situation[fact], undefined, `${fact} is asked twice`);
        if (!decides(situation, fact, told)) vain.push(`${fact} in ${JSON.stringify(situation)}`);
      });
      assert.ok(states > 50);
      assert.equal(
        vain.length,
        0,
        `${vain.length} of ${states} states ask in vain, such as ${vain.slice(0, 3).join(' and ')}`,
      );
    });

    it(`${nameOf(policy)}: nothing that is left unasked could still change what is said`, () => {
      visit(policy, (situation, fact) => {
        if (fact !== undefined) return;
        const unasked = guide(policy, situation).dependsOn.map((each) => each.fact);
        for (const left of unasked.filter((each) => situation[each] !== 'unknown')) {
          assert.ok(!decides(situation, left, said), `${left} in ${JSON.stringify(situation)}`);
        }
      });
    });
  }

  it('tells how many questions may remain, and never more come', () => {
    const policy = policyFor(undefined);
    const longest = (situation: Situation): number => {
      const question = nextQuestion(policy, situation);
      if (question === undefined) return 0;
      const after = Math.max(
        ...question.options.map((option) => longest({ ...situation, [question.fact]: option })),
      );
      assert.ok(after <= question.remaining, JSON.stringify(situation));
      return 1 + after;
    };
    longest({});
  });
});

describe('Law 5, cited', () => {
  for (const edition of ALL) {
    it(`${edition.id}: every rule has citations that exist`, () => {
      for (const { id, cites } of edition.rules) {
        assert.ok(cites.length > 0, id);
        for (const key of cites) assert.ok(edition.citations[key], `${id} cites ${key}`);
      }
      assert.ok(edition.citations[edition.article]);
    });

    it(`${edition.id}: what nobody read in Microsoft’s own text is not told as certain`, () => {
      const lesser = Object.entries(edition.citations).filter(([, { confidence }]) => confidence !== 'H');
      const weak = new Set(lesser.map(([key]) => key));
      for (const rule of edition.rules.filter(({ cites }) => cites.every((key) => weak.has(key)))) {
        const { reasons, steps, cautions } = guide(policyFor(edition.id), rule.example);
        for (const statement of [...reasons, ...steps, ...cautions]) {
          const alone = edition.rules.filter(
            (other) => saidBy(other).includes(statement.id) && other.cites.some((key) => !weak.has(key)),
          );
          if (saidBy(rule).includes(statement.id) && alone.length === 0)
            assert.equal(statement.certain, false, statement.id);
        }
      }
    });

    it(`${edition.id}: dates are dates, and a text that bears none says so`, () => {
      for (const [key, { date, translated, read, confidence }] of Object.entries(edition.citations)) {
        for (const each of [date, translated, read]) {
          if (each !== undefined) assert.ok(new Date(each).toISOString().startsWith(each), key);
        }
        assert.ok(/^\d{4}-\d\d-\d\d$/.test(read), key);
        if (confidence === 'H') assert.ok(date !== undefined && date <= read, key);
      }
    });
  }

  it('what is not certain says “check before you act” in every language', () => {
    const { cautions } = guide(policyFor('2026-11'), {
      cloud: 'public',
      partner: 'directBill',
      service: 'license',
      seller: 'enterpriseAgreement',
      goal: 'support',
    });
    const doubtful = cautions.find(({ id }) => id === 'rolesDiffer');
    assert.equal(doubtful?.certain, false);
    for (const language of Object.values(LANGUAGES)) {
      assert.ok(doubtful);
      const text = language.say(`caution.${doubtful.id}`);
      assert.equal(
        statementText(language, `caution.${doubtful.id}`, doubtful),
        language.say('ui.checkFirst', { text }),
      );
      assert.notEqual(statementText(language, `caution.${doubtful.id}`, doubtful), text);
    }
  });
});

describe('What changed since the edition before', () => {
  it('is told for every complete situation in which 2020-06 decided differently', () => {
    const now = policyFor('2026-11');
    const old = policyFor('2020-06');
    let told = 0;
    for (const situation of combinations(factsNamed(EDITIONS['2020-06']), optionsOf)) {
      const rest = [...support(given(now, situation))];
      for (const complete of combinations(rest, optionsOf)) {
        const known = { ...situation, ...complete };
        const guidance = guide(now, known);
        if (guidance.eligibility === guide(old, known).eligibility) continue;
        told += 1;
        assert.ok(guidance.changes.length > 0 || guidance.before !== undefined, JSON.stringify(known));
      }
    }
    assert.ok(told > 500);
  });

  it('points from an older edition to the newest wherever that decides differently', () => {
    const today = policyFor(undefined);
    for (const id of ['2019-03', '2020-06'] as const) {
      for (const situation of combinations(factsNamed(EDITIONS[id]), optionsOf)) {
        const { eligibility, now } = guide(policyFor(id), situation);
        const newest = guide(today, situation);
        if (newest.eligibility === eligibility) assert.notEqual(now?.differs, 'verdict');
        else assert.equal(now?.edition, newest.edition, JSON.stringify(situation));
      }
    }
  });

  it('has a date that is not after the day it was read', () => {
    for (const edition of ALL) {
      for (const { since } of Object.values(edition.changes)) {
        assert.ok(forerunner(edition) !== undefined);
        if (since === undefined) continue;
        assert.match(since, /^20\d\d(-\d\d(-\d\d)?)?$/);
        assert.ok(since <= '2026-11-21');
      }
    }
  });
});

/** Nothing unusual: the public cloud, a CSP partner, a named purchase that needs no special knowledge. */
const USUAL: readonly Situation[] = [
  ...combinations(['partner', 'service', 'seller', 'goal'], (fact) => {
    switch (fact) {
      case 'partner':
        return ['directBill', 'indirectProvider', 'indirectReseller'];
      case 'seller':
        return ['microsoft', 'enterpriseAgreement', 'volumeLicensing', 'cspPartner'];
      case 'service':
        return ['license', 'usage'];
      case 'goal':
        return ['support', 'addServices', 'takeOver'];
      default:
        return optionsOf(fact);
    }
  }),
]
  .filter(({ service, seller, goal }) => {
    const special = seller === 'enterpriseAgreement' || seller === 'cspPartner';
    return !(service === 'usage' && goal === 'takeOver' && special);
  })
  .map((situation) => ({ ...situation, cloud: 'public' }));

describe('The interview', () => {
  const policy = policyFor(undefined);
  const asked = (truth: Situation): readonly FactId[] => {
    const facts: FactId[] = [];
    let situation: Situation = {};
    for (;;) {
      const question = nextQuestion(policy, situation);
      if (question === undefined) return facts;
      facts.push(question.fact);
      situation = { ...situation, [question.fact]: truth[question.fact] ?? 'unknown' };
    }
  };

  it('asks at most five questions where nothing is unusual', () => {
    assert.equal(USUAL.length, 3 * (2 * 4 * 3 - 2));
    for (const truth of USUAL) {
      const facts = asked(truth);
      assert.ok(facts.length <= 5, `${JSON.stringify(truth)}: ${facts.join()}`);
      assert.notEqual(guide(policy, truth).eligibility, 'depends');
    }
  });

  it('asks at most seven, whatever the case', () => {
    const longest = nextPlan(policy, {})?.worst ?? 0;
    assert.ok(longest <= 7, `${longest}`);
  });

  for (const each of POLICIES) {
    const plan = nextPlan(each, {});
    it(`${nameOf(each)}: ${plan?.expected.toFixed(2)} questions expected, ${plan?.worst} at most`, () => {
      assert.ok(plan !== undefined && plan.expected <= 5);
    });
  }

  it('never asks what it presumes, nor for the cloud of an edition that has only one', () => {
    visit(policy, (_, fact) => assert.ok(fact === undefined || presumption(policy, fact) === undefined));
    visit(policyFor('2018-10-21vianet'), (_, fact) => assert.notEqual(fact, 'cloud'));
  });

  it('answers from the edition of the cloud', () => {
    assert.equal(editionFor(policy, { cloud: 'china' }).id, '2018-10-21vianet');
    assert.equal(editionFor(policy, {}).id, '2026-11');
  });
});
