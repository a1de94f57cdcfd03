import { answersFor } from '../../policy/case/case.js';
import { type EditionId, isEditionId } from '../../policy/edition.js';
import { nextQuestion } from '../../policy/engine/interview.js';
import { answersIn, type FactId, isFactId } from '../../policy/facts.js';
import { amongSubscriptions, isJustBegun, leaveOut, settled } from './among.js';
import { answer, fill, locate } from './answer.js';
import {
  type Answers,
  advance,
  type ConversationChange,
  canMatter,
  go,
  type Stepped,
  staleness,
  unchanged,
} from './change.js';
import type { InterviewEvent } from './event.js';
import { numberNow, othersIn } from './others.js';
import { accept, propose } from './propose.js';
import {
  answerOf,
  type Conversation,
  fitting,
  granting,
  ownAnswers,
  policyOf,
  situationOf,
} from './state.js';
import { deciding, fromLastTime, ownPlace, type Whereabouts } from './whereabouts.js';

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
