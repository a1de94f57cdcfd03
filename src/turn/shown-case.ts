import { caseIn } from '../cases/case-guidance.js';
import { deadlinesOf } from '../cases/deadlines.js';
import type { Keeper } from '../cases/keeper.js';
import type { KeptCase } from '../cases/kept-case.js';
import type { ReminderState } from '../cases/reminders/reminders.js';
import type { Speaker } from '../channels/seam/speaker.js';
import type { CaseRow, ListedCase, ShownCase } from '../conversation/case-screen.js';
import { planView } from '../conversation/interview/case-view.js';
import type { OpenedCase } from '../conversation/session.js';
import { policyFor } from '../policy/engine/policy.js';

/** Whoever reads their cases: as whom they keep them, and whether others read along. */
export type CaseReader = Keeper & Pick<Speaker, 'group'>;

/** To whom a case is shown, and how they are reminded of it. */
export interface ShownFor {
  readonly speaker: CaseReader;
  readonly reminding: ReminderState;
}

/** In a group others read along: what somebody calls their case is not for them. */
export function listed(
  { id, label, created, closed }: KeptCase,
  { group }: Pick<Speaker, 'group'>,
): ListedCase {
  return { id, label: group ? '' : label, created, ...(closed === undefined ? {} : { closed }) };
}

/** Teams takes messages that nobody asked for; elsewhere what is due is told to whoever comes back. */
function isTold({ channel }: Pick<Speaker, 'channel'>): boolean {
  return channel === 'msteams';
}

function planOf(kept: KeptCase) {
  return planView(policyFor(kept.edition), caseIn(kept));
}

export function rowOf(kept: KeptCase, speaker: CaseReader, blocked: boolean): CaseRow {
  const { waiting } = kept;
  return {
    ...listed(kept, speaker),
    plan: planOf(kept),
    ...(waiting === undefined ? {} : { waiting }),
    next: deadlinesOf(kept)[0],
    blocked,
  };
}

/** A case with what it comes to now. */
export function shownCase(kept: KeptCase, { speaker, reminding }: ShownFor): ShownCase {
  const { waiting, ticks, dates, watched, keepers } = kept;
  return {
    ...listed(kept, speaker),
    plan: planOf(kept),
    ticks,
    ...(waiting === undefined ? {} : { waiting }),
    deadlines: deadlinesOf(kept),
    terms: dates.map(({ subscription, day }) => ({ subscription, day })),
    watched,
    shared: keepers.length > 1,
    reminding: { ...reminding, atReturn: 'channel' in speaker && !isTold(speaker) },
  };
}

/** A kept case on its way into a conversation. */
export function openedCase({ id, shared, subscriptions, edition, ticks }: KeptCase): OpenedCase {
  return { id, shared, subscriptions, edition, done: ticks.map(({ step }) => step) };
}
