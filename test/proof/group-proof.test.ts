import assert from 'node:assert/strict';
import type { EditionId } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { isEnd } from '../../src/policy/engine/diagram.js';
import { GroupFinder } from '../../src/policy/engine/groups.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { offeredIn } from '../../src/policy/engine/left.js';
import { open, policyFor } from '../../src/policy/engine/policy.js';
import { optionsOf } from '../../src/policy/facts.js';
import { GroupProof } from '../../src/proof/group-defects.js';
import { answersOf, knowledge } from '../../src/proof/knowledge.js';
import { GROUP_MUTANTS } from './group-mutants.js';
import { combinations, factsNamed } from './worlds.js';

const OLDER = ['2018-10-21vianet', '2019-03', '2020-06'] as const;

function defectsOf(id: EditionId | undefined, finder: GroupFinder) {
  const policy = policyFor(id);
  return new GroupProof(finder).prove(policy, knowledge(policy)).defects;
}

describe('The proof of the groups', () => {
  for (const id of OLDER) {
    it(`${id}: finds nothing wrong in any state of knowledge`, () => {
      assert.deepEqual(defectsOf(id, new GroupFinder()), []);
    });

    it(`${id}: looks at every state that answers can lead to`, () => {
      const policy = policyFor(id);
      const looked = new Set(knowledge(policy).map(({ node, offered }) => `${node.id} ${offered.join()}`));
      let met = 0;
      for (const situation of combinations(factsNamed(EDITIONS[id]), (fact) => [
        undefined,
        'unknown',
        ...optionsOf(fact),
      ])) {
        const node = open(policy, situation);
        if (isEnd(node)) continue;
        met += 1;
        assert.ok(looked.has(`${node.id} ${offeredIn(situation).join()}`), JSON.stringify(situation));
      }
      assert.ok(met > 500);
    });

    it(`${id}: names answers that lead to the state it looks at`, () => {
      for (const state of knowledge(policyFor(id)))
        assert.equal(open(policyFor(id), answersOf(state)), state.node, JSON.stringify(answersOf(state)));
    });
  }

  for (const { name, kind, finder } of GROUP_MUTANTS) {
    it(`tells that ${name}, and where`, () => {
      const defects = defectsOf('2019-03', finder());
      const [defect] = defects.filter((each) => each.kind === kind);
      assert.ok(defect, JSON.stringify(defects.map((each) => `${each.kind} ${each.about}`)));
      assert.equal(guide(policyFor('2019-03'), defect.situation).groups.length > 0, true);
    });
  }
});
