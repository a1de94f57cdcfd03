import { type Case, caseOf } from '../../policy/case/case.js';
import type { EditionId } from '../../policy/edition.js';
import { type Guidance, guide } from '../../policy/engine/guidance.js';
import { nextQuestion, type Question, questionAbout, relevant } from '../../policy/engine/interview.js';
import { cloudsOf, type Policy, policyFor } from '../../policy/engine/policy.js';
import type { Answer, FactId, OptionId, Situation } from '../../policy/facts.js';
import type { CountryPair } from '../../policy/regions/regions.js';
import { type CasePlanView, planView } from './case-view.js';
import { allOf, numberNow, type OtherSubscription, sharedAnswers } from './others.js';
import { type Later, type Proposal, serviceIn } from './proposal.js';
import { deciding, fromLastTime, type Whereabouts } from './whereabouts.js';

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

interface Shown {
  /** The answers that matter, in the order they were given. */
  readonly answers: readonly (readonly [FactId, Answer])[];
  /** Which of them nobody gave in this interview. */
  readonly granted: readonly FactId[];
  /** The two countries that the answer about the region comes from, where it comes from any. */
  readonly places?: CountryPair | undefined;
  readonly origin: Origin;
}

export interface QuestionView extends Question, Shown {
  readonly kind: 'question';
  readonly number: number;
  /** The answer given before, when the question is put again. */
  readonly current: Answer | undefined;
  /** The countries that were named so far, where it is the region that is asked for. */
  readonly named?: Whereabouts | undefined;
}

export interface GuidanceView extends Shown {
  readonly kind: 'guidance';
  readonly guidance: Guidance;
  /** The service of the customer's next subscription, where one was told of. */
  readonly next?: Answer | undefined;
  /** Where the customer has several subscriptions: all of them. */
  readonly among?: Among;
}

/** A subscription among all those of the customer. */
export interface Among {
  /** Its number. */
  readonly number: number;
  /** The numbers of all of them, in the order in which they were begun: that of the plan. */
  readonly numbers: readonly number[];
  readonly whole: CasePlanView;
  /** Whether its own guidance is to be shown, and not the plan for all. */
  readonly alone: boolean;
}

/** One fact read from the person's words, with what was answered before, where that was something else. */
export interface ReadFact {
  readonly fact: FactId;
  readonly value: Answer;
  readonly said: string;
  readonly before: Answer | undefined;
  /** The two countries that it was read from, where it was read from any. */
  readonly places?: CountryPair | undefined;
}

/** What was understood, to be confirmed before anything relies on it. */
export interface UnderstoodView extends Shown {
  readonly kind: 'understood';
  readonly read: readonly ReadFact[];
  readonly excluded: Proposal['excluded'];
  /** A fact with several readings, to choose from. */
  readonly unclear:
    | { readonly fact: FactId; readonly options: readonly OptionId[]; readonly said: string }
    | undefined;
  /** The services of the customer's other subscriptions, which come afterwards. */
  readonly later: readonly Answer[];
}

export type InterviewView = QuestionView | GuidanceView | UnderstoodView;

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

function question(conversation: Conversation, situation: Situation): Question | undefined {
  const { asking } = conversation;
  const policy = policyOf(conversation);
  return asking === undefined ? nextQuestion(policy, situation) : questionAbout(policy, situation, asking);
}

/** The question that is put again, or the next one; undefined where guidance can be given. */
export function questionOf(conversation: Conversation): Question | undefined {
  return question(conversation, situationOf(conversation));
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

function proposed(proposal: Proposal | undefined, fact: FactId): Answer | undefined {
  return proposal?.read.find(([known]) => known === fact)?.[1];
}

/** The services of the subscriptions that wait for their turn. */
export function waitingServices({ later }: Conversation): readonly Answer[] {
  return (later?.waiting ?? []).flatMap((each) => serviceIn(each) ?? []);
}

/** The answers of before that will count together with what is proposed, however what is unclear turns out. */
function resting(conversation: Conversation, { read, unclear: [first] }: Proposal): Shown['answers'] {
  const anew = new Map<FactId, Answer>(read.map(([fact, value]) => [fact, value]));
  const kept = conversation.answers.filter(([fact]) => !anew.has(fact));
  const choices = first === undefined ? [[]] : first[1].map((option) => [[first[0], option] as const]);
  const situations = choices.map((choice) => {
    return relevant(policyOf(conversation), [...new Map([...kept, ...anew, ...choice])]);
  });
  return kept.filter(([fact]) => situations.some((situation) => situation[fact] !== undefined));
}

function understood(conversation: Conversation, proposal: Proposal, shown: Shown): UnderstoodView {
  const [first] = proposal.unclear;
  return {
    kind: 'understood',
    read: proposal.read.map(([fact, value, said]) => {
      const places = fact === 'region' ? deciding(conversation.places, value) : undefined;
      return { fact, value, said, before: answerOf(conversation, fact), ...(places && { places }) };
    }),
    excluded: proposal.excluded,
    unclear: first && { fact: first[0], options: first[1], said: first[2] },
    later: waitingServices(conversation),
    ...shown,
    answers: resting(conversation, proposal),
  };
}

/** Several places of a turn ask for the same of one conversation, which never changes: it is made once for each. */
function onceEach<T extends object>(
  make: (conversation: Conversation) => T,
): (conversation: Conversation) => T {
  const made = new WeakMap<Conversation, T>();
  return (conversation) => {
    const known = made.get(conversation);
    if (known !== undefined) return known;
    const fresh = make(conversation);
    made.set(conversation, fresh);
    return fresh;
  };
}

/** What can be said now, whatever is still open. What does not matter to the edition asked for may matter to today's. */
export const guidanceIn = onceEach((conversation: Conversation): Guidance => {
  const { answers } = conversation;
  return guide(policyOf(conversation), situationOf(conversation), Object.fromEntries(answers));
});

/** All of the customer's subscriptions as one case, in the order of their numbers. */
export function wholeCase(conversation: Conversation): Case {
  const common: Situation = Object.fromEntries(sharedAnswers(conversation));
  const each = allOf(conversation).map(({ answers }): Situation => Object.fromEntries(answers));
  return caseOf(common, each);
}

/** All of the customer's subscriptions with one plan; undefined where there is just one. */
export function amongOf(conversation: Conversation): Among | undefined {
  const { alone = false, others } = conversation;
  if (others === undefined) return undefined;
  const all = allOf(conversation);
  const whole = planView(policyOf(conversation), wholeCase(conversation));
  return { number: numberNow(conversation), numbers: all.map(({ number }) => number), whole, alone };
}

/** What the conversation shows now. */
export const view = onceEach((conversation: Conversation): InterviewView => {
  const situation = situationOf(conversation);
  const { asking, proposal } = conversation;
  const shown: Shown = {
    answers: conversation.answers.filter(([fact]) => situation[fact] !== undefined),
    granted: (conversation.granted ?? []).filter((fact) => situation[fact] !== undefined),
    places: deciding(conversation.places, situation.region),
    origin: originOf(conversation),
  };
  if (asking === undefined && proposal !== undefined) return understood(conversation, proposal, shown);
  const asked = question(conversation, situation);
  if (asked === undefined) {
    const [next] = waitingServices(conversation);
    const among = amongOf(conversation);
    return {
      kind: 'guidance',
      guidance: guidanceIn(conversation),
      ...(next && { next }),
      ...(among && { among }),
      ...shown,
    };
  }
  const others = ownAnswers(conversation).filter(
    ([fact]) => situation[fact] !== undefined && fact !== asked.fact,
  );
  return {
    kind: 'question',
    ...asked,
    number: others.length + 1,
    current: proposed(proposal, asked.fact) ?? situation[asked.fact],
    named: asked.fact === 'region' ? conversation.places : undefined,
    ...shown,
  };
});
