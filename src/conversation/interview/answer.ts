import { matters } from '../../policy/engine/interview.js';
import {
  type Answer,
  FACT_IDS,
  type FactId,
  isAnswer,
  isFactId,
  type Situation,
} from '../../policy/facts.js';
import { sameRegion } from '../../policy/regions/regions.js';
import { type Answers, go, type Note, put, putDown, type Stepped, staleness, unchanged } from './change.js';
import { answerOf, type Conversation, type Origin, policyOf, situationOf } from './state.js';
import { joined, pairOf, type Whereabouts } from './whereabouts.js';

/** Answers as they come from cards: one, two countries, or a whole form; on time or late. */

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

export function answer(
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
export function locate(conversation: Conversation, named: Whereabouts, origin?: Origin): Stepped {
  const places = joined(conversation.places, named);
  const pair = pairOf(places);
  if (pair !== undefined) return answer(conversation, 'region', sameRegion(pair), origin, places);
  const note = staleness(conversation, origin);
  if (note !== undefined) return unchanged(conversation, note);
  if (places.customer === undefined && places.partner === undefined) return unchanged(conversation);
  return go(conversation, { places, asking: conversation.asking }, { kind: 'countryKept', named: places });
}

/** Takes from a form what was changed in it; what another device has answered meanwhile stays as it is. */
export function fill(
  conversation: Conversation,
  drawn: Situation,
  wanted: Situation,
  origin?: Origin,
): Stepped {
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
