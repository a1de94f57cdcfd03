import type { Difference } from '../policy/compare/difference.js';
import type { EditionId } from '../policy/edition.js';
import type { Answer, FactId } from '../policy/facts.js';
import type { Reopened } from '../receipt/reopen.js';
import type { Note } from './interview/change.js';
import type { RuleNote } from './rule-answer.js';

/** Something to tell beside what is shown; its words are `notice.<kind>`. */
export type DialogNote =
  | Note
  | {
      readonly kind:
        | 'notUnderstood'
        | 'countriesNeeded'
        | 'whichSubscription'
        | 'tooLong'
        | 'noAttachments'
        | 'reaction'
        | 'languageSet'
        | 'youAreWelcome'
        | 'receiptMistyped'
        | 'feedbackTaken'
        | 'forgotten'
        | 'notForgotten'
        | 'remindDone'
        | 'remindLater'
        | 'remindStop'
        | 'remindUnwatch'
        | 'remindGone'
        | CaseNoteKind;
    }
  /** The customer's next subscription has begun; the receipt opens the one before. */
  | { readonly kind: 'nextBegun'; readonly service: Answer; readonly receipt: string }
  /** What was written for a country is none, or several. */
  | { readonly kind: 'countryUnknown'; readonly said: string }
  /** A line that may ask for what takes something away: what to type where that is meant. */
  | { readonly kind: 'onlyThis'; readonly command: 'restart' | 'next' | 'back' }
  | ReceiptNote
  | AnswerChangedNote
  /** A case was opened; the receipt opens what was answered before. */
  | { readonly kind: 'caseBefore'; readonly receipt: string }
  | RuleNote;

/** What is told of a case that somebody keeps, or would. */
export type CaseNoteKind =
  | 'caseKept'
  | 'caseKeptAlready'
  | 'caseTooEarly'
  | 'caseNotHere'
  | 'caseFull'
  | 'caseGone'
  | 'caseClosed'
  | 'caseReopened'
  | 'caseDeleted'
  | 'caseJoined'
  | 'caseNotJoined'
  | 'caseNotDone'
  | 'caseUnshared';

/** Answers were changed, and what that has changed in the guidance. */
export interface AnswerChangedNote {
  readonly kind: 'answerChanged';
  readonly facts: readonly FactId[];
  readonly difference: Difference;
}

/** A receipt was opened: whether it is still true, and under which receipt the answers from before are. */
export interface ReceiptNote {
  readonly kind: 'receiptOpened';
  readonly receipt: string;
  readonly edition: EditionId;
  /** The newest edition and what it says differently; undefined while the receipt is still true. */
  readonly changed: Reopened['changed'];
  readonly before: string | undefined;
}
