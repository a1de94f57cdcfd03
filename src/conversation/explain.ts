import type { LanguageTag } from '../language/languages.js';
import { differ } from '../policy/compare/difference.js';
import { counterpart } from '../policy/engine/guidance.js';
import { policyFor } from '../policy/engine/policy.js';
import { explain } from '../policy/engine/why.js';
import { type Conversation, situationOf } from './interview/state.js';
import { view } from './interview/viewed.js';
import { askedOfCustomer, toldCase, toldOf } from './told-case.js';
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
  const { guidance, among } = now;
  return {
    kind: 'customerMessage',
    guidance: toldOf(guidance),
    facts: askedOfCustomer(guidance),
    customer,
    ...(among === undefined || among.alone ? {} : { all: toldCase(among.whole) }),
  };
}
