import { nowIds } from '../cards/then-and-now.js';
import type { CasePlanView } from '../conversation/interview/case-view.js';

/** A whole customer as ids: what each subscription has come to, and the one plan with those that each step is for, by place. */
export function caseGuidanceData({ plan, receipts }: CasePlanView) {
  return {
    subscriptions: plan.guidances.map((guidance, place) => ({
      receipt: receipts[place] ?? '',
      situation: guidance.situation,
      eligibility: guidance.eligibility,
      ...nowIds(guidance),
    })),
    plan: {
      steps: plan.steps.map(({ id, subscriptions }) => ({ id, subscriptions })),
      cautions: plan.cautions.map(({ id, subscriptions }) => ({ id, subscriptions })),
      conflicts: plan.conflicts.map(({ id, one, other }) => ({ id, one, other })),
    },
  };
}
