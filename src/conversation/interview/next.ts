import { type FactId, stays } from '../../policy/facts.js';
import { advance, type Stepped, unchanged } from './change.js';
import { propose } from './propose.js';
import { type Conversation, view } from './state.js';

/** What is true of the customer, or between customer and asker, whichever subscription it is. */
const OF_CUSTOMER: ReadonlySet<FactId> = new Set(['cloud', 'region', 'relationship']);

/** Whether a fact is the asker's own or true of the customer, or between the two, whichever subscription it is. */
export function outlasts(fact: FactId): boolean {
  return stays(fact) || OF_CUSTOMER.has(fact);
}

/**
 * Begins with the customer's next subscription: what the asker is, what is true of the customer and what was said of all
 * subscriptions stays answered, and what was read of this one is proposed. Nothing else of the one before is left.
 */
export function beginNext(conversation: Conversation): Stepped {
  const { later, answers: before, granted } = conversation;
  const [first, ...waiting] = later?.waiting ?? [];
  if (later === undefined || first === undefined || view(conversation).kind !== 'guidance')
    return unchanged(conversation, { kind: 'stale' });
  const keeps = (fact: FactId): boolean => outlasts(fact) || later.shared.includes(fact);
  const next = advance(conversation, {
    interview: conversation.interview + 1,
    answers: before.filter(([fact]) => keeps(fact)),
    granted: granted?.filter(keeps),
    later: { ...later, waiting },
    proposal: undefined,
  });
  const proposed = propose(next, first);
  // One turn, whatever it took.
  return { ...proposed, conversation: { ...proposed.conversation, turn: next.turn } };
}
