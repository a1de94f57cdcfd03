import assert from 'node:assert/strict';
import {
  type InterviewKeeper,
  keepInterviewsWith,
  nextQuestion,
  relevant,
} from '../../src/policy/engine/interview.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import type { FactId, Situation } from '../../src/policy/facts.js';
import { keepInterviewsReady } from '../../src/ready/ready-interviews.js';

type Answers = readonly (readonly [FactId, string])[];

const POLICIES = [undefined, '2019-03'] as const;
const SAID: Answers = [
  ['cloud', 'public'],
  ['partner', 'indirectReseller'],
  ['service', 'license'],
  ['seller', 'microsoft'],
  ['goal', 'support'],
  ['region', 'different'],
];
/** Each beginning of it, and the same said the other way round, of which other answers may be the ones that matter. */
const ALL: readonly Answers[] = SAID.flatMap((_, at) => [
  SAID.slice(0, at + 1),
  [...SAID.slice(0, at + 1)].reverse(),
  [...SAID.slice(0, at), [SAID[at]?.[0] ?? 'goal', 'unknown']],
]);

function everything() {
  return POLICIES.flatMap((edition) =>
    ALL.map((answers) => {
      const policy = policyFor(edition);
      const situation = relevant(policy, answers);
      // Alike by what it says, and by the order in which it is read.
      return [Object.entries(situation), nextQuestion(policy, situation)];
    }),
  );
}

describe('What interviews are at, kept ready', () => {
  const keepNone = () => {
    const none: InterviewKeeper = { situation: (_, find) => find(), question: (_, find) => find() };
    keepInterviewsWith(none);
  };
  // A product that was started in this process before keeps it, too.
  beforeEach(keepNone);
  after(keepNone);

  it('is what is worked out anew, for each edition and each order of answers', () => {
    const anew = everything();
    keepInterviewsReady();
    assert.deepEqual(everything(), anew);
    // Now from what was kept.
    assert.deepEqual(everything(), anew);
  });

  it('is worked out once, also where nothing is left to ask', () => {
    const policy = policyFor(undefined);
    keepInterviewsReady();
    assert.equal(relevant(policy, SAID), relevant(policy, [...SAID]));
    const asked: Situation = { cloud: 'public' };
    assert.notEqual(nextQuestion(policy, asked), undefined);
    assert.equal(nextQuestion(policy, asked), nextQuestion(policy, { ...asked }));
    assert.equal(nextQuestion(policy, { ...asked, partner: 'notCsp' }), undefined);
    assert.equal(nextQuestion(policy, { ...asked, partner: 'notCsp' }), undefined);
  });
});
