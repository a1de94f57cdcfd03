import assert from 'node:assert/strict';
import { limit, type Node } from '../../src/policy/engine/diagram.js';
import { GroupFinder, type GuidanceGroup, type SaidInGroup } from '../../src/policy/engine/groups.js';
import { type Left, leaving, leftOf } from '../../src/policy/engine/left.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { GroupProof } from '../../src/proof/group-defects.js';
import { knowledge } from '../../src/proof/knowledge.js';
import { timeLimit } from '../effort.js';
import { nameOf, POLICIES } from './worlds.js';

/** What was proved of each way that one state can turn out: the way, and what is said there. */
function proved(
  finder: GroupFinder,
  part: Node,
  left: Left,
  way = '',
): readonly (readonly [string, SaidInGroup])[] {
  const split = finder.split(part);
  if ('eligibility' in split) return [[`${split.eligibility}${way}`, finder.said(part, left)]];
  const { fact, among } = split;
  return among.flatMap((set) => {
    const kept = set & leftOf(left, fact);
    return proved(finder, limit(part, fact, kept), leaving(left, fact, kept), `${way} ${fact}=${kept}`);
  });
}

function saysThat(
  { steps, reasons, cautions, differing, more, certain }: GuidanceGroup,
  said: SaidInGroup,
): boolean {
  return (
    steps === said.steps &&
    reasons === said.reasons &&
    cautions === said.cautions &&
    differing === said.differing &&
    more === said.more &&
    certain === said.certain
  );
}

describe('The proof of the groups, in all states of knowledge', function () {
  this.timeout(timeLimit(20_000));

  it('finds nothing wrong with the newest edition of whichever cloud', () => {
    const policy = policyFor(undefined);
    assert.deepEqual(new GroupProof(new GroupFinder()).prove(policy, knowledge(policy)).defects, []);
  });

  for (const policy of POLICIES) {
    it(`${nameOf(policy)}: every state is told in the groups that were proved, each once`, () => {
      const finder = new GroupFinder();
      for (const { node, offered } of knowledge(policy)) {
        const told = finder.find(node, offered);
        const expected = proved(finder, node, offered);
        assert.equal(told.length, expected.length);
        const open = new Set(expected.map(([, said]) => said));
        for (const group of told) {
          const same = [...open].find((said) => saysThat(group, said));
          assert.ok(same, JSON.stringify(group.options));
        }
        assert.deepEqual(
          told.map(({ eligibility }) => eligibility).toSorted(),
          expected.map(([way]) => way.split(' ')[0]).toSorted(),
        );
      }
    });
  }
});
