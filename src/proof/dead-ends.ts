import { type Node, restrict, support } from '../policy/engine/diagram.js';
import { plan } from '../policy/engine/plan.js';
import { open, type Policy } from '../policy/engine/policy.js';
import { project } from '../policy/engine/projection.js';
import { FACT_IDS, type FactId, offeredOptions, outlasts, type Situation } from '../policy/facts.js';
import type { Defect } from './proof.js';

/** One state of an interview: what is still open, what the person does not know, and the cloud if it is known. */
interface State {
  readonly node: Node;
  readonly skipped: ReadonlySet<FactId>;
  readonly situation: Situation;
}

/** The states that the offered options of a fact lead to. */
function known(fact: FactId, { node, skipped, situation }: State): readonly State[] {
  return offeredOptions(fact, situation).map((option) => ({
    node: restrict(node, fact, option),
    skipped,
    situation: { ...situation, [fact]: option },
  }));
}

/** The same, and where it is not known. */
function after(fact: FactId, state: State): readonly State[] {
  return [...known(fact, state), { ...state, skipped: new Set([...state.skipped, fact]) }];
}

/** Whether it makes a difference to what the person is told which of the offered options it is. */
function turnsOn(fact: FactId, state: State): boolean {
  return new Set(known(fact, state).map(({ node, skipped }) => project(node, skipped))).size > 1;
}

/**
 * Conversations that get stuck, questions that are put in vain: all offered options lead to the same. Every state that an
 * interview can reach is visited, "I don't know" included. In a case, what is the asker's or the customer's may be
 * answered at any time, because another subscription asked for it; a question of a case is always the next question of one
 * of its subscriptions. So these are the states of a subscription among any number of others.
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
    if (fact !== undefined && !turnsOn(fact, state)) {
      stuck.push({ kind: 'deadEnd', edition: policy.pinned ?? 'newest', rules: [], situation, about: fact });
    }
    const answered = FACT_IDS.filter((each) => each === fact || (outlasts(each) && support(node).has(each)));
    for (const each of answered) if (!skipped.has(each)) queue.push(...after(each, state));
  }
  return stuck;
}
