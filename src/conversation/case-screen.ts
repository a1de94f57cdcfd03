import type { Difference } from '../policy/compare/difference.js';
import type { Actor, EditionId, Role } from '../policy/edition.js';
import type { GuidanceLapse } from '../policy/engine/lapsing.js';
import type { SaidStep } from '../policy/engine/statement.js';
import type { CasePlanView } from './interview/case-view.js';
import type { Origin } from './interview/state.js';

/** What of a case is told beside others. */
export interface ListedCase {
  readonly id: string;
  /** Empty where it has none, or where others read along. */
  readonly label: string;
  /** ISO dates. */
  readonly created: string;
  readonly closed?: string;
}

/** A step that is done. */
export interface ShownTick {
  readonly step: SaidStep;
  /** ISO date. */
  readonly day: string;
  readonly by: Actor | Role;
}

/** What is waited for, from whom and since when. */
export interface ShownWaiting {
  readonly step: SaidStep;
  readonly actor: Actor;
  readonly since: string;
}

/** A day on which something of a case lapses. */
export interface ShownDeadline extends GuidanceLapse {
  readonly day: string;
}

/** What another edition says differently of a case. */
export interface ShownNews {
  readonly to: EditionId;
  readonly differing: readonly { readonly subscription: number; readonly difference: Difference }[];
  readonly idleTicks: readonly ShownTick[];
  readonly keptTicks: readonly ShownTick[];
}

/** How somebody is reminded of a case. */
export interface ShownReminding {
  readonly on: boolean;
  /** The day since which the channel takes no messages for them. */
  readonly blocked: string | undefined;
  /** Whether they can be written to first at all. */
  readonly reached: boolean;
  /** Whether they are told what is due as soon as they come back. */
  readonly atReturn: boolean;
  /** The hour of their own clock. */
  readonly hour: number;
}

/** A case as it is shown to one of those who keep it. */
export interface ShownCase extends ListedCase {
  /** What it comes to, as it is answered now. */
  readonly plan: CasePlanView;
  readonly ticks: readonly ShownTick[];
  readonly waiting?: ShownWaiting;
  readonly deadlines: readonly ShownDeadline[];
  /** The told ends of terms, by subscription. */
  readonly terms: readonly { readonly subscription: number; readonly day: string }[];
  readonly watched: boolean;
  /** Whether others keep it as well. */
  readonly shared: boolean;
  readonly reminding: ShownReminding;
}

/** Why a case is in the list: the verdicts, and what comes next. */
export interface CaseRow extends ListedCase {
  readonly plan: CasePlanView;
  readonly waiting?: ShownWaiting;
  readonly next: ShownDeadline | undefined;
  readonly blocked: boolean;
}

/** What is due of a case. */
export interface DueCase extends ListedCase {
  readonly because:
    | { readonly kind: 'lapse'; readonly deadline: ShownDeadline }
    | { readonly kind: 'waiting'; readonly waiting: ShownWaiting }
    | { readonly kind: 'news' | 'review' };
}

/** Where the files of a case can be had, each for a while. */
export interface CaseDownloads {
  /** Paths on this server. */
  readonly json: string;
  readonly csv: string;
  /** Absent where nothing of it has a day. */
  readonly ics?: string;
}

/** So many cases a card lists. */
export const LISTED_CASES = 7;

/** What of somebody's cases is shown. */
export type CaseFace =
  | {
      readonly kind: 'list';
      readonly cases: readonly CaseRow[];
      /** How many stand before these, and how many after them. */
      readonly before: number;
      readonly after: number;
      readonly days: number;
      /** Whether they can be opened as a page as well. */
      readonly page: boolean;
    }
  /** The way to the page of all of them. */
  | {
      readonly kind: 'page';
      readonly code: string /** Whether there is a tab that takes it. */;
      readonly tab: boolean;
    }
  /** What the case of now is to be called, before it is kept. */
  | {
      readonly kind: 'keepAs';
      /** Whether whoever keeps it here is written to, and so reminded. */
      readonly written: boolean;
    }
  | {
      readonly kind: 'plan';
      readonly case: ShownCase;
      readonly news?: ShownNews | undefined;
      /** Passages that it rests on and that are under review, as `page#section` with spaces between. */
      readonly review?: string;
    }
  | { readonly kind: 'dates' | 'settings' | 'rename' | 'delete' | 'share'; readonly case: ShownCase }
  /** Lets others join: for the group that reads it, or as a text to hand on. */
  | {
      readonly kind: 'invitation';
      readonly case: ListedCase;
      readonly invitation: string;
      readonly group: boolean;
    }
  | { readonly kind: 'export'; readonly case: ListedCase; readonly files: CaseDownloads }
  | { readonly kind: 'due'; readonly due: readonly DueCase[] };

/** The cases that somebody keeps. The dialog has no store: what they are is put in where they are kept. */
export interface CasesScreen {
  readonly kind: 'cases';
  /** Undefined where they could not be read. */
  readonly face: CaseFace | undefined;
  readonly origin: Origin;
}
