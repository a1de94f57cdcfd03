import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { EDITION_IDS, type Verdict } from '../../src/policy/edition.js';
import { EDITIONS, type KnownEdition } from '../../src/policy/editions/registry.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { FACT_IDS, isOption, type OptionId, optionsOf, type Situation } from '../../src/policy/facts.js';
import { type Box, layout } from '../../src/review/drawing-layout.js';
import { decisionMap, isMapEnd, type MapEnd, type MapNode, SITUATIONS } from '../../src/review/map.js';

/** The same numbers in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

function* randomSituations(count: number): Generator<Situation> {
  const random = numbers(7);
  const pick = (options: readonly OptionId[]): OptionId | undefined =>
    options[Math.floor((random.next().value ?? 0) * options.length)];
  for (let made = 0; made < count; made += 1) {
    yield Object.fromEntries(FACT_IDS.map((fact) => [fact, pick(optionsOf(fact))]));
  }
}

function ends(node: MapNode): readonly MapEnd[] {
  return isMapEnd(node) ? [node] : node.edges.flatMap(({ to }) => ends(to));
}

function follow(node: MapNode, situation: Situation): Verdict | undefined {
  if (isMapEnd(node)) return node.verdict;
  const answer = situation[node.fact];
  const edge = node.edges.find(({ options }) => isOption(node.fact, answer) && options.includes(answer));
  return edge === undefined ? undefined : follow(edge.to, situation);
}

function boxes(box: Box): readonly Box[] {
  return [box, ...box.edges.flatMap(({ to }) => boxes(to))];
}

describe('the map', () => {
  for (const edition of EDITION_IDS.map((id): KnownEdition => EDITIONS[id])) {
    describe(`of ${edition.id}`, () => {
      const map = decisionMap(edition);

      it('counts every complete situation once', () => {
        assert.equal(
          ends(map).reduce((sum, { count }) => sum + count, 0),
          SITUATIONS,
        );
        assert.ok(ends(map).every(({ count }) => Number.isInteger(count) && count > 0));
      });

      it('leads to the verdict of the guidance', () => {
        for (const situation of randomSituations(500)) {
          const { eligibility } = guide(policyFor(edition.id), situation);
          assert.equal(follow(map, situation), eligibility, JSON.stringify(situation));
        }
      });

      it('has every option of a question on exactly one edge, and no edge in vain', () => {
        const visit = (node: MapNode): void => {
          if (isMapEnd(node)) return;
          const options = node.edges.flatMap((edge) => edge.options);
          assert.equal(options.length, optionsOf(node.fact).length);
          assert.deepEqual(new Set(options), new Set(optionsOf(node.fact)));
          assert.ok(node.edges.length > 1);
          const targets = node.edges.map(({ to }) =>
            JSON.stringify(to, (key, value: unknown) => (key === 'count' ? 0 : value)),
          );
          assert.equal(new Set(targets).size, targets.length, 'two edges lead on alike');
          for (const { to } of node.edges) visit(to);
        };
        visit(map);
      });

      for (const language of Object.values(LANGUAGES)) {
        it(`is drawn without boxes on top of each other in ${language.tag}`, () => {
          const { root, width, height } = layout(language, map);
          const all = boxes(root);
          for (const box of all) {
            assert.ok(box.x >= 0 && box.x + box.width <= width, 'outside');
            assert.ok(box.y - box.height / 2 >= 0 && box.y + box.height / 2 <= height, 'outside');
            for (const other of all) {
              if (other === box) continue;
              const apart =
                Math.abs(box.y - other.y) >= (box.height + other.height) / 2 ||
                box.x + box.width <= other.x ||
                other.x + other.width <= box.x;
              assert.ok(apart, `${box.lines.join(' ')} / ${other.lines.join(' ')}`);
            }
          }
        });
      }
    });
  }
});
