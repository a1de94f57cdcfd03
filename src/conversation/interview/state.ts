import type { EditionId } from '../../policy/edition.js';
import { relevant } from '../../policy/engine/interview.js';
import { cloudsOf, type Policy, policyFor } from '../../policy/engine/policy.js';
import type { Answer, FactId, Situation } from '../../policy/facts.js';
import type { OtherSubscription } from './others.js';
import { type Later, type Proposal, serviceIn } from './proposal.js';
import { fromLastTime, type Whereabouts } from './whereabouts.js';

/** What is kept of a conversation: the person's answers, and which card is live. Plain JSON, under 1 KB. */
export interface Conversation {
  /** Tells this conversation's cards from everybody else's. */
  readonly key: string;
  /** Counts interviews: "start over" begins the next one, and cards of the one before are no longer live. */
  readonly interview: number;
  /** Counts turns that changed something: a card carries the turn it was drawn in. */
  readonly turn: number;
  /** In the order they were first given. An answer that no longer matters stays, in case it does again. */
  readonly answers: readonly (readonly [FactId, Answer])[];
  /** Which of them nobody gave in this interview: known from last time, or taken from where the reader is. */
  readonly granted?: readonly FactId[];
  /** Where the two companies are, as far as it was said; it goes with any other answer to the question of the region. */
  readonly places?: Whereabouts;
  /** The edition the person asked for, or undefined for the newest. */
  readonly edition?: EditionId;
  /** A fact whose question is being put again (changed, or gone back to). */
  readonly asking?: FactId;
  /** What was read from the person's words and is not confirmed yet. */
  readonly proposal?: Proposal;
  /** What was answered before, of facts that were changed when there was guidance, until there is guidance again. */
  readonly since?: readonly (readonly [FactId, Answer])[];
  /** Those of the customer's other subscriptions that wait for their turn, as far as they were told. */
  readonly later?: Later;
  /** Those that were talked about already. */
  readonly others?: readonly OtherSubscription[];
  /** The number of the one that is talked about among all of them; absent where it is the first. */
  readonly number?: number;
  /** The guidance of the one that is talked about is shown, and not the plan for all. */
  readonly alone?: true;
}

/** Where an action was drawn: it is live only while the conversation is still there. */
export interface Origin {
  readonly key: string;
  readonly interview: number;
  readonly turn: number;
  readonly edition: EditionId | undefined;
}

/** The answers with which an interview begins, without having been given in it. */
export type Granted = Conversation['answers'];

/** What a conversation has of them: nothing, where there are none. */
export function granting(answers: Granted): Pick<Conversation, 'answers' | 'granted'> {
  return answers.length === 0 ? { answers } : { answers, granted: answers.map(([fact]) => fact) };
}

/** @param home the asker's own country, where it is known from last time */
export function begin(key: string, granted: Granted = [], home?: string): Conversation {
  const places = fromLastTime(home);
  return { key, interview: 1, turn: 0, ...granting(granted), ...(places && { places }) };
}

/** Without a cloud that the edition asked for is not about: it has one of its own. */
export function fitting(granted: Granted, edition: EditionId | undefined): Granted {
  const clouds: readonly unknown[] | undefined = edition && cloudsOf(edition);
  return clouds === undefined
    ? granted
    : granted.filter(([fact, value]) => fact !== 'cloud' || clouds.includes(value));
}

/** The answers that were given in this interview. */
export function ownAnswers({ answers, granted = [] }: Conversation): Conversation['answers'] {
  return granted.length === 0 ? answers : answers.filter(([fact]) => !granted.includes(fact));
}

/** The answers that still matter. */
export function situationOf(conversation: Conversation): Situation {
  const { answers } = conversation;
  // Where nothing is answered no policy is needed, nor the time that it takes to build one.
  return answers.length === 0 ? {} : relevant(policyOf(conversation), answers);
}

export function policyOf(conversation: Conversation): Policy {
  return policyFor(conversation.edition);
}

/** What a fact was answered with, whether or not it still matters; undefined where it was not. */
export function answerOf({ answers }: Conversation, fact: FactId): Answer | undefined {
  return answers.find(([known]) => known === fact)?.[1];
}

/** Where a card drawn now is drawn. */
export function originOf({ key, interview, turn, edition }: Conversation): Origin {
  return { key, interview, turn, edition };
}

/** The services of the subscriptions that wait for their turn. */
export function waitingServices({ later }: Conversation): readonly Answer[] {
  return (later?.waiting ?? []).flatMap((each) => serviceIn(each) ?? []);
}
