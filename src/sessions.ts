import { randomBytes } from 'node:crypto';
import { answerAgain, isRepeated, named, remembering } from './deliveries.js';
import { withSent } from './dialog/desk.js';
import { converse, type Input } from './dialog/dialog.js';
import type { Around, Turn } from './dialog/session.js';
import { interviewIn } from './dialog/view.js';
import { isLanguageTag, type LanguageTag } from './language/languages.js';
import { negotiate } from './language/negotiate.js';
import { begin, type Conversation } from './policy/conversation.js';
import type { EditionId } from './policy/edition.js';
import { leastProgress, type Progress, progressAfter } from './policy/progress.js';
import { type ConversationRecord, packed, type StoredRecord, unpacked } from './record.js';
import { eachDone } from './storage/each-done.js';
import { untilWritten } from './storage/retry.js';
import type { Store, Stored } from './storage/store.js';
import { turnQueue } from './storage/turn-queue.js';

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
  readonly around: Around;
}

/** A turn, and what it started from. */
export interface SessionTurn extends Turn {
  readonly before: Conversation;
  /** Whether it was delivered before, so that nothing was carried out this time. */
  readonly repeated: boolean;
  /** How far the interview had come before, and how far it has come now. */
  readonly progress: readonly [Progress, Progress];
}

interface PersonRecord {
  /** The language this person chose, in whichever conversation. */
  readonly language: LanguageTag;
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

function greetingKey({ channel, conversation }: Owner): string {
  return JSON.stringify(['greeted', channel, conversation]);
}

/** The sessions of everybody, kept in a store by compare-and-swap. */
export class Sessions {
  /** In this process turns of one conversation wait for each other; across processes compare-and-swap decides. */
  private readonly queue = turnQueue();

  constructor(
    private readonly store: Store,
    /** The edition that new conversations begin with; undefined for the newest. */
    private readonly edition: EditionId | undefined,
  ) {}

  /** The language of the next turn: chosen, or that of the client, or that of the turn before. */
  private language(
    person: Stored<PersonRecord> | undefined,
    locales: readonly unknown[],
    last: unknown,
  ): LanguageTag {
    const chosen = person?.value.language;
    return isLanguageTag(chosen) ? chosen : negotiate([...locales, last]);
  }

  /** A new conversation; to forget what is forgotten already is done in the one that the card was drawn in. */
  private fresh(input: Input): Conversation {
    const action = input.kind === 'tap' ? input.action : undefined;
    const key = action?.kind === 'forgetNow' ? action.origin.key : randomBytes(6).toString('base64url');
    const conversation = begin(key);
    return this.edition === undefined ? conversation : { ...conversation, edition: this.edition };
  }

  /** Remembers a choice of language. Whichever of two simultaneous choices is written last holds. */
  private async choose(owner: Owner, language: LanguageTag, day: string): Promise<void> {
    await untilWritten(async () => {
      const known = await this.store.read<PersonRecord>(personKey(owner));
      return this.store.write<PersonRecord>(personKey(owner), { language, day }, known?.version);
    });
  }

  /** Once a day the choice of whoever talks is written again: what nobody writes is deleted with time. */
  private async keepChoice(owner: Owner, person: Stored<PersonRecord>, day: string): Promise<void> {
    if (person.value.day === day) return;
    // The turn itself is written; tomorrow is early enough for this.
    await this.store.write(personKey(owner), { ...person.value, day }, person.version).catch(() => undefined);
  }

  /** Carries out one turn on what is stored; undefined if somebody else wrote in between. */
  private async attempt({
    owner,
    locales,
    delivery,
    input,
    around,
  }: Delivered): Promise<SessionTurn | undefined> {
    const key = conversationKey(owner);
    const stored: Stored<StoredRecord> | undefined = await this.store.read(key);
    const known = stored && unpacked(stored.value);
    const person = await this.store.read<PersonRecord>(personKey(owner));
    const language = this.language(person, locales, known?.language);
    const before = known?.conversation ?? this.fresh(input);
    const session = { conversation: before, language, desk: known?.desk ?? {}, around };
    const sofar = known?.progress ?? leastProgress(before);
    const delivered = named(delivery, input);
    if (known !== undefined && isRepeated(known, delivered)) {
      const again = answerAgain(session, input, delivered, known.last);
      return { ...again, before, repeated: true, progress: [sofar, sofar] };
    }
    const turn = converse(session, input);
    const progress = progressAfter(sofar, before, turn.conversation, interviewIn(turn.view)?.kind);
    const record: ConversationRecord = {
      conversation: turn.conversation,
      language: turn.language,
      ...(Object.keys(turn.desk).length === 0 ? {} : { desk: turn.desk }),
      ...(progress === leastProgress(turn.conversation) ? {} : { progress }),
      ...remembering(known ?? { recent: [] }, delivered, session, turn),
    };
    const written = await this.store.write(key, packed(record), stored?.version);
    if (written === undefined) return undefined;
    if (turn.languageChosen) await this.choose(owner, turn.language, around.day);
    else if (person !== undefined) await this.keepChoice(owner, person, around.day);
    return { ...turn, before, repeated: false, progress: [sofar, progress] };
  }

  /**
   * One turn: read, step, write. When it resolves, what the person said is durable; two devices that
   * answer at once are carried out one after the other. Rejects with `StorageError`.
   */
  turn(delivered: Delivered): Promise<SessionTurn> {
    return this.queue(conversationKey(delivered.owner), () => untilWritten(() => this.attempt(delivered)));
  }

  /** Remembers that a hand-over was sent; never rejects: at worst a second tap sends it again, under the same id. */
  async remember(owner: Owner, handOver: string): Promise<void> {
    const key = conversationKey(owner);
    const attempt = async (): Promise<string | undefined> => {
      const stored = await this.store.read<StoredRecord>(key);
      if (stored === undefined) return 'forgotten meanwhile';
      const desk = withSent(stored.value.desk ?? {}, handOver);
      return this.store.write(key, { ...stored.value, desk }, stored.version);
    };
    await this.queue(key, () => untilWritten(attempt)).catch(() => undefined);
  }

  /** True exactly once for each conversation: who gets it sends the greeting. */
  async greets(owner: Owner): Promise<boolean> {
    const written = await this.store.write(greetingKey(owner), true, undefined);
    return written !== undefined;
  }

  /**
   * Deletes all that is stored of a person: this conversation, their choice of language and, where nobody else is,
   * that they were greeted. What cannot be deleted keeps nothing else from being. Rejects with `StorageError`.
   */
  async forget(owner: Owner & { readonly group: boolean }): Promise<void> {
    const key = conversationKey(owner);
    const all = [key, personKey(owner), ...(owner.group ? [] : [greetingKey(owner)])];
    await this.queue(key, () => eachDone(all.map((each) => this.store.delete(each))));
  }

  /** Takes the mark of a greeting back that could not be sent, so that the next arrival is greeted; never rejects. */
  async greetAgain(owner: Owner): Promise<void> {
    await this.store.delete(greetingKey(owner)).catch(() => undefined);
  }

  /** The language to apologise in when a turn failed; never rejects. */
  async languageOf(owner: Owner, locales: readonly unknown[]): Promise<LanguageTag> {
    try {
      const stored = await this.store.read<StoredRecord>(conversationKey(owner));
      const person = await this.store.read<PersonRecord>(personKey(owner));
      return this.language(person, locales, stored?.value.language);
    } catch {
      return negotiate(locales);
    }
  }
}
