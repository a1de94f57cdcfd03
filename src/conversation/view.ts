import type { LanguageTag } from '../language/languages.js';
import type { Difference } from '../policy/compare/difference.js';
import type { EditionId } from '../policy/edition.js';
import type { Guidance } from '../policy/engine/guidance.js';
import type { SaidStep } from '../policy/engine/statement.js';
import type { Explanation } from '../policy/engine/why.js';
import type { AskableFact } from '../policy/facts.js';
import type { CountryPair } from '../policy/regions/regions.js';
import type { CasesScreen } from './case-screen.js';
import type { DialogNote } from './dialog-note.js';
import type { Field } from './interview/form.js';
import type { InterviewView } from './interview/shown.js';
import type { Conversation, Granted, Origin } from './interview/state.js';
import type { Whereabouts } from './interview/whereabouts.js';
import type { ToldCase } from './told-case.js';
import type { WholeCase } from './whole-case.js';

/** Why the guidance is what it is, and what another edition says instead. */
export interface WhyScreen {
  readonly kind: 'why';
  readonly guidance: Guidance;
  readonly explanation: Explanation;
  readonly compared: { readonly edition: EditionId; readonly difference: Difference } | undefined;
  readonly origin: Origin;
}

/** A message to the customer, in the customer's language: what we can tell, and what we have to ask. */
export interface CustomerMessageScreen {
  readonly kind: 'customerMessage';
  /** What is true today, whichever edition is read. */
  readonly guidance: Guidance;
  /** What only the customer knows. */
  readonly facts: readonly AskableFact[];
  readonly customer: LanguageTag;
  /** All of the customer's subscriptions, where the message is about them. */
  readonly all?: ToldCase | undefined;
}

/** One card for a support agent with somebody on the phone. */
export interface CallScreen {
  readonly kind: 'call';
  /** What a chat would show now. */
  readonly now: InterviewView;
  /** What can be said already, whatever is still open. */
  readonly guidance: Guidance;
  /** All subscriptions of the customer, where there is an answer for each of them and none of them is looked at alone. */
  readonly all?: WholeCase | undefined;
  readonly form: readonly Field[];
  /** The countries that were named so far. */
  readonly named?: Whereabouts | undefined;
  /** The language of the person on the phone. */
  readonly customer: LanguageTag;
  /** Steps that are done, by id. */
  readonly done: readonly SaidStep[];
  readonly day: string;
  readonly origin: Origin;
}

/** The note for the ticket: plain text to copy. */
export interface TicketScreen {
  readonly kind: 'ticket';
  readonly guidance: Guidance;
  /** All subscriptions of the customer, where the note is for them. */
  readonly all?: WholeCase | undefined;
  /** The two countries that the answer about the region comes from. */
  readonly places?: CountryPair | undefined;
  readonly done: readonly SaidStep[];
  /** The day it is written, as an ISO date. */
  readonly day: string;
  /** Reasons, cautions and sources as well. */
  readonly whole: boolean;
}

/** Where others find the same answer. */
export interface ShareScreen {
  readonly kind: 'share';
  /** Of the guidance, or of the whole case. */
  readonly receipt: string;
}

/** A case for a person: a draft, or what became of it. */
export interface HandOverScreen {
  readonly kind: 'handOver';
  readonly guidance: Guidance;
  /** All subscriptions of the customer, where there are several. */
  readonly all?: WholeCase | undefined;
  readonly places?: CountryPair | undefined;
  /** `copy`: nobody is set up to receive it, so it is offered to copy. */
  readonly state: 'draft' | 'copy' | 'sent' | 'failed';
  readonly day: string;
  readonly origin: Origin;
}

/** What is kept of the person who asks. */
export interface KnownScreen {
  readonly kind: 'known';
  readonly answers: Conversation['answers'];
  readonly places?: Whereabouts | undefined;
  /** What was read of the customer's other subscriptions and waits for its turn. */
  readonly later: readonly Conversation['answers'][];
  /** What is remembered of the asker for the next customer. */
  readonly asker: Granted;
  /** The country of their own tenant. */
  readonly home?: string | undefined;
  /** For how many days without a message. */
  readonly days: number;
  /** The cases that they keep; put in where they are kept, because the dialog has no store. */
  readonly cases?: KnownCases;
  readonly origin: Origin;
}

/** What is kept of somebody's cases. */
export interface KnownCases {
  /** What each is called, if anything, and the day it was made (ISO). */
  readonly named: readonly { readonly label: string; readonly created: string }[];
  /** For how many days after the last change. */
  readonly days: number;
}

/** Whether to delete everything. */
export interface ForgetScreen {
  readonly kind: 'forget';
  readonly origin: Origin;
}

/** "This is wrong": what is, optionally. */
export interface ReasonScreen {
  readonly kind: 'reason';
  readonly origin: Origin;
}

/** A word back, such as thanks: a line beside the card, which stays what it is. */
export interface RemarkScreen {
  readonly kind: 'remark';
}

/** A turn that failed. */
export interface FailureScreen {
  readonly kind: 'failure';
  /** There was no room to write what the person said, so that it was not taken. */
  readonly full?: boolean;
}

/** What a person can be shown: data with ids; the words and the card come later. */
export type Screen =
  | InterviewView
  | WhyScreen
  | CustomerMessageScreen
  | CallScreen
  | TicketScreen
  | ShareScreen
  | HandOverScreen
  | ReasonScreen
  | KnownScreen
  | ForgetScreen
  | RemarkScreen
  | CasesScreen
  | { readonly kind: 'welcome' }
  | { readonly kind: 'help' }
  | { readonly kind: 'languages'; readonly current: LanguageTag }
  | { readonly kind: 'editions'; readonly origin: Origin }
  | FailureScreen;

export interface View {
  readonly screen: Screen;
  readonly notes: readonly DialogNote[];
  /** Whose card this is and where it was drawn; undefined for a card that is nobody's own, such as the welcome. */
  readonly origin: Origin | undefined;
  /** Where the bot is reached by browsers, such as `https://advisor.contoso.com`, if that is known. */
  readonly address?: string | undefined;
  /** Whether the case can be kept here, or is; undefined where none can. */
  readonly keeping?: 'offered' | 'kept' | undefined;
}

/** What a view shows of the interview, on a call as part of its card; undefined where it shows something else. */
export function interviewIn({ screen }: View): InterviewView | undefined {
  if (screen.kind === 'call') return screen.now;
  const shows = screen.kind === 'question' || screen.kind === 'guidance' || screen.kind === 'understood';
  return shows ? screen : undefined;
}
