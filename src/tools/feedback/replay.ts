import type { FeedbackEntry } from '../../feedback/entry.js';
import type { EditionId } from '../../policy/edition.js';
import { guide } from '../../policy/engine/guidance.js';
import { policyFor } from '../../policy/engine/policy.js';
import { explain } from '../../policy/engine/why.js';

/** What has to be asked to hear what a person heard. */
export interface Replay {
  /** The edition to pin; undefined where the newest answered because the customer's cloud was not known. */
  readonly pinned: EditionId | undefined;
  /** Whether the policy still says the same; if not, somebody has changed it since. */
  readonly same: boolean;
}

function says(pinned: EditionId | undefined, entry: FeedbackEntry): boolean {
  const policy = policyFor(pinned);
  const { edition, eligibility } = guide(policy, entry.situation);
  return (
    edition === entry.edition &&
    eligibility === entry.eligibility &&
    explain(policy, entry.situation).rules.join() === entry.rules.join()
  );
}

/** Asks again what the entry is about. Pure. */
export function replay(entry: FeedbackEntry): Replay {
  if (says(entry.edition, entry)) return { pinned: entry.edition, same: true };
  if (says(undefined, entry)) return { pinned: undefined, same: true };
  return { pinned: entry.edition, same: false };
}
