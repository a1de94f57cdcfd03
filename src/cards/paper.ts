import { planView } from '../conversation/interview/case-view.js';
import type { Language } from '../language/language.js';
import { guide } from '../policy/engine/guidance.js';
import { policyFor } from '../policy/engine/policy.js';
import type { FoundReceipt } from '../receipt/find-receipt.js';
import { reopen, reopenCase } from '../receipt/reopen.js';
import { type Printed, paperOf } from './printed.js';
import { paperOfCase } from './printed-case.js';

/**
 * What a receipt says, for paper: one answer, or the plan for all subscriptions of a customer; undefined where it does not
 * check.
 * @param day the day on which it is printed, as an ISO date
 */
export function paperOfReceipt(
  language: Language,
  { receipt, whole }: Pick<FoundReceipt, 'receipt' | 'whole'>,
  day: string,
): Printed | undefined {
  if (whole !== undefined)
    return paperOfCase(language, planView(policyFor(reopenCase(whole).pinned), whole.all), day);
  if (receipt === undefined) return undefined;
  return paperOf(language, guide(policyFor(reopen(receipt).pinned), receipt.situation), day);
}
