import { LANGUAGE_TAGS, type LanguageTag } from '../languages.js';
import { hasPlainSigns } from '../plain-signs.js';

/**
 * How people say what is to follow: "And now a new customer:", "They also have …". It is a product of finite lists, what
 * leads to it and what says it, so that neither "a new contract" nor "the customer is new" is one.
 */
export interface Announcing {
  readonly leads: readonly string[];
  readonly heads: readonly string[];
  readonly tails: readonly string[];
  /** Words behind it that make something else of it: "new customer agreement". */
  readonly things: readonly string[];
}

export interface Announced {
  /** What a text goes on with that begins with it, in one case and without accents; undefined where it does not. */
  behind(text: string, reader: LanguageTag): string | undefined;
  /** Whether a text begins with what only sounds like it. */
  isOther(text: string, reader: LanguageTag): boolean;
  /** Whether a line says that and nothing else: "Next customer, please!" */
  isWhole(line: string, reader: LanguageTag): boolean;
}

/** So much of a line is read for it. */
const LONGEST_HEAD = 90;
/** "And now | we have | a | new customer". */
const MOST_LEADS = 4;
const MOST_TAILS = 2;
/** What a sentence or its head ends with. */
const BREAK = /^[\s.,:;!…。，、：；！\p{Pd}]+/u;
const WORD = /^[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** One case, one kind of blank and of apostrophe, no accents. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What may stand behind one of these words that a text begins with. */
function behind(text: string, words: readonly string[]): readonly string[] {
  return (
    words
      .filter((word) => text.startsWith(word))
      .map((word) => [word, text.slice(word.length)] as const)
      // Only Chinese goes on without a blank.
      .filter(([word, rest]) => HAN.test(word) || !WORD.test(rest))
      .map(([, rest]) => rest)
  );
}

/** So much of a text as is read for it: blanks may stand for the header of a mail. */
function headOf(text: string): string {
  return text.trimStart().slice(0, LONGEST_HEAD);
}

function unbroken(text: string): string {
  return text.replace(BREAK, '');
}

/** What may stand behind the announcement that a text begins with. */
function restsOf(text: string, said: Announcing, leads = MOST_LEADS): readonly string[] {
  const own = behind(text, said.heads);
  if (own.length > 0 || leads === 0) return own;
  return behind(text, said.leads).flatMap((rest) => restsOf(unbroken(rest), said, leads - 1));
}

function isThing(rest: string, { things }: Announcing): boolean {
  return behind(rest.trimStart(), things).length > 0;
}

function isOver(rest: string, said: Announcing, tails = MOST_TAILS): boolean {
  const left = unbroken(rest);
  if (left === '' || tails === 0) return left === '';
  return behind(left, said.tails).some((more) => isOver(more, said, tails - 1));
}

/** @param listsOf the words of a language, as its files have them */
export function announced(listsOf: (tag: LanguageTag) => Announcing): Announced {
  const known = new Map<LanguageTag, Announcing>();

  function lists(tag: LanguageTag): Announcing {
    const there = known.get(tag);
    if (there !== undefined) return there;
    const { leads, heads, tails, things } = listsOf(tag);
    const made = {
      leads: leads.map(plain),
      heads: heads.map(plain),
      tails: tails.map(plain),
      things: things.map(plain),
    };
    known.set(tag, made);
    return made;
  }

  /** What may follow in any language, the reader's own first. */
  function readings(
    text: string,
    reader: LanguageTag,
  ): readonly (readonly [rest: string, said: Announcing])[] {
    const whole = plain(text);
    return [reader, ...LANGUAGE_TAGS.filter((tag) => tag !== reader)].flatMap((tag) => {
      const said = lists(tag);
      return restsOf(whole, said).map((rest) => [rest, said] as const);
    });
  }

  return {
    behind(text, reader) {
      const all = readings(headOf(text), reader);
      if (all.some(([rest, said]) => isThing(rest, said))) return undefined;
      return all.map(([rest]) => rest).toSorted((a, b) => a.length - b.length)[0];
    },
    isOther: (text, reader) => readings(headOf(text), reader).some(([rest, said]) => isThing(rest, said)),
    isWhole: (line, reader) =>
      line.length <= LONGEST_HEAD &&
      hasPlainSigns(line) &&
      readings(line, reader).some(([rest, said]) => isOver(rest, said)),
  };
}
