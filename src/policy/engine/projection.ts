import { FACT_IDS, type FactId, optionsOf } from '../facts.js';
import { common } from '../outcome.js';
import { shared } from './alike.js';
import { branch, eligibilityOf, isEnd, mark, type Node, outcomes, restrict, support } from './diagram.js';
import { numberOf } from './statement.js';

/** What can be told while some facts stay open: what every outcome says alike, whatever any cites for it, and where each open fact leads. */
function told(node: Node): string {
  const all = outcomes(node);
  const open = FACT_IDS.filter((fact) => support(node).has(fact));
  const { certain, reasons, steps, cautions } = shared(all);
  const eligibility = eligibilityOf(node);
  return JSON.stringify([
    eligibility,
    // Where there is no verdict yet, there is none to be certain of.
    eligibility !== 'depends' && certain,
    [...new Set(all.map(({ edition }) => edition))],
    [reasons, steps, cautions].map((statements) => statements.map(numberOf)),
    common(all, ({ changes }) => changes),
    (all[0]?.links ?? []).filter((link) => all.every(({ links }) => links.includes(link))),
    open.map((fact) => [fact, optionsOf(fact).map((option) => eligibilityOf(restrict(node, fact, option)))]),
  ]);
}

const projections = new Map<string, Node>();

/**
 * The diagram of what a person who does not know `unknown` can be told, over the facts that may still be
 * asked. It is reduced like every diagram, so a fact is named in it if and only if its answer can still
 * make a difference to this person.
 */
export function project(node: Node, unknown: ReadonlySet<FactId>): Node {
  if (isEnd(node)) return node;
  const open = FACT_IDS.filter((fact) => support(node).has(fact));
  const skipped = open.filter((fact) => unknown.has(fact));
  if (skipped.length === 0) return node;
  const key = `${node.id}:${skipped.join()}`;
  const known = projections.get(key);
  if (known !== undefined) return known;
  const asked = open.find((fact) => !unknown.has(fact));
  const result =
    asked === undefined
      ? mark(told(node))
      : branch(
          asked,
          optionsOf(asked).map((option) => project(restrict(node, asked, option), unknown)),
        );
  projections.set(key, result);
  return result;
}
