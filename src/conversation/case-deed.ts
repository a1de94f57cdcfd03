import type { EditionId } from '../policy/edition.js';
import type { SaidStep } from '../policy/engine/statement.js';
import type { Answer, FactId } from '../policy/facts.js';

/** What is done about one case and needs nothing besides: to look at it, at one side of it, or to change one thing. */
export const CASE_DEEDS = [
  'open',
  'dates',
  'settings',
  'rename',
  'close',
  'reopen',
  'remind',
  'unremind',
  'watch',
  'unwatch',
  'share',
  'invite',
  'unshare',
  'export',
  'delete',
  'deleteNow',
] as const;
export type PlainCaseDeed = (typeof CASE_DEEDS)[number];

/** So long may an id in a tap be. */
export const LONGEST_CASE_ID = 60;
/** So much of a label is read, in UTF-16 units; where it is kept it is cut once more. */
export const LONGEST_LABEL_READ = 200;

/** What an invitation begins with where it is typed. */
export const INVITED = 'CASE-';

/** Days as somebody gave them (ISO, or empty), each for a step or for the term of a subscription, from 0. */
export interface CaseDays {
  readonly steps: readonly (readonly [step: string, day: string])[];
  readonly terms: readonly (readonly [subscription: number, day: string])[];
}

/** What somebody does about the cases that they keep, as a tap or a line brings it. */
export type CaseDeed =
  /** All of them, as many as a card lists, after the first `after`. */
  | { readonly what: 'list'; readonly after?: number }
  /** All of them on a page of their own. */
  | { readonly what: 'page' }
  /** `keepAs` asks what this one is to be called; `here` is the one that is talked about. */
  | { readonly what: 'keepAs' }
  | { readonly what: 'here' }
  | { readonly what: 'keep'; readonly text: string }
  | { readonly what: 'join'; readonly text: string }
  | { readonly what: PlainCaseDeed; readonly case: string }
  | { readonly what: 'tick'; readonly case: string; readonly step: string; readonly done: boolean }
  | { readonly what: 'name'; readonly case: string; readonly text: string }
  | { readonly what: 'setDays'; readonly case: string; readonly days: CaseDays }
  | { readonly what: 'setHour'; readonly case: string; readonly hour: number };

/** Answers in the order in which they were given. */
type AnswerPairs = readonly (readonly [FactId, Answer])[];

/** What of a conversation a case keeps. */
export interface CaseAnswersNow {
  readonly shared: AnswerPairs;
  readonly subscriptions: readonly AnswerPairs[];
  readonly edition: EditionId | undefined;
  /** Steps that are done for some subscription. */
  readonly done: readonly SaidStep[];
}

/** What is done about a case outside the conversation. */
export type CaseEffect =
  | Exclude<CaseDeed, { readonly what: 'keepAs' | 'here' | 'keep' }>
  | {
      readonly what: 'keep';
      readonly case: string;
      readonly text: string;
      readonly now: CaseAnswersNow;
      /** The edition that has answered. */
      readonly told: EditionId;
    }
  /** The case that is talked about becomes what the conversation is now, by what has changed in this turn. */
  | {
      readonly what: 'carry';
      readonly case: string;
      readonly before: CaseAnswersNow;
      readonly now: CaseAnswersNow;
    };
