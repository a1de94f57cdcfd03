import { type Node, restrict } from '../policy/engine/diagram.js';
import { plan } from '../policy/engine/plan.js';
import { open, type Policy } from '../policy/engine/policy.js';
import { project } from '../policy/engine/projection.js';
import { FACT_IDS, type FactId, offeredOptions, type Situation } from '../policy/facts.js';
import type { Defect } from './proof.js';

/** One state of an interview: what is still open, what the person does not know, and the cloud if it is known. */
interface State {
  readonly node: Node;
  readonly skipped: ReadonlySet<FactId>;
  readonly situation: Situation;
}

/**
 * Conversations that get stuck: a question whose offered options all lead to the same. Every state that an
 * interview can reach is visited, "I don't know" included.
 */
export function deadEnds(policy: Policy): readonly Defect[] {
  const start: State = { node: open(policy, {}), skipped: new Set(), situation: {} };
  const seen = new Map<string, State>();
  const key = ({ node, skipped, situation }: State): string =>
    `${node.id}|${FACT_IDS.filter((fact) => skipped.has(fact)).join()}|${situation.cloud ?? ''}`;
  const queue = [start];
  const stuck: Defect[] = [];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    const { node, skipped, situation } = state;
    if (seen.has(key(state))) continue;
    seen.set(key(state), state);
    const fact = plan(project(node, skipped), new Set())?.fact;
    if (fact === undefined) continue;
    const next = offeredOptions(fact, situation).map((option) => ({
      node: restrict(node, fact, option),
      skipped,
      situation: { ...situation, [fact]: option },
    }));
    if (new Set(next.map((each) => each.node)).size < 2) {
      stuck.push({ kind: 'deadEnd', edition: policy.pinned ?? 'newest', rules: [], situation, about: fact });
    }
    queue.push(...next, { node, skipped: new Set([...skipped, fact]), situation });
  }
  return stuck;
}
