import type { LanguageTag } from '../languages.js';
import { LEXICONS } from '../lexicon/lexicons.js';
import { stemsOf } from './stems.js';
import { fold, type Word } from './words.js';

const WORDS = /[\p{L}\p{N}.*]+/gu;
const HAN = /\p{Script=Han}/u;

/**
 * The words of a lexicon without its phrases. It is a tenth of the work of a phrasebook, and answers the question
 * that comes first: whether this language has anything to say about a line.
 */
export class Glossary {
  readonly #forms = new Set<string>();
  readonly #lowers = new Map<string, string>();
  readonly #beginnings = new Set<string>();
  readonly #endings = new Set<string>();
  #stems: Set<string> | undefined;

  constructor(readonly tag: LanguageTag) {
    for (const phrases of Object.values(LEXICONS[tag].concepts)) {
      for (const phrase of phrases) for (const [word] of phrase.matchAll(WORDS)) this.#add(word);
    }
  }

  #add(word: string): void {
    if (this.#lowers.has(word) || HAN.test(word)) return;
    const lower = word.toLowerCase();
    this.#lowers.set(word, lower);
    const folded = fold(lower.replaceAll('*', ''));
    if (!word.includes('*')) this.#forms.add(folded);
    else if (folded !== '') (word.startsWith('*') ? this.#endings : this.#beginnings).add(folded);
    if (word.includes('.')) for (const piece of folded.split('.')) this.#forms.add(piece);
  }

  /** Whether a phrase has this very form. */
  lists(folded: string): boolean {
    return this.#forms.has(folded);
  }

  /** Whether a phrase has this word in some form. */
  knows({ lower, folded }: Pick<Word, 'lower' | 'folded'>): boolean {
    if (this.#forms.has(folded)) return true;
    for (const begin of this.#beginnings) if (folded.startsWith(begin)) return true;
    for (const end of this.#endings) if (folded.endsWith(end)) return true;
    this.#stems ??= new Set(
      [...this.#lowers.values()].flatMap((each) => stemsOf(each, fold(each), this.tag)),
    );
    return stemsOf(lower, folded, this.tag).some((stem) => this.#stems?.has(stem));
  }
}

const glossaries = new Map<LanguageTag, Glossary>();

/** The words of one language; collected when first needed. */
export function glossary(tag: LanguageTag): Glossary {
  const known = glossaries.get(tag) ?? new Glossary(tag);
  glossaries.set(tag, known);
  return known;
}
