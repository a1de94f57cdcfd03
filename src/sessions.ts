import { createHash, randomBytes } from 'node:crypto';
import { withSent } from './dialog/desk.js';
import { converse, type Input } from './dialog/dialog.js';
import type { Around, Turn } from './dialog/session.js';
import { isLanguageTag, type LanguageTag } from './language/languages.js';
import { negotiate } from './language/negotiate.js';
import { begin, type Conversation } from './policy/conversation.js';
import type { EditionId } from './policy/edition.js';
import { type ConversationRecord, packed, type StoredRecord, unpacked } from './record.js';
import { StorageError } from './storage/error.js';
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
}

/** An empty message: it shows where the person is. */
const NOTHING_NEW: Input = { kind: 'text', text: '' };

interface PersonRecord {
  /** The language this person chose, in whichever conversation. */
  readonly language: LanguageTag;
}

/** So many deliveries are remembered; a channel repeats one within seconds, not after this many turns. */
const REMEMBERED = 6;
const ATTEMPTS = 20;

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

function short(delivery: string): string {
  return createHash('sha256').update(delivery).digest('base64url').slice(0, 10);
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
  private async language(owner: Owner, locales: readonly unknown[], last: unknown): Promise<LanguageTag> {
    const person = await this.store.read<PersonRecord>(personKey(owner));
    const chosen = person?.value.language;
    return isLanguageTag(chosen) ? chosen : negotiate([...locales, last]);
  }

  private fresh(): Conversation {
    const conversation = begin(randomBytes(6).toString('base64url'));
    return this.edition === undefined ? conversation : { ...conversation, edition: this.edition };
  }

  /** Remembers a choice of language. Whichever of two simultaneous choices is written last holds. */
  private async choose(owner: Owner, language: LanguageTag): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const known = await this.store.read<PersonRecord>(personKey(owner));
      if (await this.store.write<PersonRecord>(personKey(owner), { language }, known?.version)) return;
    }
    throw new StorageError(
      'The choice of language could not be written: too many writers at once. Try again.',
    );
  }

  /** Carries out one turn on what is stored; undefined if somebody else wrote in between. */
  private async attempt(delivered: Delivered): Promise<SessionTurn | undefined> {
    const { owner, locales, delivery } = delivered;
    const key = conversationKey(owner);
    const stored: Stored<StoredRecord> | undefined = await this.store.read(key);
    const known = stored && unpacked(stored.value);
    const language = await this.language(owner, locales, known?.language);
    const name = delivery === undefined ? undefined : short(delivery);
    const recent = known?.recent ?? [];
    const repeated = name !== undefined && recent.includes(name);
    const conversation = known?.conversation ?? this.fresh();
    const desk = known?.desk ?? {};
    const session = { conversation, language, desk, around: delivered.around };
    const turn = converse(session, delivered.input);
    if (repeated) {
      // Answered with what it led to, and never carried out twice: what would change something now is only shown.
      const changes = turn.conversation !== conversation || turn.desk !== desk || turn.effects.length > 0;
      return { ...(changes ? converse(session, NOTHING_NEW) : turn), before: conversation, repeated };
    }
    const record: ConversationRecord = {
      conversation: turn.conversation,
      language: turn.language,
      ...(Object.keys(turn.desk).length === 0 ? {} : { desk: turn.desk }),
      recent: name === undefined ? recent : [...recent, name].slice(-REMEMBERED),
    };
    const written = await this.store.write(key, packed(record), stored?.version);
    if (written === undefined) return undefined;
    if (turn.languageChosen) await this.choose(owner, turn.language);
    return { ...turn, before: conversation, repeated };
  }

  /**
   * One turn: read, step, write. When it resolves, what the person said is durable; two devices that
   * answer at once are carried out one after the other. Rejects with `StorageError`.
   */
  turn(delivered: Delivered): Promise<SessionTurn> {
    return this.queue(conversationKey(delivered.owner), () => this.carryOut(delivered));
  }

  private async carryOut(delivered: Delivered): Promise<SessionTurn> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const turn = await this.attempt(delivered);
      if (turn !== undefined) return turn;
    }
    throw new StorageError('This conversation could not be written: too many writers at once. Try again.');
  }

  /** Remembers that a hand-over was sent; never rejects: at worst a second tap sends it again, under the same id. */
  async remember(owner: Owner, handOver: string): Promise<void> {
    const key = conversationKey(owner);
    await this.queue(key, async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const stored = await this.store.read<StoredRecord>(key);
        if (stored === undefined) return;
        const desk = withSent(stored.value.desk ?? {}, handOver);
        if (await this.store.write(key, { ...stored.value, desk }, stored.version)) return;
      }
    }).catch(() => undefined);
  }

  /** True exactly once for each conversation: who gets it sends the greeting. */
  async greets(owner: Owner): Promise<boolean> {
    const written = await this.store.write(greetingKey(owner), true, undefined);
    return written !== undefined;
  }

  /** Deletes all that is stored of a person: this conversation and their choice of language. Rejects with `StorageError`. */
  async forget(owner: Owner): Promise<void> {
    const key = conversationKey(owner);
    await this.queue(key, async () => {
      await this.store.delete(key);
      await this.store.delete(personKey(owner));
    });
  }

  /** Takes the mark of a greeting back that could not be sent, so that the next arrival is greeted; never rejects. */
  async greetAgain(owner: Owner): Promise<void> {
    await this.store.delete(greetingKey(owner)).catch(() => undefined);
  }

  /** The language to apologise in when a turn failed; never rejects. */
  async languageOf(owner: Owner, locales: readonly unknown[]): Promise<LanguageTag> {
    try {
      const stored = await this.store.read<StoredRecord>(conversationKey(owner));
      return await this.language(owner, locales, stored?.value.language);
    } catch {
      return negotiate(locales);
    }
  }
}
