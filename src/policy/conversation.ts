import { type EditionId, isEditionId } from './edition.js';
import { type Answer, type FactId, isAnswer, isFactId, type Situation } from './facts.js';
import { type Guidance, guide } from './guidance.js';
import { matters, nextQuestion, type Question, questionAbout, relevant } from './interview.js';
import { type Policy, policyFor } from './policy.js';

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
  /** The edition the person asked for, or undefined for the newest. */
  readonly edition?: EditionId;
  /** A fact whose question is being put again (changed, or gone back to). */
  readonly asking?: FactId;
}

/** Where an action was drawn: it is live only while the conversation is still there. */
export interface Origin {
  readonly key: string;
  readonly interview: number;
  readonly turn: number;
  readonly edition: EditionId | undefined;
}

export type InterviewEvent =
  | { readonly kind: 'show' }
  | { readonly kind: 'answer'; readonly fact: FactId; readonly value: Answer; readonly origin?: Origin }
  | { readonly kind: 'change'; readonly fact: FactId; readonly origin?: Origin }
  | { readonly kind: 'back'; readonly origin?: Origin }
  | { readonly kind: 'restart'; readonly origin?: Origin }
  | { readonly kind: 'edition'; readonly edition: EditionId | undefined; readonly origin?: Origin };

/** Something to tell beside the view; its words are `notice.<kind>`. */
export type Note =
  | { readonly kind: 'stale' | 'foreign' | 'otherEdition' | 'badAction' | 'nothingToUndo' | 'restarted' }
  | { readonly kind: 'dropped'; readonly facts: readonly FactId[] }
  | { readonly kind: 'editionSet'; readonly edition: EditionId | undefined };

interface Shown {
  /** The answers that matter, in the order they were given. */
  readonly answers: readonly (readonly [FactId, Answer])[];
  readonly origin: Origin;
}

export interface QuestionView extends Question, Shown {
  readonly kind: 'question';
  readonly number: number;
  /** The answer given before, when the question is put again. */
  readonly current: Answer | undefined;
}

export interface GuidanceView extends Shown {
  readonly kind: 'guidance';
  readonly guidance: Guidance;
}

export type InterviewView = QuestionView | GuidanceView;

export function begin(key: string): Conversation {
  return { key, interview: 1, turn: 0, answers: [] };
}

export function situationOf(conversation: Conversation): Situation {
  return relevant(policyOf(conversation), conversation.answers);
}

function policyOf(conversation: Conversation): Policy {
  return policyFor(conversation.edition);
}

/** Where a card drawn now is drawn. */
export function originOf({ key, interview, turn, edition }: Conversation): Origin {
  return { key, interview, turn, edition };
}

/** What the conversation shows now. */
export function view(conversation: Conversation): InterviewView {
  const policy = policyOf(conversation);
  const situation = situationOf(conversation);
  const { asking } = conversation;
  const shown: Shown = {
    answers: conversation.answers.filter(([fact]) => situation[fact] !== undefined),
    origin: originOf(conversation),
  };
  const question =
    asking === undefined ? nextQuestion(policy, situation) : questionAbout(policy, situation, asking);
  if (question === undefined) return { kind: 'guidance', guidance: guide(policy, situation), ...shown };
  const others = shown.answers.filter(([fact]) => fact !== question.fact);
  return {
    kind: 'question',
    ...question,
    number: others.length + 1,
    current: situation[question.fact],
    ...shown,
  };
}

type Change = Partial<Pick<Conversation, 'interview' | 'answers'>> & {
  readonly edition?: EditionId | undefined;
  readonly asking?: FactId | undefined;
};

/** The next state: every change is a new turn, so that the cards drawn before it are no longer live. */
function advance({ key, interview, turn, answers, edition }: Conversation, change: Change): Conversation {
  const pinned = 'edition' in change ? change.edition : edition;
  return {
    key,
    interview: change.interview ?? interview,
    turn: turn + 1,
    answers: change.answers ?? answers,
    ...(pinned === undefined ? {} : { edition: pinned }),
    ...(change.asking === undefined ? {} : { asking: change.asking }),
  };
}

/** Why an action may no longer be live. */
function staleness(conversation: Conversation, origin: Origin | undefined): Note | undefined {
  if (origin === undefined) return undefined;
  if (origin.key !== conversation.key) return { kind: 'foreign' };
  if (origin.interview !== conversation.interview) return { kind: 'stale' };
  if (origin.edition !== conversation.edition) return { kind: 'otherEdition' };
  return origin.turn === conversation.turn ? undefined : { kind: 'stale' };
}

function answerOf({ answers }: Conversation, fact: FactId): Answer | undefined {
  return answers.find(([known]) => known === fact)?.[1];
}

function put(answers: Conversation['answers'], fact: FactId, value: Answer): Conversation['answers'] {
  return answers.some(([known]) => known === fact)
    ? answers.map((pair) => (pair[0] === fact ? ([fact, value] as const) : pair))
    : [...answers, [fact, value]];
}

/** The answers that counted before and do not any more. */
function dropped(previous: Conversation, next: Conversation): readonly Note[] {
  const after = situationOf(next);
  const facts = (Object.keys(situationOf(previous)) as FactId[]).filter((fact) => after[fact] === undefined);
  return facts.length === 0 ? [] : [{ kind: 'dropped', facts }];
}

/** The next state, what it shows, and what to tell beside it. */
export interface Stepped {
  readonly conversation: Conversation;
  readonly view: InterviewView;
  readonly notes: readonly Note[];
}

function stay(conversation: Conversation, ...notes: Note[]): Stepped {
  return { conversation, view: view(conversation), notes };
}

function go(previous: Conversation, change: Change, ...notes: Note[]): Stepped {
  const next = advance(previous, change);
  return { conversation: next, view: view(next), notes: [...notes, ...dropped(previous, next)] };
}

/**
 * A tap on an older card is taken only if it cannot overwrite anything: the fact has no answer yet and
 * still matters (two devices answering different questions). The same answer again changes nothing.
 */
function lateAnswer(conversation: Conversation, fact: FactId, value: Answer, note: Note): Stepped {
  const known = answerOf(conversation, fact);
  if (note.kind !== 'stale') return stay(conversation, note);
  if (known === value) return stay(conversation);
  const fresh = known === undefined && matters(policyOf(conversation), situationOf(conversation), fact);
  return fresh
    ? go(conversation, {
        answers: put(conversation.answers, fact, value),
        asking: conversation.asking === fact ? undefined : conversation.asking,
      })
    : stay(conversation, note);
}

function answer(conversation: Conversation, fact: FactId, value: Answer, origin?: Origin): Stepped {
  if (!isFactId(fact) || !isAnswer(fact, value)) return stay(conversation, { kind: 'badAction' });
  const note = staleness(conversation, origin);
  if (note !== undefined) {
    const sameInterview = origin?.key === conversation.key && origin.interview === conversation.interview;
    return sameInterview ? lateAnswer(conversation, fact, value, note) : stay(conversation, note);
  }
  return go(conversation, { answers: put(conversation.answers, fact, value) });
}

/** Leaves a change undone, or else takes back the last answer that counts and puts its question again. */
function back(conversation: Conversation): Stepped {
  const { asking } = conversation;
  // Gone back to, a question is the next one anyway; any other one was put on purpose, and is left again.
  const next = nextQuestion(policyOf(conversation), situationOf(conversation))?.fact;
  const changing = asking !== undefined && (answerOf(conversation, asking) !== undefined || asking !== next);
  if (changing) return go(conversation, {});
  const situation = situationOf(conversation);
  const last = conversation.answers.findLast(([fact]) => situation[fact] !== undefined);
  if (last === undefined) return stay(conversation, { kind: 'nothingToUndo' });
  const answers = conversation.answers.filter((pair) => pair !== last);
  return stay(advance(conversation, { answers, asking: last[0] }));
}

/** Puts the question of a fact again; of one that makes no difference here, nothing is asked. */
function change(conversation: Conversation, fact: FactId): Stepped {
  if (!isFactId(fact)) return stay(conversation, { kind: 'badAction' });
  const { [fact]: _, ...others } = situationOf(conversation);
  return matters(policyOf(conversation), others, fact)
    ? go(conversation, { asking: fact })
    : stay(conversation);
}

/** One step of the interview: a pure function of the state and the event. Total: no event makes it throw. */
export function step(conversation: Conversation, event: InterviewEvent): Stepped {
  if (event.kind === 'show') return stay(conversation);
  if (event.kind === 'answer') return answer(conversation, event.fact, event.value, event.origin);
  const note = staleness(conversation, event.origin);
  if (note !== undefined) return stay(conversation, note);
  switch (event.kind) {
    case 'change':
      return change(conversation, event.fact);
    case 'back':
      return back(conversation);
    case 'restart':
      return stay(advance(conversation, { interview: conversation.interview + 1, answers: [] }), {
        kind: 'restarted',
      });
    case 'edition':
      return event.edition === undefined || isEditionId(event.edition)
        ? go(conversation, { edition: event.edition }, { kind: 'editionSet', edition: event.edition })
        : stay(conversation, { kind: 'badAction' });
  }
}
