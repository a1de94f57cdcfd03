import assert from 'node:assert/strict';
import { EDITIONS, type KnownEdition } from '../../src/policy/editions/registry.js';
import { build } from '../../src/policy/engine/diagram.js';
import { LEDGERS } from '../../src/proof/ledger/ledger.js';
import { prove } from '../../src/proof/proof.js';
import { ALL_EDITIONS } from '../../src/proof/survey.js';
import { tries } from '../effort.js';
import { type Mutant, mutants, OPERATORS } from './mutants.js';

const PER_OPERATOR = tries({ all: 30, quick: 10 });
const AT_LEAST = tries({ all: 200, quick: 80 });

function caught({ edition }: Mutant): boolean {
  return prove(edition, LEDGERS[edition.id], []).length > 0;
}

/** Whether the laws alone, without the ledger, tell that something is wrong. */
function structurally({ edition }: Mutant): boolean {
  return prove(edition, LEDGERS[edition.id], []).some(
    ({ kind }) => kind !== 'exampleFails' && kind !== 'censusDiffers',
  );
}

/** Whether an edition says something else anywhere: diagrams are canonical, so the same answers are the same node. */
function saysTheSame(mutant: KnownEdition): boolean {
  return build(mutant) === build(EDITIONS[mutant.id]);
}

describe('Mutants of the editions', () => {
  const all = mutants(ALL_EDITIONS, PER_OPERATOR, 20261121);
  const survivors: Mutant[] = [];

  before(() => {
    survivors.push(...all.filter((mutant) => !caught(mutant)));
  });

  it(`are at least ${AT_LEAST}`, () => {
    assert.ok(all.length >= AT_LEAST, `${all.length}`);
  });

  it('are caught, or else say the same in every situation', () => {
    const wrong = survivors.filter(({ edition }) => !saysTheSame(edition));
    assert.deepEqual(
      wrong.map(({ operator, rule, edition }) => `${operator} of ${rule} in ${edition.id}`),
      [],
    );
  });

  after(() => {
    const equivalent = survivors.filter(({ edition }) => saysTheSame(edition)).length;
    const share = (100 * (all.length - survivors.length)) / (all.length - equivalent);
    for (const operator of OPERATORS) {
      const own = all.filter((mutant) => mutant.operator === operator);
      const lived = survivors.filter((mutant) => mutant.operator === operator);
      console.log(`    ${operator}: ${own.length - lived.length} of ${own.length} caught`);
    }
    const bare = all.filter((mutant) => structurally(mutant)).length;
    console.log(
      `    by the laws alone, without what was written down: ${((100 * bare) / all.length).toFixed(1)} %`,
    );
    console.log(
      `    mutation score: ${share.toFixed(1)} % of ${all.length - equivalent} mutants that say something else (${equivalent} equivalent ones)`,
    );
  });
});
