import type { LanguageTag } from '../../languages.js';
import { type LexiconFile, lexiconOf } from '../../lexicon/lexicons.js';
import { Affixes } from '../text/affixes.js';
import { type SoundRules, soundOf } from '../text/by-ear.js';
import { Memo, MOST_WORDS } from '../text/memo.js';
import { stemsOf } from '../text/stems.js';
import { TypoIndex } from '../text/typos.js';
import { fold, type Word } from '../text/word.js';

/** Shorter beginnings are of too many words. */
const LEAST_HEAD = 3;

/** A word as a lexicon has it. */
type WordForm = Pick<Word, 'lower' | 'folded'>;

const WORDS = /=*[\p{L}\p{N}.'’*]+/gu;
/** Han characters are words by themselves. */
const FIRST_HAN = '㐀';
const LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}\d]/u;
const HAN = /\p{Script=Han}/u;

/**
 * The words of a lexicon without its phrases. It is a tenth of the work of a phrasebook, and answers what comes first:
 * whether this language has anything to say about a line, and which of its words a slip may stand for.
 */
export class Glossary {
  readonly #forms = new Set<string>();
  /** Those that may be inflected. */
  readonly #plain = new Map<string, WordForm>();
  readonly #beginnings = new Affixes<true>('prefix');
  readonly #endings = new Affixes<true>('suffix');
  readonly #known = new Memo<boolean>(MOST_WORDS);
  readonly #near = new Memo<readonly (WordForm | string)[]>(MOST_WORDS);
  readonly #hints = new Memo<readonly (WordForm | string)[]>(MOST_WORDS);
  #stems: ReadonlySet<string> | undefined;
  #typos: TypoIndex<WordForm | string> | undefined;
  #sounds: ReadonlyMap<string, readonly (WordForm | string)[]> | undefined;
  #soundRules: SoundRules | undefined;
  #heads: ReadonlySet<string> | undefined;

  constructor(
    readonly tag: LanguageTag,
    concepts: LexiconFile['concepts'],
  ) {
    const seen = new Set<string>();
    for (const phrases of Object.values(concepts)) {
      for (const phrase of phrases) {
        for (const character of phrase) if (character >= FIRST_HAN) this.#forms.add(character);
        if (!LETTERS.test(phrase)) continue;
        for (const [word] of phrase.matchAll(WORDS)) {
          if (seen.has(word) || HAN.test(word)) continue;
          seen.add(word);
          this.#add(word);
        }
      }
    }
  }

  #add(word: string): void {
    const lower = word.replace(/^=+|[*]/g, '').toLowerCase();
    const folded = fold(lower.replace(/['’]s$/, ''));
    if (folded === '' || folded === '.') return;
    if (word.includes('*')) {
      (word.startsWith('*') ? this.#endings : this.#beginnings).add(folded, true);
      return;
    }
    for (const piece of folded.includes('.') ? [folded, ...folded.split('.')] : [folded])
      this.#forms.add(piece);
    if (!word.startsWith('=')) this.#plain.set(lower, { lower, folded });
  }

  /** Whether a phrase has this very form. */
  lists(folded: string): boolean {
    return this.#forms.has(folded);
  }

  /** Whether a phrase has this word in some form. */
  knows(word: WordForm): boolean {
    if (this.#forms.has(word.folded)) return true;
    return this.#known.get(word.lower) ?? this.#known.keep(word.lower, this.#hasForm(word));
  }

  #hasForm({ lower, folded }: WordForm): boolean {
    if (this.#beginnings.of(folded).length > 0 || this.#endings.of(folded).length > 0) return true;
    return this.stems(lower, folded);
  }

  /** The words, or the stems of words, that a mistyped one is nearest to. */
  near(word: WordForm): readonly (WordForm | string)[] {
    return this.#near.get(word.lower) ?? this.#near.keep(word.lower, this.#nearest(word));
  }

  /** The same where only the words beside it can tell that it is a slip: of short words, or two letters of a word. */
  perhaps(word: WordForm): readonly (WordForm | string)[] {
    return this.#hints.get(word.lower) ?? this.#hints.keep(word.lower, this.#allTypos().perhaps(word.folded));
  }

  #nearest({ lower, folded }: WordForm): readonly (WordForm | string)[] {
    const typos = this.#allTypos();
    const found = typos.find(folded);
    if (found.length > 0) return found;
    const stems = stemsOf(lower, folded, this.tag);
    const slips = stems.flatMap((stem) => typos.find(stem));
    return slips.length > 0 ? slips : this.#alike([folded, ...stems]);
  }

  /** Whether it begins as any word may that a phrase has with such a beginning: "bérlőt". */
  goesOn(folded: string): boolean {
    const short = this.#beginnings.of(folded.slice(0, LEAST_HEAD)).length;
    return this.#beginnings.of(folded).length > short;
  }

  /** Whether a longer word of a phrase begins so. */
  begins(folded: string): boolean {
    this.#heads ??= new Set(
      [...this.#forms].flatMap((form) =>
        Array.from({ length: Math.max(0, form.length - LEAST_HEAD) }, (_, at) =>
          form.slice(0, at + LEAST_HEAD),
        ),
      ),
    );
    return this.#heads.has(folded);
  }

  /** Whether a phrase has another form of this word. */
  stems(lower: string, folded: string): boolean {
    return stemsOf(lower, folded, this.tag).some((stem) => this.#allStems().has(stem));
  }

  /** The words that sound as one of these does, where the language tells what sounds alike. */
  #alike(forms: readonly string[]): readonly (WordForm | string)[] {
    this.#soundRules ??= (lexiconOf(this.tag).sounds ?? []).map(([letters, heard]) => [
      new RegExp(letters, 'g'),
      heard,
    ]);
    const rules = this.#soundRules;
    if (rules.length === 0) return [];
    this.#sounds ??= this.#bySound(rules);
    for (const form of forms) {
      const found = this.#sounds.get(soundOf(form, rules) ?? '');
      if (found !== undefined) return found;
    }
    return [];
  }

  #bySound(rules: SoundRules): ReadonlyMap<string, readonly (WordForm | string)[]> {
    const sounds = new Map<string, (WordForm | string)[]>();
    const put = (form: string, word: WordForm | string): void => {
      const sound = soundOf(form, rules);
      if (sound !== undefined) sounds.set(sound, [...(sounds.get(sound) ?? []), word]);
    };
    for (const form of this.#plain.values()) put(form.folded, form);
    for (const stem of this.#allStems()) put(stem, stem);
    return sounds;
  }

  #allStems(): ReadonlySet<string> {
    this.#stems ??= new Set(
      [...this.#plain.values()].flatMap(({ lower, folded }) => stemsOf(lower, folded, this.tag)),
    );
    return this.#stems;
  }

  #allTypos(): TypoIndex<WordForm | string> {
    if (this.#typos !== undefined) return this.#typos;
    const typos = new TypoIndex<WordForm | string>();
    for (const form of this.#plain.values()) typos.add(form.folded, form);
    for (const stem of this.#allStems()) typos.add(stem, stem);
    this.#typos = typos;
    return typos;
  }
}
