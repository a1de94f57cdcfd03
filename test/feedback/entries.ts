import { type FeedbackEntry, feedbackEntry, type Judgement } from '../../src/feedback/entry.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { policyFor } from '../../src/policy/engine/policy.js';
import { explain } from '../../src/policy/engine/why.js';

export const DAY = '2026-11-21';

/** Licences from an Enterprise Agreement, to be supported, under the policy of 2019. */
export const SITUATION = {
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  seller: 'enterpriseAgreement',
  goal: 'support',
} as const;

/** What somebody thought of what the policy really says. */
export function judgement(id: string, more: Partial<Judgement> = {}): Judgement {
  const guidance = more.guidance ?? { edition: '2019-03', situation: SITUATION };
  const policy = policyFor(guidance.edition);
  return {
    id,
    day: DAY,
    helped: false,
    reason: '',
    guidance,
    eligibility: guide(policy, guidance.situation).eligibility,
    rules: explain(policy, guidance.situation).rules,
    language: 'en',
    ...more,
  };
}

export function entry(id: string, more: Partial<Judgement> = {}): FeedbackEntry {
  return feedbackEntry(judgement(id, more));
}
