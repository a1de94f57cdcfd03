import assert from 'node:assert/strict';
import { nextQuestion, questionAbout } from '../../src/policy/engine/interview.js';
import { FACT_IDS, optionsOf, type Situation } from '../../src/policy/facts.js';
import { tries } from '../effort.js';
import { Dice, nameOf, POLICIES, situationOf } from '../proof/worlds.js';

/** Some facts answered, some unknown, most of them never asked. */
function partial(dice: Dice): Situation {
  return situationOf(
    FACT_IDS.flatMap((fact) => {
      const all = [...optionsOf(fact), 'unknown'] as const;
      return dice.roll(3) === 0 ? [[fact, dice.pick(all)] as const] : [];
    }),
  );
}

describe('The next question', () => {
  for (const policy of POLICIES) {
    it(`says the same of what may come as when it is put by itself (${nameOf(policy)})`, () => {
      const dice = new Dice(20261122);
      let asked = 0;
      for (let count = 0; count < tries({ all: 2000, quick: 300 }); count++) {
        const situation = partial(dice);
        const next = nextQuestion(policy, situation);
        if (next === undefined) continue;
        asked += 1;
        assert.deepEqual(next, questionAbout(policy, situation, next.fact));
      }
      assert.ok(asked > 20, `${asked} questions`);
    });
  }
});
