import { isEnd, limit, type Node, restrict, support } from '../policy/engine/diagram.js';
import { type Left, leftOf, offeredIn } from '../policy/engine/left.js';
import { type Policy, presumption } from '../policy/engine/policy.js';
import { type Answer, FACT_IDS, type FactId, optionsOf, type Situation } from '../policy/facts.js';

/** A state of knowledge: what some answers leave open, and which options are offered there. */
export interface Knowledge {
  readonly node: Node;
  readonly offered: Left;
  /** The answer that led here, and where from; answers that make no difference are not given. */
  readonly answer: readonly [FactId, Answer] | undefined;
  readonly from: Knowledge | undefined;
}

/** The answers of a state of knowledge. */
export function answersOf(state: Knowledge): Situation {
  const known = state.from === undefined ? {} : answersOf(state.from);
  if (state.answer === undefined) return known;
  const [fact, answer] = state.answer;
  return { ...known, [fact]: answer };
}

/** The states that each answer to the cloud begins, and that nobody answered. Which options are offered hangs on it. */
function beginnings(policy: Policy): readonly Knowledge[] {
  const { root } = policy;
  const clouds = optionsOf('cloud').map((cloud) => ({
    node: restrict(root, 'cloud', cloud),
    offered: offeredIn({ cloud } as Situation),
    answer: ['cloud', cloud] as const,
    from: undefined,
  }));
  const unsaid = { offered: offeredIn({}), answer: ['cloud', 'unknown'] as const, from: undefined };
  const presumed = presumption(policy, 'cloud');
  const taken =
    presumed === undefined ? [] : [{ ...unsaid, node: restrict(root, 'cloud', presumed), answer: undefined }];
  return [...clouds, { ...unsaid, node: root }, ...taken];
}

/** Every state that further answers to the other facts lead to, each diagram once. */
function grown(all: readonly Knowledge[], offered: Left): readonly Knowledge[] {
  const states = new Map(all.map((state) => [state.node, state]));
  for (const fact of FACT_IDS.filter((each) => each !== 'cloud')) {
    for (const state of [...states.values()]) {
      const { node } = state;
      if (!support(node).has(fact)) continue;
      const add = (next: Node, answer: Answer): void => {
        if (!states.has(next)) states.set(next, { node: next, offered, answer: [fact, answer], from: state });
      };
      for (const option of optionsOf(fact)) add(restrict(node, fact, option), option);
      const open = limit(node, fact, leftOf(offered, fact));
      if (open === node) continue;
      // An option that is not offered makes a difference only to somebody who says it outright.
      states.delete(node);
      add(open, 'unknown');
    }
  }
  return [...states.values()].filter(({ node }) => !isEnd(node));
}

/**
 * Every state of knowledge of a policy in which something is open: each fact answered, presumed, or open. States that
 * leave the same diagram and are offered the same options cannot be told apart, and are one.
 */
export function knowledge(policy: Policy): readonly Knowledge[] {
  const all = beginnings(policy);
  const offers = new Map(all.map(({ offered }) => [offered.join(), offered]));
  return [...offers].flatMap(([key, offered]) =>
    grown(
      all.filter((each) => each.offered.join() === key),
      offered,
    ),
  );
}
