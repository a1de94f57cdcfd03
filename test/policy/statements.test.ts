import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { evaluate } from '../../src/policy/condition.js';
import {
  EDITIONS,
  type KnownCitation,
  type KnownEdition,
  type KnownRule,
} from '../../src/policy/editions/registry.js';
import { restrict } from '../../src/policy/engine/diagram.js';
import { type Guidance, guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import type { Statement as Said } from '../../src/policy/engine/statement.js';
import { optionsOf, type Situation } from '../../src/policy/facts.js';
import { cofactors } from '../proof/cofactors.js';
import { BEYOND, type Carrier, COUNTS, STATEMENTS, type Statement } from './statements.js';

function ruleOf(edition: KnownEdition, id: string): KnownRule {
  const rule = edition.rules.find((each) => each.id === id);
  assert.ok(rule, `edition ${edition.id} has no rule ${id}`);
  return rule;
}

function answer(edition: KnownEdition, situation: Situation): Guidance {
  return guide(policyFor(edition.id), situation);
}

function cited(edition: KnownEdition, section: string): KnownCitation {
  const citation = edition.citations[section];
  assert.ok(citation, `edition ${edition.id} has no citation ${section}`);
  return citation;
}

function effectiveContribution(
  { section }: Statement,
  edition: KnownEdition,
  { kind, rule: id, id: contributed, words }: Extract<Carrier, { id: string }>,
): void {
  const rule = ruleOf(edition, id);
  assert.equal(evaluate(rule.when, rule.example), 'holds');
  assert.ok(rule.cites.includes(section), `rule ${id} does not cite ${section}`);
  const guidance = answer(edition, rule.example);
  if (kind === 'link') {
    assert.ok(rule.links?.some((link) => link === contributed));
    assert.ok(guidance.links.some((link) => link === contributed));
    return;
  }
  const rules: readonly string[] | undefined = rule[`${kind}s`];
  assert.ok(rules?.includes(contributed));
  const all: readonly Said[] = guidance[`${kind}s`];
  const said = all.find((each) => each.id === contributed);
  assert.ok(said, `the guidance lacks ${kind} ${contributed}`);
  assert.ok(said.citations.includes(cited(edition, section)), `${contributed} does not cite ${section}`);
  if (words !== undefined) assert.match(LANGUAGES.en.maybe(`${kind}.${contributed}`) ?? '', words);
}

/** Throws unless what is to carry the statement exists and has an effect. */
function assertCarried(statement: Statement, edition: KnownEdition, carrier: Carrier): void {
  const citation = cited(edition, statement.section);
  switch (carrier.kind) {
    case 'decides': {
      const rule = ruleOf(edition, carrier.rule);
      assert.ok(rule.cites.includes(statement.section) || statement.section === edition.article);
      assert.equal(rule.verdict, carrier.verdict);
      assert.equal(answer(edition, rule.example).eligibility, carrier.verdict);
      return;
    }
    case 'reason':
    case 'step':
    case 'caution':
    case 'link':
      effectiveContribution(statement, edition, carrier);
      return;
    case 'sellers': {
      const rule = ruleOf(edition, carrier.rule);
      assert.ok(rule.cites.includes(statement.section));
      for (const seller of carrier.sellers) {
        const situation = { ...rule.example, seller };
        assert.equal(evaluate(rule.when, situation), 'holds', seller);
        if (rule.verdict !== undefined) assert.equal(answer(edition, situation).eligibility, rule.verdict);
      }
      return;
    }
    case 'role': {
      const asked = edition.rules.flatMap(({ example }) => answer(edition, example).steps);
      const own = asked.filter(({ actor, id }) => actor === 'you' && id !== 'findOut');
      assert.ok(own.length > 0);
      for (const { roles, citations } of own) {
        assert.ok(roles.includes(carrier.role));
        assert.ok(citations.includes(citation));
      }
      return;
    }
    case 'cloud': {
      assert.ok(edition.clouds.includes(carrier.cloud));
      const rule = ruleOf(edition, 'license.qualifies');
      const situation = { ...rule.example, cloud: carrier.cloud };
      assert.equal(answer(edition, situation).eligibility, 'eligible');
      assert.equal(evaluate(ruleOf(edition, 'cloud.notCovered').when, situation), 'fails');
      return;
    }
    case 'option': {
      const { fact, option } = carrier;
      const differs = cofactors(policyFor(edition.id).root).some((node) =>
        optionsOf(fact).some((other) => restrict(node, fact, other) !== restrict(node, fact, option)),
      );
      assert.ok(differs, `${fact}=${option} changes nothing`);
      return;
    }
    case 'article':
      assert.equal(edition.article, statement.section);
      assert.equal(citation.page, carrier.page);
      assert.equal(citation.confidence, 'H');
      if (carrier.date !== undefined) assert.equal(citation.date, carrier.date);
      if (carrier.translated !== undefined) assert.equal(citation.translated, carrier.translated);
      return;
  }
}

describe('The statements of the five articles', () => {
  for (const statement of STATEMENTS) {
    const { file, edition, says, carriedBy } = statement;
    it(`${file.slice(0, 3)}, ${edition}: ${says}`, () => {
      assert.ok(carriedBy.length > 0);
      for (const carrier of carriedBy) assertCarried(statement, EDITIONS[edition], carrier);
    });
  }

  it('are all there', () => {
    const counts = Object.fromEntries(
      Object.keys(COUNTS).map((file) => [file, STATEMENTS.filter((each) => each.file === file).length]),
    );
    assert.deepEqual(counts, COUNTS);
    assert.equal(
      STATEMENTS.length,
      Object.values(COUNTS).reduce((sum, count) => sum + count, 0),
    );
  });

  it('are each listed once an article', () => {
    const keys = STATEMENTS.map(({ file, says }) => `${file} ${says}`);
    assert.equal(new Set(keys).size, keys.length);
  });

  for (const edition of Object.values(EDITIONS)) {
    const beyond = BEYOND[edition.id];
    if (beyond === undefined) continue;
    it(`are all that ${edition.id} says, but for what follows from them`, () => {
      const carried = new Set(
        STATEMENTS.filter((each) => each.edition === edition.id).flatMap(({ carriedBy }) =>
          carriedBy.flatMap((carrier) => ('rule' in carrier ? [carrier.rule] : [])),
        ),
      );
      const others = edition.rules.map(({ id }) => id).filter((id) => !carried.has(id));
      assert.deepEqual(new Set(others), new Set(Object.keys(beyond)));
    });
  }

  it('are missed when the edition loses what carries them', () => {
    const whole = EDITIONS['2019-03'];
    for (const statement of STATEMENTS.filter(({ file }) => file.startsWith('000'))) {
      for (const carrier of statement.carriedBy) {
        if (!('rule' in carrier)) continue;
        const broken = { ...whole, rules: whole.rules.filter(({ id }) => id !== carrier.rule) };
        assert.throws(() => assertCarried(statement, broken, carrier), /has no rule/, statement.says);
      }
    }
  });

  it('are missed when a section is not cited', () => {
    const whole = EDITIONS['2019-03'];
    const mute = { ...whole, rules: whole.rules.map((rule) => ({ ...rule, cites: [] })) };
    for (const statement of STATEMENTS.filter(({ file }) => file.startsWith('000'))) {
      for (const carrier of statement.carriedBy) {
        if (!('id' in carrier)) continue;
        assert.throws(() => assertCarried(statement, mute, carrier), /does not cite/, statement.says);
      }
    }
  });
});
