import { ZenEngine } from '@gorules/zen-engine';
import { Engine } from 'json-rules-engine';
import type { Edition, Rule } from '../../policy/edition.js';
import { FACT_IDS, optionsOf, type Situation } from '../../policy/facts.js';

/** A way to find the rules that hold in a complete situation, by their ids. */
export interface RuleEngine {
  readonly name: string;
  holding(situation: Situation): Promise<readonly string[]>;
}

function jsonRules({ rules }: Edition): RuleEngine {
  const engine = new Engine();
  for (const { id, when } of rules) {
    const all = Object.entries(when).map(([fact, value]) => ({ fact, operator: 'in', value }));
    engine.addRule({ conditions: { all }, event: { type: id } });
  }
  return {
    name: 'json-rules-engine',
    holding: async (situation) => (await engine.run(situation)).events.map(({ type }) => type),
  };
}

/** A row of a decision table: every fact that the rule names, and nothing where it names none. */
function zenRow({ id, when }: Rule): object {
  const cells = FACT_IDS.map((fact) => {
    const accepted: readonly string[] | undefined = when[fact];
    return [fact, accepted === undefined ? '' : accepted.map((option) => `'${option}'`).join(', ')] as const;
  });
  return { _id: id, ...Object.fromEntries(cells), id: `'${id}'` };
}

function zen({ rules }: Edition): RuleEngine {
  const content = {
    hitPolicy: 'collect',
    inputs: FACT_IDS.map((fact) => ({ id: fact, name: fact, field: fact })),
    outputs: [{ id: 'id', name: 'id', field: 'id' }],
    rules: rules.map(zenRow),
  };
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      { id: 'table', type: 'decisionTableNode', name: 'table', position: { x: 0, y: 0 }, content },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  });
  return {
    name: '@gorules/zen-engine',
    async holding(situation) {
      const { result } = await decision.evaluate(situation);
      return (result as readonly { readonly id: string }[]).map(({ id }) => id);
    },
  };
}

/** The engines that the policy is compared with, with the rules of the edition. */
export function enginesWith(edition: Edition): readonly RuleEngine[] {
  return [jsonRules(edition), zen(edition)];
}

/** Complete situations, spread evenly over all there are, the same in every run. */
export function situations(count: number): readonly Situation[] {
  return Array.from({ length: count }, (_, index) => {
    let rest = Math.imul(index + 1, 0x9e3779b1) >>> 0;
    return Object.fromEntries(
      FACT_IDS.map((fact) => {
        const options = optionsOf(fact);
        const option = options[rest % options.length];
        rest = Math.floor(rest / options.length) ^ (index * 7919);
        rest >>>= 0;
        return [fact, option];
      }),
    ) as Situation;
  });
}
