import { bareLetters } from './bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from './languages.js';

/** The words for places in a list, and what stands before and behind them, in the form that lines are compared in. */
interface PlaceWords {
  /** The place that a word names, counted from 1; `LAST` for the last. */
  readonly names: ReadonlyMap<string, number>;
  /** Longer ones first: they are taken off one after the other. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What names none, though a part of it would: "the one". */
  readonly nothing: ReadonlySet<string>;
}

/** A longer line names more than a place. */
const LONGEST = 40;
const LAST = -1;
const HAN = /^\p{Script=Han}/u;
const APART = /^[\s\d]|^$/;
/** "No, the first", "no 1": the short form of "number" has its full stop ("No. 2", "nº 2"). */
const DENIED = /^\s*no?(?!\p{L})(?!\s*[.°]\s*\d)/iu;

const known = new Map<LanguageTag, PlaceWords>();

function wordsIn(tag: LanguageTag): PlaceWords {
  const found = known.get(tag);
  if (found !== undefined) return found;
  const language = LANGUAGES[tag];
  const all = language.alternatives('place.names');
  const names = new Map<string, number>();
  for (const [index, words] of all.entries()) {
    const place = index === all.length - 1 ? LAST : index + 1;
    for (const word of words.split(' ')) names.set(bareLetters(word), place);
  }
  const longestFirst = (key: 'place.before' | 'place.after') =>
    language
      .alternatives(key)
      .map(bareLetters)
      .sort((a, b) => b.length - a.length);
  const made = {
    names,
    before: longestFirst('place.before'),
    after: longestFirst('place.after'),
    nothing: new Set(language.alternatives('place.nothing').map(bareLetters)),
  };
  known.set(tag, made);
  return made;
}

/** Without what may stand before a place; a word ends where the next begins, a Han character anywhere. */
function behind(text: string, { before }: PlaceWords): string | undefined {
  const word = before.find(
    (each) => text.startsWith(each) && (HAN.test(each) || APART.test(text.slice(each.length))),
  );
  const rest = word === undefined ? '' : text.slice(word.length).trim();
  return rest === '' ? undefined : rest;
}

function ahead(text: string, { after }: PlaceWords): string | undefined {
  for (const each of after) {
    if (!text.endsWith(each)) continue;
    const rest = text.slice(0, -each.length);
    if (rest.trim() !== '' && (HAN.test(each) || /[\s\d]$/.test(rest))) return rest.trim();
  }
  return undefined;
}

let alphabets: ReadonlyMap<string, number> | undefined;

/** The place of a letter, in whatever language it counts. */
function placeOfLetter(letter: string): number | undefined {
  alphabets ??= new Map(
    LANGUAGE_TAGS.flatMap((tag) =>
      LANGUAGES[tag].alternatives('place.letters').map((each, at) => [bareLetters(each), at + 1] as const),
    ),
  );
  return alphabets.get(letter);
}

/** The place that a word names; "Option b", "вариант б": a letter does only behind a word for what is numbered. */
function named(text: string, { names }: PlaceWords, numbered: boolean): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  return names.get(text) ?? (numbered ? placeOfLetter(text) : undefined);
}

/** The place in a text from which words may be taken off behind; 0 where it says that it names none. */
function unburdened(text: string, words: PlaceWords, numbered: boolean): number | undefined {
  let rest: string | undefined = text;
  while (rest !== undefined) {
    if (words.nothing.has(rest)) return 0;
    const place = named(rest, words, numbered);
    if (place !== undefined) return place;
    rest = ahead(rest, words);
  }
  return undefined;
}

function placeIn(text: string, words: PlaceWords): number | undefined {
  let rest: string | undefined = text;
  let numbered = false;
  while (rest !== undefined) {
    const place = unburdened(rest, words, numbered);
    if (place !== undefined) return place;
    const shorter = behind(rest, words);
    // An article is no word for what is numbered.
    numbered ||= shorter !== undefined && (HAN.test(rest) || rest.length - shorter.length > 3);
    rest = shorter;
  }
  return undefined;
}

/**
 * Which of so many things in a list a line names and nothing else, counted from 1: "the third one", "a 3", "选3",
 * "вариант б". The one after the last may be named by its number alone.
 */
export function placeNamed(text: string, tag: LanguageTag, count: number): number | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = bareLetters(text);
  if (bare === '' || DENIED.test(text)) return undefined;
  // Portuguese "um" (one) is a filler elsewhere: numbers are read in the reader's own language, and in English.
  for (const each of new Set<LanguageTag>([tag, 'en'])) {
    const place = placeIn(bare, wordsIn(each));
    if (place === LAST) return count;
    if (place === 0) return undefined;
    if (place !== undefined && place >= 1 && place <= count + 1) return place;
  }
  return undefined;
}

/** "Neither", "none of them": nothing of what is shown. */
export function namesNone(text: string): boolean {
  const bare = bareLetters(text);
  return LANGUAGE_TAGS.some((tag) => wordsIn(tag).nothing.has(bare));
}

/** Where the beginning of a line ends that may be an answer: at the first pause after which more is said. */
const HEAD = /^\s*(\S[^.,;:!?\n。，；！？、]{0,40}?)\s*(?:[.,;!](?=\s)|[\n。，；！、]|\s[-–—]\s)/u;

/** A place that the beginning of a line names, before more is said: "2. And they are in Spain." */
export function placeAtHead(
  text: string,
  tag: LanguageTag,
  count: number,
): { readonly place: number; readonly start: number; readonly end: number } | undefined {
  const head = HEAD.exec(text);
  const [all, said] = head ?? [];
  if (all === undefined || said === undefined || text.slice(all.length).trim() === '') return undefined;
  const place = placeNamed(said, tag, count);
  const start = all.indexOf(said);
  return place === undefined || place > count ? undefined : { place, start, end: start + said.length };
}
