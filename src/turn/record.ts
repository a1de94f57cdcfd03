import { LRUCache } from 'lru-cache';
import type { Desk } from '../conversation/desk.js';
import { atMost, numberNow } from '../conversation/interview/others.js';
import type { Progress } from '../conversation/interview/progress.js';
import { type Later, type Proposal, serviceIn, unlessEmpty } from '../conversation/interview/proposal.js';
import type { Conversation } from '../conversation/interview/state.js';
import { readPlaces, spelledPlaces } from '../conversation/interview/whereabouts.js';
import type { LanguageTag } from '../language/languages.js';
import { isEditionId } from '../policy/edition.js';
import { isAnswer, isFactId, isOption } from '../policy/facts.js';
import type { Last } from './deliveries.js';
import { soundRecord } from './sound-record.js';

/** What is kept of one person in one conversation. */
export interface ConversationRecord {
  readonly conversation: Conversation;
  /** The language of the last turn, for activities that carry no locale. */
  readonly language: LanguageTag;
  /** Absent where nothing lies on it. */
  readonly desk?: Desk;
  /** How far the interview has come, where it is not just begun, or not begun at all. */
  readonly progress?: Progress;
  /** The last deliveries that were carried out. */
  readonly recent: readonly string[];
  /** What the last of them was, where it was a tap that changed the conversation. */
  readonly last?: Last;
  /** The message that holds the card on which the interview goes on, where the channel can replace it later. */
  readonly open?: string;
}

/** The same as it is stored: under 1 KB, however much was answered and said. */
export type StoredRecord = Omit<ConversationRecord, 'conversation' | 'desk'> & {
  /** The steps that are done by their ids with spaces between; in records of before, as they are. */
  readonly desk?: Omit<Desk, 'done'> & { readonly done?: string | Desk['done'] };
  readonly conversation: Omit<
    Conversation,
    'answers' | 'places' | 'proposal' | 'later' | 'others' | 'since'
  > & {
    /** `cloud=public partner=directBill`; in records of before, the answers as they are. */
    readonly answers: string | Conversation['answers'];
    /** `DE/AT`, see `spelledPlaces`. */
    readonly places?: string;
    /** Without the lists that are empty. */
    readonly proposal?: StoredProposal;
    readonly later?: Omit<Later, 'waiting'> & { readonly waiting: readonly StoredProposal[] };
    /** As the answers. */
    readonly since?: string;
    /** `2 service=usage goal=support` each. */
    readonly others?: readonly string[];
  };
};

/** What was read is `cloud=public` and the words that said so; in records of before, in three pieces. */
type StoredProposal = Partial<Omit<Proposal, 'read'>> & {
  readonly read?: readonly (string | Proposal['read'][number])[];
};

function packedDesk({ done, ...desk }: Desk): NonNullable<StoredRecord['desk']> {
  return done === undefined ? desk : { ...desk, done: done.join(' ') };
}

function unpackedDesk({ done, ...desk }: NonNullable<StoredRecord['desk']>): Desk {
  if (done === undefined) return desk;
  // Whoever ticks looks whether there is such a step.
  return {
    ...desk,
    done: typeof done === 'string' ? (done.split(' ') as unknown as NonNullable<Desk['done']>) : done,
  };
}

function packedProposal(proposal: Proposal): StoredProposal {
  const read = proposal.read.map(([fact, value, said]) => `${fact}=${value} ${said}`);
  return Object.fromEntries(Object.entries({ ...proposal, read }).filter(([, list]) => list.length > 0));
}

function spelled(answers: Conversation['answers']): string {
  return answers.map(([fact, value]) => `${fact}=${value}`).join(' ');
}

/** So many bytes a conversation takes at most, */
const MOST_BYTES = 1023;
/** and one with several subscriptions. */
const MOST_BYTES_OF_SEVERAL = 4095;
/** What a conversation does well without, the first of it first: a card is not folded then. */
const DISPENSABLE = ['open'] as const;

/** As it is stored. What is dispensable is left out where the rest has no room for it. */
export function packed(record: ConversationRecord): StoredRecord {
  const most = record.conversation.others === undefined ? MOST_BYTES : MOST_BYTES_OF_SEVERAL;
  const isTooMuch = (stored: StoredRecord): boolean => Buffer.byteLength(JSON.stringify(stored)) > most;
  const fitting = DISPENSABLE.reduce((sofar, name) => {
    if (sofar[name] === undefined || !isTooMuch(sofar)) return sofar;
    const { [name]: _, ...rest } = sofar;
    return rest;
  }, packedWhole(record));
  const { desk } = fitting;
  if (desk?.sent === undefined || !isTooMuch(fitting)) return fitting;
  // Whoever receives an older hand-over a second time knows it by its id.
  return { ...fitting, desk: { ...desk, sent: desk.sent.slice(-1) } };
}

function packedWhole({ conversation, desk, ...rest }: ConversationRecord): StoredRecord {
  const { answers: pairs, places, proposal, later, others: subscriptions, since, ...others } = conversation;
  const answers = spelled(pairs);
  const beside =
    subscriptions === undefined
      ? {}
      : { others: subscriptions.map(({ number, answers: own }) => `${number} ${spelled(own)}`) };
  const waiting = proposal === undefined ? {} : { proposal: packedProposal(proposal) };
  const afterwards =
    later === undefined ? {} : { later: { ...later, waiting: later.waiting.map(packedProposal) } };
  const located = places === undefined ? {} : { places: spelledPlaces(places) };
  const lying = desk === undefined ? {} : { desk: packedDesk(desk) };
  return {
    ...rest,
    ...lying,
    conversation: {
      ...others,
      answers,
      ...located,
      ...waiting,
      ...afterwards,
      ...beside,
      ...(since === undefined ? {} : { since: spelled(since) }),
    },
  };
}

/** Without what this version does not know: a newer one, or another program, may have written it. */
export function knownAnswers(pairs: unknown): Conversation['answers'] {
  const all: readonly unknown[] = Array.isArray(pairs) ? pairs : [];
  return all.flatMap((pair) => {
    const [fact, value]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    return isFactId(fact) && isAnswer(fact, value) ? [[fact, value] as const] : [];
  });
}

/** Answers that were read lately; many people give the same. */
const read = new LRUCache<string, Conversation['answers']>({
  max: 1000,
  memoMethod: (answers) =>
    knownAnswers(
      answers.split(' ').map((pair) => {
        const [fact, value] = pair.split('=');
        return [fact, value];
      }),
    ),
});

function answersOf(answers: StoredRecord['conversation']['answers']): Conversation['answers'] {
  return typeof answers === 'string' ? read.memo(answers) : knownAnswers(answers);
}

function isKnownReading([fact, options]: Proposal['unclear'][number]): boolean {
  return isFactId(fact) && options.every((option) => isOption(fact, option));
}

/** Nothing where this version does not know what was read. */
function readingOf(stored: NonNullable<StoredProposal['read']>[number]): Proposal['read'] {
  const [fact, value, said = ''] =
    typeof stored === 'string' ? (/^(\w+)=(\w+) (.*)$/su.exec(stored) ?? []).slice(1) : stored;
  return isFactId(fact) && isAnswer(fact, value) ? [[fact, value, said]] : [];
}

function proposalOf({ read = [], unclear = [], excluded = [] }: StoredProposal): Proposal {
  return {
    read: read.flatMap(readingOf),
    unclear: unclear.filter(isKnownReading),
    excluded: excluded.filter(isKnownReading),
  };
}

/** Nothing where none of the subscriptions that wait is left. */
function laterOf(stored: NonNullable<StoredRecord['conversation']['later']>): Later | undefined {
  // Without a service nobody could tell which subscription it is.
  const waiting = stored.waiting.map(proposalOf).filter((each) => serviceIn(each) !== undefined);
  return waiting.length === 0 ? undefined : { waiting, shared: stored.shared.filter(isFactId) };
}

/** A subscription without a number cannot be named, and one whose number is another's, or that of the one talked about, neither. */
function othersOf(stored: readonly string[], now: number): Conversation['others'] {
  const all = stored.flatMap((each) => {
    const [number, answers = ''] = /^(\d{1,3}) (.*)$/s.exec(each)?.slice(1) ?? [];
    return number === undefined || Number(number) < 1
      ? []
      : [{ number: Number(number), answers: answersOf(answers) }];
  });
  const others = all.filter(
    ({ number }, at) => number !== now && all.findIndex((each) => each.number === number) === at,
  );
  return others.length === 0 ? undefined : atMost(others);
}

/** What was stored of a person, as far as it can be read; undefined where nothing of it can. */
export function readRecord(value: unknown): ConversationRecord | undefined {
  const sound = soundRecord(value);
  return sound && unpacked(sound as unknown as StoredRecord);
}

/**
 * What this version does not know is left out (a fact, an option, an edition): after a newer one is taken back everybody
 * goes on with the rest.
 */
export function unpacked({ conversation, desk, ...rest }: StoredRecord): ConversationRecord {
  const {
    answers,
    places: spelled,
    proposal,
    edition,
    asking,
    granted,
    later,
    others: stored,
    since,
    ...others
  } = conversation;
  const places = typeof spelled === 'string' ? readPlaces(spelled) : undefined;
  const waiting = proposal && unlessEmpty(proposalOf(proposal));
  const afterwards = later && laterOf(later);
  const subscriptions = stored && othersOf(stored, numberNow(others));
  return {
    ...rest,
    ...(desk === undefined ? {} : { desk: unpackedDesk(desk) }),
    conversation: {
      ...others,
      answers: answersOf(answers),
      ...(granted === undefined ? {} : { granted: granted.filter(isFactId) }),
      ...(isEditionId(edition) ? { edition } : {}),
      ...(isFactId(asking) ? { asking } : {}),
      ...(places === undefined ? {} : { places }),
      ...(waiting === undefined ? {} : { proposal: waiting }),
      ...(afterwards === undefined ? {} : { later: afterwards }),
      ...(subscriptions === undefined ? {} : { others: subscriptions }),
      ...(since === undefined ? {} : { since: answersOf(since) }),
    },
  };
}
