import { answersFor } from '../policy/case/case.js';
import { type Difference, differ } from '../policy/compare/difference.js';
import type { EditionId } from '../policy/edition.js';
import { support } from '../policy/engine/diagram.js';
import { todayFor } from '../policy/engine/now.js';
import { editionFor, open, policyFor } from '../policy/engine/policy.js';
import { cloudIn, type FactId, type Situation } from '../policy/facts.js';
import type { CaseReceipt, Receipt } from './content.js';

/** A situation from another day, looked at today. */
export interface Reopened {
  /** The edition to pin so that it answers as it did; undefined where the newest one answers anyway. */
  readonly pinned: EditionId | undefined;
  /** Today's edition and what it says differently; undefined while the guidance is still true. */
  readonly changed:
    | {
        readonly edition: EditionId;
        readonly difference: Difference;
        /** Facts that it turns on today and did not then. */
        readonly turnsOn: readonly FactId[];
      }
    | undefined;
}

function isSame({ before, after, gone, added }: Difference): boolean {
  const lists = [gone, added].flatMap(({ reasons, steps, cautions }) => [reasons, steps, cautions]);
  return before === after && lists.every((ids) => ids.length === 0);
}

/** Whether guidance given under an edition is still true under the one that answers today, and what changed. */
export function reopen({ edition, situation, everyCloud }: Receipt): Reopened {
  const today = todayFor(policyFor(edition), situation)?.edition ?? edition;
  if (everyCloud && edition === today) return { pinned: undefined, changed: undefined };
  const usual = editionFor(policyFor(undefined), situation).id;
  return {
    // While the cloud is open, the newest editions of all clouds would answer instead of the one.
    pinned: usual === edition && cloudIn(situation) !== undefined ? undefined : edition,
    changed: edition === today ? undefined : changedUnder(edition, today, situation),
  };
}

/** What another edition says differently of a situation; undefined where that is nothing. */
function changedUnder(then: EditionId, today: EditionId, situation: Situation): Reopened['changed'] {
  const difference = differ(then, today, situation);
  const openUnder = (id: EditionId): ReadonlySet<FactId> => support(open(policyFor(id), situation));
  const openThen = openUnder(then);
  const turnsOn = [...openUnder(today)].filter((fact) => !openThen.has(fact));
  return isSame(difference) && turnsOn.length === 0 ? undefined : { edition: today, difference, turnsOn };
}

/** A case from another day: the edition to pin for all of it, and what changed for each subscription, by place. */
export function reopenCase({ all, ...answered }: CaseReceipt): {
  readonly pinned: EditionId | undefined;
  readonly changed: readonly Reopened['changed'][];
} {
  const each = all.subscriptions.map((_, at) => reopen({ ...answered, situation: answersFor(all, at) }));
  // The cloud decides which edition answers, and it is the customer's.
  return { pinned: each[0]?.pinned, changed: each.map(({ changed }) => changed) };
}
