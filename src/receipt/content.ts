import type { Case } from '../policy/case/case.js';
import type { EditionId } from '../policy/edition.js';
import type { Situation } from '../policy/facts.js';

/** What a receipt says: which edition answered, and the answers it was given. Nobody's name, nothing stored. */
export interface Receipt {
  readonly edition: EditionId;
  readonly situation: Situation;
  /** The cloud is open and no edition was asked for: the newest editions of all clouds spoke, as of this one. */
  readonly everyCloud: boolean;
}

/** What the receipt of a whole case says. */
export interface CaseReceipt extends Omit<Receipt, 'situation'> {
  readonly all: Case;
}
