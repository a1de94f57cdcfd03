import { bareLetters } from './bare-letters.js';
import { LANGUAGES, type LanguageTag } from './languages.js';

/** The words for places in a list, and what stands before and behind them, in the form that lines are compared in. */
interface PlaceWords {
  /** The place that a word names, counted from 1; `LAST` for the last. */
  readonly names: ReadonlyMap<string, number>;
  /** Longer ones first: they are taken off one after the other. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A longer line names more than a place. */
const LONGEST = 40;
const LAST = -1;
/** "Option b", "вариант б": letters count as places only behind a word for what they number. */
const ALPHABETS = ['abcdefghijk', 'абвгдежзик'];
const HAN = /^\p{Script=Han}/u;
const APART = /^[\s\d]|^$/;

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
  const made = { names, before: longestFirst('place.before'), after: longestFirst('place.after') };
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

/** What was taken off before: nothing, a word for what is numbered ("option"), or only a shorter word ("no", "a"). */
type Lead = 'none' | 'numbering' | 'other';

function named(text: string, { names, after }: PlaceWords, lead: Lead): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const place = names.get(text);
  // "No one": a word that stands behind places as well is no place behind just any.
  if (place !== undefined) return lead === 'other' && after.includes(text) ? undefined : place;
  if (lead !== 'numbering' || text.length !== 1) return undefined;
  const letter = Math.max(...ALPHABETS.map((each) => each.indexOf(text)));
  return letter === -1 ? undefined : letter + 1;
}

/** The place in a text from which words may be taken off behind. */
function unburdened(text: string, words: PlaceWords, lead: Lead): number | undefined {
  let rest: string | undefined = text;
  while (rest !== undefined) {
    const place = named(rest, words, lead);
    if (place !== undefined) return place;
    rest = ahead(rest, words);
  }
  return undefined;
}

function placeIn(text: string, words: PlaceWords): number | undefined {
  let rest: string | undefined = text;
  let lead = 'none' as Lead;
  while (rest !== undefined) {
    const place = unburdened(rest, words, lead);
    if (place !== undefined) return place;
    const shorter = behind(rest, words);
    // An article is no word for what is numbered.
    const numbers = shorter !== undefined && (HAN.test(rest) || rest.length - shorter.length > 3);
    lead = numbers || lead === 'numbering' ? 'numbering' : 'other';
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
  if (bare === '') return undefined;
  // Portuguese "um" (one) is a filler elsewhere: numbers are read in the reader's own language, and in English.
  for (const each of new Set<LanguageTag>([tag, 'en'])) {
    const place = placeIn(bare, wordsIn(each));
    if (place === LAST) return count;
    if (place !== undefined && place >= 1 && place <= count + 1) return place;
  }
  return undefined;
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
