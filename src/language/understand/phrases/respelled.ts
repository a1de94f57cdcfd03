import type { LanguageTag } from '../../languages.js';
import { companyFile, lexiconOf } from '../../lexicon/lexicons.js';
import { type Sounds, soundsOf } from '../../lexicon/sounds.js';
import { JOINED, type Word } from '../text/word.js';
import { runsOf } from './han.js';
import { glossary } from './phrasebook.js';
import { whileSpoken } from './while-spoken.js';

/**
 * Chinese is typed by its sound: a slip is another character that is said the same ("代里商", "过其"), or the sound
 * itself, left in Latin letters ("kehu"). What is meant is a phrase of the lexicon that sounds so, where what stands
 * there is no word. Characters of the traditional script are read as the simplified ones.
 */

const SHORTEST = 2;
const LONGEST = 8;
/** In a longer phrase even a character that is a word everywhere may be the wrong one. */
const SURE = 3;
const HAN = /^\p{Script=Han}$/u;
const PHRASE = /^=?\p{Script=Han}{2,8}$/u;
const LATIN = /^[a-z]{4,40}$/;

/** In the south and in dictation "zh" and "z", "ng" and "n" are one. */
function heard(sound: string): string {
  return sound.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

/** In a longer phrase a small word tells, too. */
const WEIGHTLESS: ReadonlySet<string> = new Set(['filler', 'nothing', 'speaks']);
/** Concepts that say little by themselves: nobody need be understood to have meant them. */
const SLIGHT: ReadonlySet<string> = new Set([
  'filler',
  'nothing',
  'and',
  'or',
  'but',
  'clause',
  'from',
  'have',
  'need',
  'not',
  'past',
  'yes',
  'no',
  'same',
  'speaks',
  'correction',
]);

function* pairs(
  record: Readonly<Record<string, string>>,
): Generator<readonly [key: string, character: string]> {
  for (const [key, characters] of Object.entries(record))
    for (const character of characters) yield [key, character];
}

/** Words of a line, from one up to another. */
interface ListedRun {
  readonly first: number;
  readonly next: number;
}

/** What one language's phrases sound like. */
class Speller {
  readonly #simplified: ReadonlyMap<string, string>;
  readonly #soundOf: ReadonlyMap<string, string>;
  /** Characters that are words everywhere: nobody means another one. */
  readonly #words: ReadonlySet<string>;
  readonly #listed = new Map<string, Set<string>>();
  /** The phrases that sound so. */
  readonly #heard = new Map<string, string[]>();
  /** The longest phrase that begins with two such sounds, and with two such characters. */
  readonly #longestHeard = new Map<string, number>();
  readonly #longestListed = new Map<string, number>();
  /** The phrase that is spelled so; undefined where several are that do not mean the same. */
  readonly #spelled = new Map<string, string | undefined>();

  constructor(
    readonly tag: LanguageTag,
    { sounds, traditional, words }: Sounds,
  ) {
    this.#simplified = new Map([...pairs(traditional)].map(([simple, character]) => [character, simple]));
    this.#soundOf = new Map([...pairs(sounds)].map(([sound, character]) => [character, sound]));
    this.#words = new Set(words);
    for (const [concept, phrases] of Object.entries(lexiconOf(tag).concepts))
      for (const phrase of phrases) if (PHRASE.test(phrase)) this.#list(phrase.replace('=', ''), concept);
    const { distributors, resellers } = companyFile();
    for (const name of [distributors, resellers].flatMap((names) => Object.values(names).flat()))
      if (PHRASE.test(name)) this.#list(name, 'named');
    for (const phrase of this.#listed.keys()) this.#index(phrase);
  }

  #list(phrase: string, concept: string): void {
    longer(this.#longestListed, phrase.slice(0, SHORTEST), phrase.length);
    this.#listed.set(phrase, (this.#listed.get(phrase) ?? new Set()).add(concept));
  }

  #index(phrase: string): void {
    const sounds = Array.from(phrase, (character) => this.#soundOf.get(character));
    if (sounds.includes(undefined)) return;
    const said = sounds.map((sound) => heard(sound ?? ''));
    const key = said.join(' ');
    longer(this.#longestHeard, `${said[0]} ${said[1]}`, phrase.length);
    const alike = this.#heard.get(key);
    if (alike === undefined) this.#heard.set(key, [phrase]);
    else alike.push(phrase);
    const letters = sounds.join('');
    const known = this.#spelled.get(letters);
    if (!this.#spelled.has(letters)) this.#spelled.set(letters, phrase);
    else if (known !== undefined && this.#meaning(known) !== this.#meaning(phrase))
      this.#spelled.set(letters, undefined);
  }

  #meaning(phrase: string): string {
    return [...(this.#listed.get(phrase) ?? [])].toSorted((a, b) => (a < b ? -1 : 1)).join();
  }

  /** The words as they were meant; the very same ones where nothing is to be respelled. */
  respell(words: readonly Word[]): readonly Word[] {
    const simple = words.map((word) => {
      const character = this.#simplified.get(word.lower);
      return character === undefined ? word : { ...word, lower: character, folded: character };
    });
    return this.#spoken(this.#meant(simple));
  }

  /** With the characters that only sound right replaced by those that are. */
  #meant(words: readonly Word[]): readonly Word[] {
    const sounds = words.map(({ lower }) => heard(this.#soundOf.get(lower) ?? ''));
    const runs = runsOf(words);
    const known = this.#known(runs);
    const meant = [...words];
    const most = runs.map((run, first) =>
      Math.min(run.length, this.#longestHeard.get(`${sounds[first]} ${sounds[first + 1]}`) ?? 0),
    );
    for (let length = LONGEST; length >= SHORTEST; length--) {
      for (const [first, run] of runs.entries()) {
        if ((most[first] ?? 0) < length) continue;
        const alike = this.#heard.get(sounds.slice(first, first + length).join(' '));
        const phrase = alike && this.#nearest(alike, run.slice(0, length));
        if (phrase === undefined || !this.#isSlip(words, first, phrase, known)) continue;
        for (const [at, character] of [...phrase].entries()) {
          const word = words[first + at];
          if (word !== undefined) meant[first + at] = { ...word, lower: character, folded: character };
          known.set(first + at, { first, next: first + length });
        }
      }
    }
    return meant;
  }

  /** The phrases that stand there as they are listed, by each of their characters; the longest one. */
  #known(runs: readonly string[]): Map<number, ListedRun> {
    const known = new Map<number, ListedRun>();
    for (const [first, run] of runs.entries()) {
      const most = Math.min(run.length, this.#longestListed.get(run.slice(0, SHORTEST)) ?? 0);
      for (let length = SHORTEST; length <= most; length++) {
        if (!this.#listed.has(run.slice(0, length))) continue;
        for (let at = first; at < first + length; at++) {
          const other = known.get(at);
          if (other === undefined || other.next - other.first < length)
            known.set(at, { first, next: first + length });
        }
      }
    }
    return known;
  }

  /** Of the phrases that sound so the one that is written most like this; none where two are that mean another thing. */
  #nearest(alike: readonly string[], written: string): string | undefined {
    const wrong = (phrase: string): number => [...phrase].filter((each, at) => each !== written[at]).length;
    const least = Math.min(...alike.map(wrong));
    if (least === 0 || least > written.length / 2 || (written.length < 4 && least > 1)) return undefined;
    const nearest = alike.filter((phrase) => wrong(phrase) === least);
    const [phrase] = nearest;
    const one = new Set(nearest.map((each) => this.#meaning(each))).size === 1;
    return one && phrase !== undefined && this.#tells(phrase) ? phrase : undefined;
  }

  #tells(phrase: string): boolean {
    const concepts = [...(this.#listed.get(phrase) ?? [])];
    const slight = phrase.length > SHORTEST ? WEIGHTLESS : SLIGHT;
    return concepts.some((concept) => !slight.has(concept) && !concept.startsWith('intent.'));
  }

  /** What stands there is several words that say nothing, of which some are wrong, and none is another word. */
  #isSlip(
    words: readonly Word[],
    first: number,
    phrase: string,
    known: ReadonlyMap<number, ListedRun>,
  ): boolean {
    const next = first + phrase.length;
    const window = words.slice(first, next);
    if (words[first]?.continues === true || words[next]?.continues === true) return false;
    if (window.slice(1).every(({ continues }) => continues)) return false;
    const isWrong = (at: number): boolean => window[at]?.lower !== phrase[at];
    return window.every(({ lower, continues }, at) => {
      const inside = known.get(first + at);
      if (inside !== undefined && (inside.first < first || inside.next > next)) return false;
      if (!isWrong(at)) return true;
      const other = continues && isWrong(at - 1);
      return !other && inside === undefined && (phrase.length > SURE || !this.#words.has(lower));
    });
  }

  /** With the words that were left in Latin letters as they are written. */
  #spoken(words: readonly Word[]): readonly Word[] {
    const read = words.map((word) => (LATIN.test(word.lower) ? this.#fromLatin(word.lower) : undefined));
    // "Women" alone is English.
    const spelled = read.filter((each) => each !== undefined).length;
    if (spelled === 0 || (spelled === 1 && !words.some(({ lower }) => HAN.test(lower)))) return words;
    return words.flatMap((word, at) => {
      const characters = read[at];
      if (characters === undefined) return [word];
      return [...characters].map((character, part) => ({
        ...word,
        lower: character,
        folded: character,
        ...(part > 0 && {
          breakBefore: JOINED,
          glued: false,
          slashed: false,
          stopped: false,
          bracketed: false,
        }),
        asks: word.asks && part === characters.length - 1,
        place: word.place + (part * word.width) / characters.length,
        width: word.width / characters.length,
      }));
    });
  }

  /** The phrases that such letters spell one after the other, none left over. */
  #fromLatin(letters: string): string | undefined {
    if (glossary(this.tag).lists(letters) || glossary('en').lists(letters)) return undefined;
    const best: (string | undefined)[] = [''];
    for (let end = 1; end <= letters.length; end++) {
      for (let begin = 0; begin < end && best[end] === undefined; begin++) {
        const phrase = best[begin] === undefined ? undefined : this.#spelled.get(letters.slice(begin, end));
        if (phrase !== undefined) best[end] = `${best[begin]}${phrase}`;
      }
    }
    return best[letters.length];
  }
}

/** Keeps the longest length there is for a key. */
function longer(lengths: Map<string, number>, key: string, length: number): void {
  lengths.set(key, Math.max(length, lengths.get(key) ?? 0));
}

const speller = whileSpoken((tag) => {
  const sounds = soundsOf(tag);
  return { of: sounds && new Speller(tag, sounds) };
});

/** The words of a line as they were meant, for a language that is typed by its sounds. */
export function respelled(words: readonly Word[], reader: LanguageTag): readonly Word[] {
  const { of } = speller(reader);
  return of === undefined ? words : of.respell(words);
}
