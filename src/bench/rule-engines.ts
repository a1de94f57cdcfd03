import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Edition, Rule } from '../policy/edition.js';
import { FACT_IDS, optionsOf, type Situation } from '../policy/facts.js';

/** A way to find the rules that hold in a complete situation, by their ids. */
export interface RuleEngine {
  readonly name: string;
  /** Milliseconds to read the rules. */
  readonly prepared: number;
  holding(situation: Situation): Promise<readonly string[]>;
}

/** What is used of json-rules-engine. */
interface JsonRules {
  readonly Engine: new () => {
    addRule(rule: object): void;
    run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>;
  };
}

/** What is used of zen-engine. */
interface Zen {
  readonly ZenEngine: new () => {
    createDecision(content: object): { evaluate(context: object): Promise<{ readonly result: unknown }> };
  };
}

/** A package of the folder where engines to compare with are installed, or undefined where it is not. */
function installed<T>(folder: string, name: string): T | undefined {
  try {
    return createRequire(join(folder, 'package.json'))(name) as T;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function jsonRules({ Engine }: JsonRules, { rules }: Edition): RuleEngine {
  const begin = performance.now();
  const engine = new Engine();
  for (const { id, when } of rules) {
    const all = Object.entries(when).map(([fact, value]) => ({ fact, operator: 'in', value }));
    engine.addRule({ conditions: { all }, event: { type: id } });
  }
  return {
    name: 'json-rules-engine',
    prepared: performance.now() - begin,
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

function zen({ ZenEngine }: Zen, { rules }: Edition): RuleEngine {
  const begin = performance.now();
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
    prepared: performance.now() - begin,
    async holding(situation) {
      const { result } = await decision.evaluate(situation);
      return (result as readonly { readonly id: string }[]).map(({ id }) => id);
    },
  };
}

/** The engines that are installed in the folder, with the rules of the edition. */
export function enginesIn(folder: string, edition: Edition): readonly RuleEngine[] {
  const rules = installed<JsonRules>(folder, 'json-rules-engine');
  const gorules = installed<Zen>(folder, '@gorules/zen-engine');
  return [
    ...(rules === undefined ? [] : [jsonRules(rules, edition)]),
    ...(gorules === undefined ? [] : [zen(gorules, edition)]),
  ];
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
