import type { LanguageTag } from '../language/languages.js';
import { differ } from '../policy/compare/difference.js';
import { counterpart, guidanceToday } from '../policy/engine/guidance.js';
import { policyFor } from '../policy/engine/policy.js';
import { explain } from '../policy/engine/why.js';
import { isAskable } from '../policy/facts.js';
import { type Conversation, situationOf, view } from './interview/state.js';
import type { CustomerMessageScreen, WhyScreen } from './view.js';

/** Why the guidance is what it is; undefined while there is no guidance to explain. */
export function whyScreen(conversation: Conversation): WhyScreen | undefined {
  const now = view(conversation);
  if (now.kind !== 'guidance') return undefined;
  const situation = situationOf(conversation);
  const other = now.guidance.now?.edition ?? counterpart(now.guidance.edition);
  return {
    kind: 'why',
    guidance: now.guidance,
    explanation: explain(policyFor(conversation.edition), situation),
    compared:
      other === undefined
        ? undefined
        : { edition: other, difference: differ(other, now.guidance.edition, situation) },
    origin: now.origin,
  };
}

/** A message to the customer: what is true today, and the open facts that they can know; undefined before any guidance. */
export function customerMessageScreen(
  conversation: Conversation,
  customer: LanguageTag,
): CustomerMessageScreen | undefined {
  const now = view(conversation);
  if (now.kind !== 'guidance') return undefined;
  const { guidance } = now;
  // What today's edition turns on is asked in the same message: nobody likes to be asked twice.
  const open = new Set([...guidance.dependsOn.map(({ fact }) => fact), ...(guidance.now?.turnsOn ?? [])]);
  const told = guidance.eligibility === 'depends' ? guidance : guidanceToday(guidance);
  return { kind: 'customerMessage', guidance: told, facts: [...open].filter(isAskable), customer };
}
