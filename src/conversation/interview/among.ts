import { nextQuestion, relevant } from '../../policy/engine/interview.js';
import { outlasts } from '../../policy/facts.js';
import { advance, type Stepped, unchanged } from './change.js';
import {
  allOf,
  answersBeside,
  hasRoom,
  numberNow,
  type OtherSubscription,
  ownAnswersNow,
  sharedAnswers,
} from './others.js';
import { propose } from './propose.js';
import { type Conversation, policyOf } from './state.js';
import { view } from './viewed.js';

/** What a conversation is like when another subscription of the same customer is begun. */
function beside(conversation: Conversation) {
  const all = allOf(conversation);
  return {
    interview: conversation.interview + 1,
    answers: sharedAnswers(conversation),
    granted: conversation.granted?.filter(outlasts),
    proposal: undefined,
    others: all,
    number: Math.max(...all.map(({ number }) => number)) + 1,
  };
}

/** Another subscription of the same customer: what is true of the customer and of the asker stays answered. */
function beginAnother(conversation: Conversation): Stepped {
  if (view(conversation).kind !== 'guidance') return unchanged(conversation, { kind: 'stale' });
  if (!hasRoom(conversation)) return unchanged(conversation, { kind: 'manySubscriptions' });
  return unchanged(advance(conversation, beside(conversation)));
}

/**
 * Begins with the customer's next subscription: what the asker is, what is true of the customer and what was said of all
 * subscriptions stays answered, and what was read of this one is proposed. The one before stands beside it.
 */
function beginNext(conversation: Conversation): Stepped {
  const { later, answers: before, granted } = conversation;
  const [first, ...waiting] = later?.waiting ?? [];
  if (later === undefined || first === undefined || view(conversation).kind !== 'guidance')
    return unchanged(conversation, { kind: 'stale' });
  if (!hasRoom(conversation)) return unchanged(conversation, { kind: 'manySubscriptions' });
  const keeps = (fact: (typeof before)[number][0]): boolean => outlasts(fact) || later.shared.includes(fact);
  const next = advance(conversation, {
    ...beside(conversation),
    answers: before.filter(([fact]) => keeps(fact)),
    granted: granted?.filter(keeps),
    later: { ...later, waiting },
  });
  const proposed = propose(next, first);
  // One turn, whatever it took; the card says so too, or its own taps would be late.
  const begun = { ...proposed.conversation, turn: next.turn };
  return { ...proposed, conversation: begun, view: view(begun) };
}

/** @param others all but the one to talk about */
function turned(conversation: Conversation, to: OtherSubscription, others: readonly OtherSubscription[]) {
  return advance(conversation, {
    interview: conversation.interview + 1,
    answers: answersBeside(conversation, to),
    granted: conversation.granted?.filter(outlasts),
    proposal: undefined,
    others,
    number: to.number,
  });
}

/** Talks about one of them; its own guidance is shown instead of the plan for all. */
function turnTo(conversation: Conversation, number: number): Stepped {
  if (number === numberNow(conversation)) return unchanged(advance(conversation, { alone: true }));
  const others = allOf(conversation).filter((each) => each.number !== number);
  const to = conversation.others?.find((each) => each.number === number);
  if (to === undefined) return unchanged(conversation, { kind: 'stale' });
  return unchanged(advance(turned(conversation, to, others), { alone: true }));
}

/** The plan for all of them again. */
function showAll(conversation: Conversation): Stepped {
  return unchanged(conversation.alone ? advance(conversation, {}) : conversation);
}

/** Takes a subscription out again; the only one stays. */
export function leaveOut(conversation: Conversation, number: number): Stepped {
  const { others = [] } = conversation;
  const rest = others.filter((each) => each.number !== number);
  if (rest.length < others.length)
    return unchanged(advance(conversation, { interview: conversation.interview + 1, others: rest }));
  const to = others.at(-1);
  if (number !== numberNow(conversation) || to === undefined)
    return unchanged(conversation, { kind: 'stale' });
  return unchanged(turned(conversation, to, others.slice(0, -1)));
}

/**
 * What can be done with a customer's subscriptions: the one that waits, one more, the plan for all, or one by its number
 * again or out.
 */
export type SubscriptionChange =
  | { readonly kind: 'next' | 'another' | 'showAll' }
  | { readonly kind: 'turnTo' | 'leaveOut'; readonly number: number };

export function amongSubscriptions(conversation: Conversation, what: SubscriptionChange): Stepped {
  switch (what.kind) {
    case 'next':
      return beginNext(conversation);
    case 'another':
      return beginAnother(conversation);
    case 'showAll':
      return showAll(conversation);
    case 'turnTo':
      return turnTo(conversation, what.number);
    case 'leaveOut':
      return leaveOut(conversation, what.number);
  }
}

/** Whether the subscription that is talked about was begun after others, and nothing is answered of it yet. */
export function isJustBegun(conversation: Conversation): boolean {
  return conversation.others !== undefined && ownAnswersNow(conversation).length === 0;
}

/**
 * Once the subscription that is talked about has its guidance, the first of the others that something is open of: what
 * is true of the customer was answered otherwise.
 */
export function settled(stepped: Stepped): Stepped {
  const { conversation } = stepped;
  if (stepped.view.kind !== 'guidance' || conversation.others === undefined) return stepped;
  const policy = policyOf(conversation);
  const open = conversation.others.find(
    (each) => nextQuestion(policy, relevant(policy, answersBeside(conversation, each))) !== undefined,
  );
  if (open === undefined) return stepped;
  const others = allOf(conversation).filter((each) => each !== open && each.number !== open.number);
  // One turn, whatever it took.
  const next = { ...turned(conversation, open, others), turn: conversation.turn };
  return { ...stepped, conversation: next, view: view(next) };
}
