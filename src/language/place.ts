import { bareLetters } from './bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from './languages.js';

/** The words for places in a list, and what stands before and behind them, in the form that lines are compared in. */
interface PlaceWords {
  /** The place that a word names, counted from 1; `LAST` for the last. */
  readonly names: ReadonlyMap<string, number>;
  /** Longer ones first: they are taken off one after the other. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What makes a place no more than likely: "I think the second". */
  readonly hedges: readonly string[];
  /** What a conclusion begins with: "so the second". */
  readonly so: readonly string[];
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
  const longestFirst = (key: 'place.before' | 'place.after' | 'place.hedges' | 'place.so') =>
    language
      .alternatives(key)
      .map(bareLetters)
      .sort((a, b) => b.length - a.length);
  const made = {
    names,
    before: longestFirst('place.before'),
    after: longestFirst('place.after'),
    hedges: longestFirst('place.hedges'),
    so: longestFirst('place.so'),
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

/** A place that a line tells among other words, and where that stands. */
export interface PlaceTold {
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** The last that is said, behind a pause. */
const TAIL = /[.,;:!?\n。，；：！？、]\s*([^.,;:!?\n。，；：！？、]{1,40})[.!。！]?\s*$/u;

/** Without one of these at the beginning; undefined where none stands there. */
function without(text: string, words: readonly string[]): string | undefined {
  const word = words.find(
    (each) => text.startsWith(each) && (HAN.test(each) || APART.test(text.slice(each.length))),
  );
  return word === undefined ? undefined : text.slice(word.length).trim();
}

/** What is left of a text without what hedges it, before and behind. */
function unhedged(text: string, { hedges }: PlaceWords): string {
  let rest = bareLetters(text);
  for (let taken: string | undefined = rest; taken !== undefined && taken !== ''; ) {
    rest = taken;
    taken = without(rest, hedges);
  }
  const behind = hedges.find((each) => rest.endsWith(each) && (HAN.test(each) || rest.endsWith(` ${each}`)));
  return behind === undefined ? rest : rest.slice(0, -behind.length).trim();
}

/**
 * A place that a line names with more said beside it: at its head ("2. And they are in Spain"), likely only ("I think the
 * second"), or in conclusion ("it goes through an LSP, so the second one"). It is proposed, and never counts unseen.
 */
export function placeTold(text: string, tag: LanguageTag, count: number): PlaceTold | undefined {
  const [all, said] = HEAD.exec(text) ?? [];
  const behind = all === undefined ? '' : text.slice(all.length).trim();
  if (all !== undefined && said !== undefined && behind !== '') {
    const head = placeNamed(said, tag, count) ?? placeNamed(unhedged(said, wordsIn(tag)), tag, count);
    const start = all.indexOf(said);
    if (head !== undefined && head <= count) return { place: head, start, end: start + said.length };
  }
  const likely = unhedged(text, wordsIn(tag));
  const whole = likely === bareLetters(text) ? undefined : placeNamed(likely, tag, count);
  if (whole !== undefined && whole <= count) return { place: whole, start: 0, end: text.length };
  return concluded(text, tag, count);
}

/** "…, so the second one": behind a pause, or behind the last word that concludes. */
function concluded(text: string, tag: LanguageTag, count: number): PlaceTold | undefined {
  const words = wordsIn(tag);
  // What stands further before the end is no conclusion of so few characters.
  const [tail, paused = ''] = TAIL.exec(text.slice(-2 * LONGEST)) ?? [];
  const lower = text.toLowerCase();
  const begins = words.so.map((each) =>
    HAN.test(each) ? lower.lastIndexOf(each) : lower.lastIndexOf(` ${each} `),
  );
  const from = Math.max(
    tail === undefined ? -1 : text.length - tail.length + tail.indexOf(paused),
    ...begins,
  );
  if (from < 0 || text.length - from > LONGEST) return undefined;
  const last = text.slice(from).replace(/[.!。！\s]+$/u, '');
  const so = without(bareLetters(last), words.so);
  const place = so === undefined ? undefined : placeNamed(so, tag, count);
  return place === undefined || place > count ? undefined : { place, start: from, end: from + last.length };
}
