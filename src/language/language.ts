import { IntlMessageFormat } from 'intl-messageformat';
import type { KeyUnder, MessageKey, WordListKey } from './message-keys.js';
import { firstSpelled, spaced } from './no-break.js';

/** What a language says, by key. A language that lacks a message does not compile. */
export type Words = Readonly<Record<MessageKey, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** A key that some ids have words under; where none has any, nothing could ever be said. */
export type PerhapsKey<Key extends string> = Key & (Extract<MessageKey, Key> extends never ? never : unknown);

/** How a date is written, by how many parts of it are known: year, month, day. */
const DATE_OPTIONS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { timeZone: 'UTC', year: 'numeric' },
  2: { timeZone: 'UTC', year: 'numeric', month: 'long' },
  3: { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' },
};

/** A message that no language file has: a defect of ours. */
export class MissingWords extends Error {
  override readonly name = 'MissingWords';
}

/** One language: its words, and how it writes dates and lists. */
export class Language {
  /** The language alone, such as `pt`: all that the `lang` of a card may be. */
  readonly base: string;
  readonly #words: Readonly<Record<string, string>>;
  readonly #spaced = new Map<string, string>();
  // Making a format costs many times as much as using it.
  readonly #formats = new Map<string, IntlMessageFormat>();
  readonly #dates = new Map<number, Intl.DateTimeFormat>();
  readonly #lists = new Map<string, Intl.ListFormat>();

  /**
   * @param tag BCP 47 tag, such as `pt-BR`
   * @param learn the locale under which Microsoft Learn may serve pages in this language, such as `pt-br`
   * @param words every message, by key
   */
  constructor(
    readonly tag: string,
    readonly learn: string,
    words: Words,
    /** The locale whose conventions dates and lists follow, where the tag alone is too broad. */
    readonly conventions: string = tag,
  ) {
    this.base = new Intl.Locale(tag).language;
    this.#words = words;
  }

  get keys(): readonly MessageKey[] {
    return Object.keys(this.#words) as MessageKey[];
  }

  has(key: string): key is MessageKey {
    return Object.hasOwn(this.#words, key);
  }

  /** The words of a message, with its placeholders filled in. Throws `MissingWords`. */
  say(key: MessageKey, values?: Values): string {
    const words = this.#said(key);
    if (words === undefined) {
      throw new MissingWords(
        `There are no words for "${key}" in ${this.tag}: add them to its language file.`,
      );
    }
    if (!words.includes('{')) return words;
    const format =
      this.#formats.get(key) ??
      new IntlMessageFormat(words, this.conventions, undefined, { ignoreTag: true });
    this.#formats.set(key, format);
    return String(format.format(values));
  }

  /** The words of a message that not every id has, such as the note under an option; or undefined. */
  maybe<Key extends string>(key: PerhapsKey<Key>): string | undefined {
    return this.#said(key);
  }

  /** Typed words that mean the same, as the language file lists them. */
  alternatives(key: WordListKey): readonly string[] {
    return (this.#words[key] ?? '').split(' | ');
  }

  /** "a, b or c", as this language writes it. */
  either(items: readonly string[]): string {
    return this.#list('disjunction').format(items);
  }

  /** "a, b and c", as this language writes it. */
  all(items: readonly string[]): string {
    return this.#list('conjunction').format(items);
  }

  /** Things beside each other on one line. */
  beside(items: readonly string[]): string {
    return this.joined('beside', items);
  }

  /** Sentences one after the other; what is empty is left out. */
  sentences(items: readonly string[]): string {
    return this.joined('sentences', items);
  }

  /** Somebody's own words, or a name that stands in the middle of a sentence. */
  quoted(text: string): string {
    return this.say('join.quoted', { text });
  }

  /** Two and two, as the language file joins them. */
  joined(how: Exclude<KeyUnder<'join'>, 'quoted'>, items: readonly string[]): string {
    const said = items.filter((item) => item !== '');
    return said.length === 0
      ? ''
      : said.reduce((first, second) => this.say(`join.${how}`, { first, second }));
  }

  /** A full hour of the day, from 0 to 23, such as `9:00 AM`. */
  hour(hour: number): string {
    const time = { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' } as const;
    return new Intl.DateTimeFormat(this.conventions, time).format(hour * 3_600_000);
  }

  /** An ISO date in words, as precise as it is given: a day, a month or a year. */
  date(iso: string): string {
    const precision = iso.split('-').length;
    const format =
      this.#dates.get(precision) ?? new Intl.DateTimeFormat(this.conventions, DATE_OPTIONS[precision]);
    this.#dates.set(precision, format);
    return firstSpelled(spaced(format.format(new Date(iso)), this.base), this.base);
  }

  /** The words of a message as they are read: with no line ending where none may. */
  #said(key: string): string | undefined {
    const known = this.#spaced.get(key) ?? this.#words[key];
    if (known === undefined || this.#spaced.has(key)) return known;
    const words = spaced(known, this.base);
    this.#spaced.set(key, words);
    return words;
  }

  #list(type: 'conjunction' | 'disjunction'): Intl.ListFormat {
    const format = this.#lists.get(type) ?? new Intl.ListFormat(this.conventions, { type });
    this.#lists.set(type, format);
    return format;
  }
}
