import { answersFor, type Case } from '../../policy/case/case.js';
import { type EditionId, isEditionId } from '../../policy/edition.js';
import { matters, nextQuestion } from '../../policy/engine/interview.js';
import {
  type Answer,
  answersIn,
  FACT_IDS,
  type FactId,
  isAnswer,
  isFactId,
  type Situation,
} from '../../policy/facts.js';
import { sameRegion } from '../../policy/regions/regions.js';
import { amongSubscriptions, isJustBegun, leaveOut, type SubscriptionChange, settled } from './among.js';
import {
  type Answers,
  advance,
  type ConversationChange,
  canMatter,
  go,
  type Note,
  put,
  putDown,
  type Stepped,
  staleness,
  unchanged,
} from './change.js';
import { numberNow, othersIn } from './others.js';
import type { Later, Proposal } from './proposal.js';
import { accept, propose } from './propose.js';
import {
  answerOf,
  type Conversation,
  fitting,
  type Granted,
  granting,
  type Origin,
  ownAnswers,
  policyOf,
  situationOf,
} from './state.js';
import { deciding, fromLastTime, joined, ownPlace, pairOf, type Whereabouts } from './whereabouts.js';

/** What can happen in an interview. `origin` says which card it was tapped on; what is typed has none. */
export type InterviewEvent =
  | { readonly kind: 'show' }
  | { readonly kind: 'answer'; readonly fact: FactId; readonly value: Answer; readonly origin?: Origin }
  /** Countries were named, as the answer about the region or a part of it. */
  | { readonly kind: 'countries'; readonly named: Whereabouts; readonly origin?: Origin }
  | { readonly kind: 'change'; readonly fact: FactId; readonly origin?: Origin }
  | { readonly kind: 'back'; readonly origin?: Origin }
  /** Another subscription of the same customer, or one of them again, without one, or all of them. */
  | { readonly kind: 'subscription'; readonly what: SubscriptionChange; readonly origin?: Origin }
  /** The next customer; `granted` and `home`, the asker's own country, are what need not be asked again. */
  | {
      readonly kind: 'restart';
      readonly granted?: Granted;
      readonly home?: string | undefined;
      readonly origin?: Origin;
    }
  | { readonly kind: 'edition'; readonly edition: EditionId | undefined; readonly origin?: Origin }
  /** Facts were read from the person's own words. */
  | {
      readonly kind: 'propose';
      readonly proposal: Proposal;
      /** The countries that the region was read from. */
      readonly named?: Whereabouts | undefined;
      /** What the same words said of further subscriptions. */
      readonly later?: Later | undefined;
    }
  /**
   * What was read is right. With a fact, that reading of it; with a fact and no value, none of its readings.
   */
  | { readonly kind: 'accept'; readonly fact?: FactId; readonly value?: Answer; readonly origin?: Origin }
  | { readonly kind: 'dismiss'; readonly origin?: Origin }
  /** A form came back: what it showed when it was drawn, and what it says now. */
  | { readonly kind: 'fill'; readonly drawn: Situation; readonly wanted: Situation; readonly origin?: Origin }
  /** A situation is taken over as a whole, such as that of a receipt. */
  | { readonly kind: 'adopt'; readonly situation: Situation; readonly edition: EditionId | undefined }
  /** The same with all subscriptions of a customer. */
  | { readonly kind: 'adoptCase'; readonly all: Case; readonly edition: EditionId | undefined };

/**
 * A tap on an older card is taken only if it cannot overwrite anything: the fact has no answer yet and
 * still matters (two devices answering different questions). The same answer again changes nothing.
 */
function lateAnswer(
  conversation: Conversation,
  fact: FactId,
  value: Answer,
  note: Note,
  places?: Whereabouts,
): Stepped {
  const known = answerOf(conversation, fact);
  if (note.kind !== 'stale') return unchanged(conversation, note);
  if (known === value) return unchanged(conversation);
  const fresh = known === undefined && matters(policyOf(conversation), situationOf(conversation), fact);
  if (!fresh) return unchanged(conversation, note);
  const asking = conversation.asking === fact ? undefined : conversation.asking;
  const after = putDown(conversation, put(conversation.answers, fact, value), [fact], asking);
  return go(conversation, { ...after, ...(places && { places }) });
}

function answer(
  conversation: Conversation,
  fact: FactId,
  value: Answer,
  origin?: Origin,
  places?: Whereabouts,
): Stepped {
  if (!isFactId(fact) || !isAnswer(fact, value)) return unchanged(conversation, { kind: 'badAction' });
  const note = staleness(conversation, origin);
  if (note !== undefined) {
    const sameInterview = origin?.key === conversation.key && origin.interview === conversation.interview;
    return sameInterview
      ? lateAnswer(conversation, fact, value, note, places)
      : unchanged(conversation, note);
  }
  const after = putDown(conversation, put(conversation.answers, fact, value), [fact]);
  return go(conversation, { ...after, ...(places && { places }) });
}

/** Two countries answer what is asked about the region; one alone is kept until the other is named. */
function locate(conversation: Conversation, named: Whereabouts, origin?: Origin): Stepped {
  const places = joined(conversation.places, named);
  const pair = pairOf(places);
  if (pair !== undefined) return answer(conversation, 'region', sameRegion(pair), origin, places);
  const note = staleness(conversation, origin);
  if (note !== undefined) return unchanged(conversation, note);
  if (places.customer === undefined && places.partner === undefined) return unchanged(conversation);
  return go(conversation, { places, asking: conversation.asking }, { kind: 'countryKept', named: places });
}

/** What was read is not right: neither is what was read of further subscriptions with it. */
function putAway(conversation: Conversation): ConversationChange {
  const later = answerOf(conversation, 'service') === undefined ? undefined : conversation.later;
  return { proposal: undefined, later, places: answeredFrom(conversation) };
}

/**
 * Leaves a change undone, or puts away what was proposed, or else takes back the last answer that counts and
 * puts its question again.
 */
function back(conversation: Conversation): Stepped {
  const { asking, proposal } = conversation;
  // Gone back to, a question is the next one anyway; any other one was put on purpose, and is left again.
  const next = nextQuestion(policyOf(conversation), situationOf(conversation))?.fact;
  const onPurpose = proposal !== undefined || asking !== next;
  const changing = asking !== undefined && (answerOf(conversation, asking) !== undefined || onPurpose);
  if (changing) return go(conversation, {});
  if (proposal !== undefined) return go(conversation, putAway(conversation));
  const situation = situationOf(conversation);
  // Begun by mistake: the customer's other subscriptions are there again.
  if (isJustBegun(conversation)) return leaveOut(conversation, numberNow(conversation));
  const last = ownAnswers(conversation).findLast(([fact]) => situation[fact] !== undefined);
  if (last === undefined) return unchanged(conversation, { kind: 'nothingToUndo' });
  const answers = conversation.answers.filter((pair) => pair !== last);
  return unchanged(advance(conversation, { answers, asking: last[0] }));
}

/** Puts the question of a fact again; of one that makes no difference here, nothing is asked. */
function change(conversation: Conversation, fact: FactId): Stepped {
  if (!isFactId(fact)) return unchanged(conversation, { kind: 'badAction' });
  const shown = conversation.proposal?.read.some(([known]) => known === fact) === true;
  return shown || canMatter(conversation, fact)
    ? go(conversation, { asking: fact })
    : unchanged(conversation);
}

/** Takes from a form what was changed in it; what another device has answered meanwhile stays as it is. */
function fill(conversation: Conversation, drawn: Situation, wanted: Situation, origin?: Origin): Stepped {
  const note = staleness(conversation, origin);
  if (note !== undefined && note.kind !== 'stale') return unchanged(conversation, note);
  if (origin !== undefined && origin.interview !== conversation.interview)
    return unchanged(conversation, { kind: 'stale' });
  const changed = FACT_IDS.filter((fact) => drawn[fact] !== wanted[fact]);
  const mine = changed.filter((fact) => answerOf(conversation, fact) === drawn[fact]);
  const lost = changed.some((fact) => !mine.includes(fact) && answerOf(conversation, fact) !== wanted[fact]);
  const notes: Note[] = lost ? [{ kind: 'stale' }] : [];
  if (mine.length === 0) return unchanged(conversation, ...notes);
  const answers = mine.reduce<Answers>((sofar, fact) => {
    const value = wanted[fact];
    return value === undefined ? sofar.filter(([known]) => known !== fact) : put(sofar, fact, value);
  }, conversation.answers);
  return go(conversation, putDown(conversation, answers, mine), ...notes);
}

/** Nothing of a customer's other subscriptions. */
const ALONE = { later: undefined, others: undefined, number: undefined };

function adopt(
  conversation: Conversation,
  answers: Answers,
  edition: EditionId | undefined,
  others?: Conversation['others'],
): Stepped {
  const interview = conversation.interview + 1;
  return unchanged(
    advance(conversation, {
      interview,
      answers,
      granted: undefined,
      places: ownPlace(conversation.places),
      edition,
      proposal: undefined,
      ...ALONE,
      others,
    }),
  );
}

/** Another edition; a cloud that nobody named and that it is not about is its own again. */
function switchTo(conversation: Conversation, edition: EditionId | undefined): Stepped {
  const { granted = [] } = conversation;
  const taken = conversation.answers.filter(([fact]) => granted.includes(fact));
  const fits = fitting(taken, edition);
  const answers = conversation.answers.filter((pair) => !taken.includes(pair) || fits.includes(pair));
  return go(conversation, { answers, edition }, { kind: 'editionSet', edition });
}

/** The countries that the answer about the region comes from, or what was named towards one; not what was only proposed. */
function answeredFrom(conversation: Conversation): Whereabouts | undefined {
  const { places, proposal } = conversation;
  if (proposal?.read.every(([fact]) => fact !== 'region')) return places;
  return deciding(places, answerOf(conversation, 'region')) === undefined ? undefined : places;
}

/** One step of the interview: a pure function of the state and the event. Total: no event makes it throw. */
export function step(conversation: Conversation, event: InterviewEvent): Stepped {
  return settled(stepped(conversation, event));
}

function stepped(conversation: Conversation, event: InterviewEvent): Stepped {
  switch (event.kind) {
    case 'show':
      return unchanged(conversation);
    case 'answer':
      return answer(conversation, event.fact, event.value, event.origin);
    case 'countries':
      return locate(conversation, event.named, event.origin);
    case 'propose':
      return propose(conversation, event.proposal, event.named, event.later);
    case 'fill':
      return fill(conversation, event.drawn, event.wanted, event.origin);
    case 'adopt':
      return adopt(conversation, answersIn(event.situation), event.edition);
    case 'adoptCase':
      return adopt(conversation, answersIn(answersFor(event.all, 0)), event.edition, othersIn(event.all));
  }
  const note = staleness(conversation, event.origin);
  if (note !== undefined) return unchanged(conversation, note);
  switch (event.kind) {
    case 'change':
      return change(conversation, event.fact);
    case 'back':
      return back(conversation);
    case 'subscription':
      return amongSubscriptions(conversation, event.what);
    case 'accept':
      return accept(conversation, event.fact, event.value);
    case 'dismiss':
      return conversation.proposal === undefined
        ? unchanged(conversation)
        : go(conversation, putAway(conversation));
    case 'restart': {
      const interview = conversation.interview + 1;
      const { answers, granted } = granting(fitting(event.granted ?? [], conversation.edition));
      const places = fromLastTime(event.home);
      const afresh = { interview, answers, granted, places, proposal: undefined, ...ALONE };
      return unchanged(advance(conversation, afresh), { kind: 'restarted' });
    }
    case 'edition':
      return event.edition === undefined || isEditionId(event.edition)
        ? switchTo(conversation, event.edition)
        : unchanged(conversation, { kind: 'badAction' });
  }
}
