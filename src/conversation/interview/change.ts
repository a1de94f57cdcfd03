import type { EditionId } from '../../policy/edition.js';
import { matters } from '../../policy/engine/interview.js';
import type { Answer, FactId } from '../../policy/facts.js';
import type { OtherSubscription } from './others.js';
import { type Later, type Proposal, without } from './proposal.js';
import type { InterviewView } from './shown.js';
import { answerOf, type Conversation, type Origin, policyOf, situationOf } from './state.js';
import { view } from './viewed.js';
import { ownPlace, type Whereabouts } from './whereabouts.js';

/** Something to tell beside the view; its words are `notice.<kind>`. */
export type Note =
  | {
      readonly kind:
        | 'stale'
        | 'foreign'
        | 'otherEdition'
        | 'badAction'
        | 'nothingToUndo'
        | 'restarted'
        | 'knownAlready'
        | 'manySubscriptions';
    }
  | { readonly kind: 'dropped'; readonly facts: readonly FactId[] }
  /** One of two countries was named: the other is missing. */
  | { readonly kind: 'countryKept'; readonly named: Whereabouts }
  | { readonly kind: 'editionSet'; readonly edition: EditionId | undefined };

/** The next state, what it shows, and what to tell beside it. */
export interface Stepped {
  readonly conversation: Conversation;
  readonly view: InterviewView;
  readonly notes: readonly Note[];
}

export type ConversationChange = Partial<Pick<Conversation, 'interview' | 'answers'>> & {
  readonly granted?: readonly FactId[] | undefined;
  readonly places?: Whereabouts | undefined;
  readonly edition?: EditionId | undefined;
  readonly asking?: FactId | undefined;
  readonly proposal?: Proposal | undefined;
  readonly later?: Later | undefined;
  readonly others?: readonly OtherSubscription[] | undefined;
  readonly number?: number | undefined;
  readonly alone?: boolean;
};

/** What is answered otherwise now, or not any more, was given by the person. */
function stillGranted(
  { granted, answers: before }: Conversation,
  answers: Answers,
): readonly FactId[] | undefined {
  const same = (fact: FactId): boolean =>
    answers.some(([known, value]) => known === fact && before.some(([f, v]) => f === fact && v === value));
  return granted?.filter(same);
}

/**
 * The next state: every change is a new turn, so that the cards drawn before it are no longer live. What is
 * asked is asked once; the edition and what was proposed stay unless the change says otherwise.
 */
export function advance(previous: Conversation, change: ConversationChange): Conversation {
  const edition = 'edition' in change ? change.edition : previous.edition;
  const proposal = 'proposal' in change ? change.proposal : previous.proposal;
  const later = 'later' in change ? change.later : previous.later;
  const others = 'others' in change ? change.others : previous.others;
  const number = 'number' in change ? change.number : previous.number;
  const places = 'places' in change ? change.places : previous.places;
  const answers = change.answers ?? previous.answers;
  const granted = 'granted' in change ? change.granted : stillGranted(previous, answers);
  return {
    key: previous.key,
    interview: change.interview ?? previous.interview,
    turn: previous.turn + 1,
    answers,
    ...(granted === undefined || granted.length === 0 ? {} : { granted }),
    ...(edition === undefined ? {} : { edition }),
    ...(change.asking === undefined ? {} : { asking: change.asking }),
    ...(proposal === undefined ? {} : { proposal }),
    ...(places === undefined ? {} : { places }),
    ...(later === undefined || later.waiting.length === 0 ? {} : { later }),
    ...(others === undefined || others.length === 0 ? {} : { others }),
    ...(number === undefined || number === 1 ? {} : { number }),
    ...(change.alone ? { alone: true } : {}),
    ...(previous.since === undefined || change.interview !== undefined ? {} : { since: previous.since }),
  };
}

/** Why an action may no longer be live. */
export function staleness(conversation: Conversation, origin: Origin | undefined): Note | undefined {
  if (origin === undefined) return undefined;
  if (origin.key !== conversation.key) return { kind: 'foreign' };
  if (origin.interview !== conversation.interview) return { kind: 'stale' };
  if (origin.edition !== conversation.edition) return { kind: 'otherEdition' };
  return origin.turn === conversation.turn ? undefined : { kind: 'stale' };
}

export type Answers = Conversation['answers'];

export function put(answers: Answers, fact: FactId, value: Answer): Answers {
  return answers.some(([known]) => known === fact)
    ? answers.map((pair) => (pair[0] === fact ? ([fact, value] as const) : pair))
    : [...answers, [fact, value]];
}

/** The answers that counted before and do not any more. */
function dropped(previous: Conversation, { answers }: InterviewView): readonly Note[] {
  const facts = (Object.keys(situationOf(previous)) as FactId[]).filter(
    (fact) => !answers.some(([known]) => known === fact),
  );
  return facts.length === 0 ? [] : [{ kind: 'dropped', facts }];
}

export function unchanged(conversation: Conversation, ...notes: Note[]): Stepped {
  return { conversation, view: view(conversation), notes };
}

export function go(previous: Conversation, change: ConversationChange, ...notes: Note[]): Stepped {
  const next = advance(previous, change);
  const shown = view(next);
  return { conversation: next, view: shown, notes: [...notes, ...dropped(previous, shown)] };
}

/** Whether the answer to a fact, given or not, makes a difference beside all the others. */
export function canMatter(conversation: Conversation, fact: FactId): boolean {
  const { [fact]: _, ...others } = situationOf(conversation);
  return matters(policyOf(conversation), others, fact);
}

/** The question that an exclusion leaves open: not answered yet, or answered with what was ruled out. */
export function reopened(
  conversation: Conversation,
  { excluded }: Pick<Proposal, 'excluded'>,
): FactId | undefined {
  return excluded.find(([fact, options]) => {
    const value = answerOf(conversation, fact);
    const open = value === undefined || (options as readonly unknown[]).includes(value);
    return open && canMatter(conversation, fact);
  })?.[0];
}

/** Puts down answers; whatever was only proposed about their facts is settled with them. */
export function putDown(previous: Conversation, answers: Answers, facts: readonly FactId[], asking?: FactId) {
  const { proposal } = previous;
  const rest = without(proposal, ...facts);
  const excluded = (rest === undefined ? (proposal?.excluded ?? []) : []).filter(
    ([fact]) => !facts.includes(fact),
  );
  const after: Conversation = { ...previous, answers };
  const granted = previous.granted?.filter((fact) => !facts.includes(fact));
  // Another answer about the region is not what the two countries said; where the asker is stays.
  const places = facts.includes('region') ? ownPlace(previous.places) : previous.places;
  return { answers, granted, places, proposal: rest, asking: asking ?? reopened(after, { excluded }) };
}
