import { randomBytes } from 'node:crypto';
import { eachDone } from '../async/each-done.js';
import { turnQueue } from '../async/turn-queue.js';
import { withTimeout } from '../async/with-timeout.js';
import { NOTHING_SHOWN, unkept, withSent } from '../conversation/desk.js';
import { converse, type Input } from '../conversation/dialog.js';
import { grantedIn } from '../conversation/granted.js';
import { leastProgress, type Progress, progressAfter } from '../conversation/interview/progress.js';
import { begin, type Conversation, fitting, type Granted } from '../conversation/interview/state.js';
import type { Surroundings, Turn } from '../conversation/session.js';
import { interviewIn } from '../conversation/view.js';
import { isLanguageTag, type LanguageTag } from '../language/languages.js';
import { negotiate } from '../language/negotiate.js';
import type { EditionId } from '../policy/edition.js';
import { isCountry } from '../policy/regions/regions.js';
import { NoRoomError, StorageError } from '../storage/error.js';
import type { Store, Stored } from '../storage/store.js';
import { untilWritten } from '../storage/until-written.js';
import { answerAgain, deliveryName, isRepeated, remembering } from './deliveries.js';
import { greetingKey } from './greetings.js';
import { LiveRecords } from './live-records.js';
import { type ConversationRecord, knownAnswers, packed, readRecord, type StoredRecord } from './record.js';
import { isObject } from './sound-record.js';

/** Whose conversation it is. In a group everybody has their own. */
export interface Owner {
  readonly channel: string;
  readonly conversation: string;
  readonly user: string;
}

/** What one person said, and how it was delivered. */
export interface Delivered {
  readonly input: Input;
  readonly owner: Owner;
  readonly locales: readonly unknown[];
  /** Names the delivery; the same name again is the same delivery, whatever it carries. */
  readonly delivery: string | undefined;
  readonly around: Surroundings;
}

/** A turn, and what it started from. */
export interface SessionTurn extends Turn {
  readonly before: Conversation;
  /** Whether it was delivered before, so that nothing was carried out this time. */
  readonly repeated: boolean;
  /** How far the interview had come before, and how far it has come now. */
  readonly progress: readonly [Progress, Progress];
  /** The message with the card on which the interview was before, where that is known. */
  readonly open?: string | undefined;
}

interface PersonRecord {
  /** The language this person chose, in whichever conversation. */
  readonly language?: LanguageTag;
  /** What this person is, as they said last; absent where they never did. */
  readonly asker?: Granted;
  /** The country of their own tenant, by ISO 3166-1 alpha-2. */
  readonly home?: string;
  /** When it was written, so that it lives as long as its person goes on talking. */
  readonly day?: string;
}

/** The parts are kept apart whatever characters they have: a slash in one must not make it another's. */
function conversationKey({ channel, conversation, user }: Owner): string {
  return JSON.stringify(['conversation', channel, conversation, user]);
}

function personKey({ channel, user }: Owner): string {
  return JSON.stringify(['person', channel, user]);
}

/**
 * How long a turn may take, in milliseconds. A store may be in time with each call and take too long with all of them; a
 * channel waits 15 s, and the apology has to be in the person's language, which is read as well.
 */
const TURN = 8000;

function tooSlow(): never {
  throw new StorageError('The storage takes too long for a turn: check how far away it is, and how busy.');
}

/** What can be remembered of a person. */
type PersonNews = Omit<PersonRecord, 'day'>;

/** What is worth remembering of the person after a turn; undefined where that is nothing new. */
function newsOf(
  { languageChosen, language, asker, home, effects }: Turn,
  before: { readonly asker: Granted; readonly home: string | undefined },
): PersonNews | undefined {
  if (effects.some(({ kind }) => kind === 'forget')) return undefined;
  const isNew = asker !== undefined && JSON.stringify(asker) !== JSON.stringify(before.asker);
  const moved = home !== undefined && home !== before.home;
  if (!languageChosen && !isNew && !moved) return undefined;
  return { ...(languageChosen ? { language } : {}), ...(isNew ? { asker } : {}), ...(moved ? { home } : {}) };
}

/** Whether the turn shows what was there and changes nothing. */
function isLook({ before, conversation, effects, languageChosen }: SessionTurn): boolean {
  return before === conversation && effects.length === 0 && languageChosen !== true;
}

/** The sessions of everybody, kept in a store by compare-and-swap. */
export class Sessions {
  /** In this process turns of one conversation wait for each other; across processes compare-and-swap decides. */
  readonly #queue = turnQueue();
  readonly #live = new LiveRecords();
  readonly #store: Store;
  readonly #edition: EditionId | undefined;
  readonly #limit: number;

  /**
   * @param edition what new conversations begin with; undefined for the newest
   * @param limit how long a turn may take, in milliseconds
   */
  constructor(store: Store, edition: EditionId | undefined, limit: number = TURN) {
    this.#store = store;
    this.#edition = edition;
    this.#limit = limit;
  }

  /** The language of the next turn: chosen, or that of the client, or that of the turn before. */
  #language(
    person: Stored<PersonRecord> | undefined,
    locales: readonly unknown[],
    last: unknown,
  ): LanguageTag {
    const chosen = person?.value.language;
    return isLanguageTag(chosen) ? chosen : negotiate([...locales, last]);
  }

  /** A new conversation; to forget what is forgotten already is done in the one that the card was drawn in. */
  #fresh(input: Input, granted: Granted, home: string | undefined): Conversation {
    const action = input.kind === 'tap' ? input.action : undefined;
    const key = action?.kind === 'forgetNow' ? action.origin.key : randomBytes(6).toString('base64url');
    const conversation = begin(key, fitting(granted, this.#edition), home);
    return this.#edition === undefined ? conversation : { ...conversation, edition: this.#edition };
  }

  /** What is remembered of a person; nothing of what is in no form that this version knows. */
  async #person(owner: Owner): Promise<Stored<PersonRecord> | undefined> {
    const stored = await this.#store.read<PersonRecord>(personKey(owner));
    return stored && (isObject(stored.value) ? stored : { ...stored, value: {} });
  }

  /** Remembers a choice of language, or what the asker is. Whichever of two simultaneous ones is written last holds. */
  async #remember(owner: Owner, news: PersonNews, day: string): Promise<void> {
    await untilWritten(async () => {
      const known = await this.#person(owner);
      return this.#store.write<PersonRecord>(
        personKey(owner),
        { ...known?.value, ...news, day },
        known?.version,
      );
    });
  }

  /** Once a day what is remembered of whoever talks is written again: what nobody writes is deleted with time. */
  async #keepRemembered(owner: Owner, person: Stored<PersonRecord>, day: string): Promise<void> {
    if (person.value.day === day) return;
    // The turn itself is written; tomorrow is early enough for this.
    await this.#store
      .write(personKey(owner), { ...person.value, day }, person.version)
      .catch(() => undefined);
  }

  /** Carries out one turn on what is stored; undefined if somebody else wrote in between. */
  async #attempt({ owner, locales, delivery, input, around }: Delivered): Promise<SessionTurn | undefined> {
    const key = conversationKey(owner);
    const live = this.#live.take(key);
    const stored = live ?? (await this.#store.read<StoredRecord>(key));
    const known = stored && readRecord(stored.value);
    const person = await this.#person(owner);
    const language = this.#language(person, locales, known?.language);
    const asker = knownAnswers(person?.value.asker);
    const home = isCountry(person?.value.home) ? person.value.home : undefined;
    const before = known?.conversation ?? this.#fresh(input, grantedIn(around, asker), home);
    const session = {
      conversation: before,
      language,
      desk: known === undefined ? NOTHING_SHOWN : (known.desk ?? {}),
      around,
      asker,
      home,
    };
    const sofar = known?.progress ?? leastProgress(before);
    const delivered = deliveryName(delivery, input);
    if (known !== undefined && isRepeated(known, delivered)) {
      // Nothing is written, which would notice that another instance has gone on.
      if (live !== undefined) return undefined;
      const again = answerAgain(session, input, delivered, known.last);
      return { ...again, before, repeated: true, progress: [sofar, sofar], open: known.open };
    }
    const turn = converse(session, input);
    const progress = progressAfter(sofar, before, turn.conversation, interviewIn(turn.view)?.kind);
    const record: ConversationRecord = {
      conversation: turn.conversation,
      language: turn.language,
      ...(Object.keys(turn.desk).length === 0 ? {} : { desk: turn.desk }),
      ...(progress === leastProgress(turn.conversation) ? {} : { progress }),
      ...remembering(known ?? { recent: [] }, delivered, session, turn),
      ...(known?.open === undefined ? {} : { open: known.open }),
    };
    const { open } = record;
    const done: SessionTurn = { ...turn, before, repeated: false, progress: [sofar, progress], open };
    try {
      const value = packed(record);
      const written = await this.#store.write(key, value, stored?.version);
      if (written === undefined) return undefined;
      this.#live.keep(key, value, written);
    } catch (error) {
      // Who only looks at what is kept can do so without room.
      if (!(error instanceof NoRoomError) || stored === undefined || !isLook(done)) throw error;
      return live === undefined ? done : undefined;
    }
    const news = newsOf(turn, { asker, home });
    if (news !== undefined) await this.#remember(owner, news, around.day);
    else if (person !== undefined) await this.#keepRemembered(owner, person, around.day);
    return done;
  }

  /**
   * One turn: read, step, write. When it resolves, what the person said is durable; two devices that
   * answer at once are carried out one after the other. Rejects with `StorageError`; what took too long may still be
   * carried out.
   */
  turn(delivered: Delivered): Promise<SessionTurn> {
    return this.#queue(conversationKey(delivered.owner), () =>
      withTimeout(
        untilWritten(() => this.#attempt(delivered)),
        this.#limit,
        tooSlow,
      ),
    );
  }

  /** Changes what is kept of a conversation, if anything is; never rejects. */
  async #amend(owner: Owner, change: (known: ConversationRecord) => ConversationRecord): Promise<void> {
    const key = conversationKey(owner);
    const attempt = async (): Promise<string | undefined> => {
      this.#live.forget(key);
      const stored = await this.#store.read<StoredRecord>(key);
      if (stored === undefined) return 'forgotten meanwhile';
      const known = readRecord(stored.value);
      if (known === undefined) return 'unreadable';
      return this.#store.write(key, packed(change(known)), stored.version);
    };
    await this.#queue(key, () => untilWritten(attempt)).catch(() => undefined);
  }

  /** Remembers that a hand-over was sent; never rejects: at worst a second tap sends it again, under the same id. */
  async remember(owner: Owner, handOver: string): Promise<void> {
    await this.#amend(owner, (known) => ({ ...known, desk: withSent(known.desk ?? {}, handOver) }));
  }

  /** A case is kept no longer: what is said here is not kept there. Never rejects: at worst that is tried again. */
  async unkept(owner: Owner, kept: string): Promise<void> {
    await this.#amend(owner, (known) =>
      known.desk?.kept === kept ? { ...known, desk: unkept(known.desk) } : known,
    );
  }

  /**
   * Remembers which message holds the open card from now on, or that none does. Resolves to the one that did until now;
   * never rejects: at worst a card stays open.
   */
  async opened(owner: Owner, card: string | undefined): Promise<string | undefined> {
    let before: string | undefined;
    await this.#amend(owner, ({ open, ...known }) => {
      before = open;
      return card === undefined ? known : { ...known, open: card };
    });
    return before;
  }

  /**
   * Deletes all that is stored of a person: this conversation, their choice of language, what is known of them as the asker
   * and, where nobody else is, that they were greeted. What cannot be deleted keeps nothing else from being. Rejects with `StorageError`.
   */
  async forget(owner: Owner & { readonly group: boolean }): Promise<void> {
    const key = conversationKey(owner);
    const all = [key, personKey(owner), ...(owner.group ? [] : [greetingKey(owner)])];
    await this.#queue(key, () => {
      this.#live.forget(key);
      return eachDone(all.map((each) => this.#store.delete(each)));
    });
  }

  /** The language to apologise in when a turn failed; never rejects. */
  async languageOf(owner: Owner, locales: readonly unknown[]): Promise<LanguageTag> {
    try {
      const stored = await this.#store.read<StoredRecord>(conversationKey(owner));
      const person = await this.#person(owner);
      return this.#language(person, locales, stored && readRecord(stored.value)?.language);
    } catch {
      return negotiate(locales);
    }
  }
}
