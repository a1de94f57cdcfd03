import type { Understanding } from '../language/understand/understand.js';
import { type Answer, outlasts } from '../policy/facts.js';
import { allOf, numberNow } from './interview/others.js';
import { view } from './interview/viewed.js';
import type { Session } from './session.js';

/** The product that a line names. */
export function productIn({ readings }: Understanding): Answer | undefined {
  const named = readings.find((each) => each.kind === 'is' && each.fact === 'service');
  return named?.kind === 'is' ? named.value : undefined;
}

/**
 * Below the plan for several subscriptions: the number of the one that a line tells of, by its product; `unclear` where it
 * may be any of them, since an answer would count for the one that happened to be talked about last. Undefined where it is
 * clear: one is shown alone, or the line tells of what all of them share.
 */
export function subscriptionMeant(
  { conversation }: Session,
  heard: Understanding,
): number | 'unclear' | undefined {
  const now = view(conversation);
  if (now.kind !== 'guidance' || now.among === undefined || now.among.alone) return undefined;
  if (heard.subscriptions !== undefined || heard.readings.every(({ fact }) => outlasts(fact)))
    return undefined;
  const named = productIn(heard);
  const isNamed = ({ answers }: { readonly answers: typeof conversation.answers }): boolean =>
    answers.some(([fact, value]) => fact === 'service' && value === named);
  const [one, ...more] = named === undefined ? [] : allOf(conversation).filter(isNamed);
  if (one === undefined || more.length > 0) return 'unclear';
  return one.number === numberNow(conversation) ? undefined : one.number;
}

/** Whether one of several subscriptions may be meant: not where a product is named that none of them is. */
export function mayBeTold({ conversation }: Session, service: Answer | undefined): boolean {
  if (conversation.others === undefined) return false;
  const told = allOf(conversation).flatMap(({ answers }) => answers.filter(([fact]) => fact === 'service'));
  return service === undefined || told.some(([, value]) => value === service);
}
