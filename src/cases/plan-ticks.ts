import { planFor } from '../policy/case/case-plan.js';
import { policyFor } from '../policy/engine/policy.js';
import type { GuidanceStep, SaidStep } from '../policy/engine/statement.js';
import { type CaseChange, ticked, unticked, waitingFor } from './case-changes.js';
import { caseIn } from './case-guidance.js';
import { isNear } from './days.js';
import type { DoneBy, KeptCase } from './kept-case.js';

/** The steps of a case in the order of its plan. */
export function stepsOfCase(kept: KeptCase): readonly GuidanceStep[] {
  return planFor(policyFor(kept.edition), caseIn(kept)).steps;
}

/** Whom a step is done by: the one role that it takes, or else whoever it is for. */
function doerOf({ actor, roles }: GuidanceStep): DoneBy {
  const [role, ...others] = roles;
  return role === undefined || others.length > 0 ? actor : role;
}

/** Once the next step is somebody else's, it is waited for, from the day of the one before; the asker waits for nobody. */
export function waitingNow(kept: KeptCase, day: string): KeptCase {
  const next = stepsOfCase(kept).find(({ id }) => !kept.ticks.some(({ step }) => step === id));
  if (next === undefined || next.actor === 'you') return waitingFor(undefined)(kept);
  if (kept.waiting?.step === next.id) return kept;
  return waitingFor({ step: next.id, actor: next.actor, since: day })(kept);
}

/** A step of the plan is done on a day; the case stays as it is where the plan has no such step. */
export function tickedOn(step: string, day: string): CaseChange {
  return (kept) => {
    const done = stepsOfCase(kept).find(({ id }) => id === step);
    return done === undefined
      ? kept
      : waitingNow(ticked({ step: done.id, day, by: doerOf(done) })(kept), day);
  };
}

/** A step is not done after all. */
export function untickedOn(step: string, day: string): CaseChange {
  return (kept) => waitingNow(unticked(step as SaidStep)(kept), day);
}

/** Another day for a step that is done; nothing where it is not, or where that can be no day of this case. */
export function redated(step: string, day: string): CaseChange {
  return (kept) => {
    const tick = kept.ticks.find((each) => each.step === step);
    if (tick === undefined || !isNear(kept.created, day)) return kept;
    const ticks = kept.ticks.map((each) => (each === tick ? { ...tick, day } : each));
    const { waiting } = kept;
    // What is waited for since that step was done is waited for since then.
    const since = waiting !== undefined && waiting.since === tick.day ? { ...waiting, since: day } : waiting;
    return { ...kept, ticks, ...(since === undefined ? {} : { waiting: since }) };
  };
}
