import type { View } from '../conversation/view.js';
import type { CasePlan } from '../policy/case/case-plan.js';
import type { Citation } from '../policy/edition.js';
import type { GuidanceGroup } from '../policy/engine/groups.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { Statement } from '../policy/engine/statement.js';

/** Whether the passage that a citation names has changed since somebody last compared it. */
export type UnderReview = (citation: Citation) => boolean;

function marked<S extends Statement>(statements: readonly S[], underReview: UnderReview): readonly S[] {
  return statements.map((statement) =>
    statement.citations.some(underReview) ? { ...statement, underReview: true } : statement,
  );
}

function markGroup(group: GuidanceGroup, underReview: UnderReview): GuidanceGroup {
  return {
    ...group,
    reasons: marked(group.reasons, underReview),
    steps: marked(group.steps, underReview),
    cautions: marked(group.cautions, underReview),
    differing: group.differing.map((each) => ({
      ...each,
      steps: marked(each.steps, underReview),
      cautions: marked(each.cautions, underReview),
    })),
  };
}

/** The same guidance where nothing is to be marked: what was made of it can then be used again. */
function markGuidance(guidance: Guidance, underReview: UnderReview): Guidance {
  if (!guidance.citations.some(underReview)) return guidance;
  return {
    ...guidance,
    reasons: marked(guidance.reasons, underReview),
    steps: marked(guidance.steps, underReview),
    cautions: marked(guidance.cautions, underReview),
    changes: marked(guidance.changes, underReview),
    groups: guidance.groups.map((group) => markGroup(group, underReview)),
  };
}

/** The same for the plan of a case: what each subscription is told, and what all are told together. */
export function markPlan(plan: CasePlan, underReview: UnderReview): CasePlan {
  if (!plan.citations.some(underReview)) return plan;
  return {
    ...plan,
    guidances: plan.guidances.map((each) => markGuidance(each, underReview)),
    reasons: marked(plan.reasons, underReview),
    steps: marked(plan.steps, underReview),
    cautions: marked(plan.cautions, underReview),
    changes: marked(plan.changes, underReview),
    conflicts: marked(plan.conflicts, underReview),
  };
}

/** The view with every statement marked that rests on a passage under review, in what is told beside it too. */
export function markUnderReview(view: View, underReview: UnderReview): View {
  const { screen } = view;
  const notes = view.notes.map((note) =>
    note.kind === 'rules' ? { ...note, guidance: markGuidance(note.guidance, underReview) } : note,
  );
  if (!('guidance' in screen)) return { ...view, notes };
  const marked = { ...screen, guidance: markGuidance(screen.guidance, underReview) };
  if (marked.kind !== 'guidance' || marked.among === undefined) return { ...view, notes, screen: marked };
  const { whole } = marked.among;
  const among = { ...marked.among, whole: { ...whole, plan: markPlan(whole.plan, underReview) } };
  return { ...view, notes, screen: { ...marked, among } };
}
