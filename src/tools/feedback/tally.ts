import type { FeedbackEntry } from '../../feedback/entry.js';
import { EDITION_IDS, type EditionId, type Eligibility, VERDICTS } from '../../policy/edition.js';

/** How often guidance of one kind helped, and how often it was called wrong. */
export interface Tally {
  readonly edition: EditionId;
  readonly eligibility: Eligibility;
  readonly helped: number;
  readonly wrong: number;
}

const ELIGIBILITIES: readonly Eligibility[] = [...VERDICTS, 'depends'];

/** The counts by edition and eligibility, the newest edition first; what nobody judged is left out. */
export function tallies(entries: readonly FeedbackEntry[]): readonly Tally[] {
  return EDITION_IDS.toReversed().flatMap((edition) =>
    ELIGIBILITIES.flatMap((eligibility) => {
      const judged = entries.filter((each) => each.edition === edition && each.eligibility === eligibility);
      const helped = judged.filter((each) => each.helped).length;
      return judged.length === 0 ? [] : [{ edition, eligibility, helped, wrong: judged.length - helped }];
    }),
  );
}
