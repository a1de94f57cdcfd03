import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { combine, type SaidOfAll, type SaidOfOne } from '../../src/policy/case/combine.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { shared } from '../../src/policy/engine/alike.js';
import { outcomes } from '../../src/policy/engine/diagram.js';
import { diagramOf } from '../../src/policy/engine/policy.js';
import { type Composer, conflictDefects, provePlans, wrongIn } from '../../src/proof/case-defects.js';
import type { DefectKind } from '../../src/proof/proof.js';
import { tries } from '../effort.js';
import { Dice } from '../proof/worlds.js';

const VOCABULARIES = Object.values(LANGUAGES).map((language) => ({
  tag: language.tag,
  has: (key: string) => language.has(key),
}));

function answersOf(id: (typeof EDITION_IDS)[number]): readonly SaidOfOne[] {
  return outcomes(diagramOf(EDITIONS[id])).map((each) => shared([each]));
}

/** Changes the plans of two or more that have a certain thing, as a slip in the code would. */
function breaking(change: (plan: SaidOfAll) => Partial<SaidOfAll>): Composer {
  return (id, parts) => {
    const plan = combine(id, parts);
    return { ...plan, ...change(plan) };
  };
}

function first<T>(all: readonly T[], change: (one: T) => readonly T[]): readonly T[] {
  return all.flatMap((each, at) => (at === 0 ? change(each) : [each]));
}

describe('The proof of plans', () => {
  for (const id of EDITION_IDS) {
    it(`finds nothing wrong with the plans of ${id}, nor with what stands against each other there`, () => {
      const { defects, answers, pairs, lists, sampled } = provePlans(id);
      assert.deepEqual([...defects, ...conflictDefects(id, VOCABULARIES)], []);
      assert.equal(pairs, (answers * (answers + 1)) / 2);
      assert.ok(answers > 20 && lists > answers && sampled > 0);
    });
  }

  for (const id of tries({ all: 2, quick: 1 }) === 1 ? EDITION_IDS.slice(0, -1) : EDITION_IDS) {
    it(`holds for whole answers as well, each with each: ${id}`, () => {
      const answers = answersOf(id);
      for (const [at, one] of answers.entries()) {
        for (const other of answers.slice(at))
          assert.deepEqual(wrongIn(combine(id, [one, other]), [one, other]), []);
      }
    });
  }

  it('holds for five of the newest, whichever they are', () => {
    const answers = answersOf('2026-11');
    const dice = new Dice(16);
    for (let count = 0; count < tries({ all: 5000, quick: 500 }); count += 1) {
      const five = [1, 2, 3, 4, 5].map(() => dice.pick(answers));
      assert.deepEqual(wrongIn(combine('2026-11', five), five), []);
    }
  });

  const broken: readonly (readonly [string, DefectKind, Composer])[] = [
    ['a step is left out', 'planSilent', breaking(({ steps }) => ({ steps: steps.slice(1) }))],
    ['a reason is left out', 'planSilent', breaking(({ reasons }) => ({ reasons: reasons.slice(1) }))],
    ['a caution is left out', 'planSilent', breaking(({ cautions }) => ({ cautions: cautions.slice(1) }))],
    [
      'a step stands twice',
      'planSays',
      breaking(({ steps }) => ({ steps: [...steps, ...steps.slice(0, 1)] })),
    ],
    [
      'a step is for others',
      'planSays',
      breaking(({ steps }) => ({ steps: first(steps, (each) => [{ ...each, subscriptions: [7] }]) })),
    ],
    [
      'a step is somebody else’s',
      'planSays',
      breaking(({ steps }) => ({ steps: first(steps, (each) => [{ ...each, actor: 'provider' }]) })),
    ],
    [
      'a source is lost',
      'planSays',
      breaking(({ reasons }) => ({
        reasons: first(reasons, (each) => [{ ...each, citations: each.citations.slice(1) }]),
      })),
    ],
    [
      'a source is made up',
      'planSays',
      breaking(({ reasons }) => ({
        reasons: first(reasons, (each) => [
          {
            ...each,
            citations: [
              ...each.citations,
              { page: 'multichannel', section: 'roles', read: '2026-11-21', confidence: 'H' },
            ],
          },
        ]),
      })),
    ],
    [
      'what is doubtful is certain',
      'planSays',
      breaking(({ cautions }) => ({ cautions: cautions.map((each) => ({ ...each, certain: true })) })),
    ],
    ['the order is turned round', 'planOrder', breaking(({ steps }) => ({ steps: [...steps].reverse() }))],
    [
      'the steps of one come after those of the other',
      'planOrder',
      breaking(({ steps }) => ({
        steps: [...steps].sort(
          (a, b) => Number(b.subscriptions.length === 1) - Number(a.subscriptions.length === 1),
        ),
      })),
    ],
  ];
  for (const [what, kind, composer] of broken) {
    it(`tells where ${what}`, () => {
      const edition = /doubtful|steps of one/.test(what) ? '2026-11' : '2020-06';
      const kinds = new Set(provePlans(edition, composer).defects.map((each) => each.kind));
      assert.ok(kinds.has(kind), [...kinds].join());
    });
  }

  it('tells of a conflict that has no words', () => {
    const forgetful = { tag: 'xx', has: (key: string) => key !== 'conflict.supportPlanEnds' };
    assert.deepEqual(
      conflictDefects('2026-11', [forgetful]).map(({ kind, about }) => `${kind} ${about}`),
      ['missingWords xx: conflict.supportPlanEnds'],
    );
  });
});
