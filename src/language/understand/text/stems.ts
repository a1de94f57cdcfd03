import { late } from '../../../late/late.js';
import type { LanguageTag } from '../../languages.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { Memo, MOST_WORDS } from './memo.js';
import { letterOf } from './scripts.js';
import { fold, type Word } from './word.js';

/** How the words of one language are reduced to what their forms share. */
interface Stemming {
  readonly stem: (word: string) => string;
  readonly script: RegExp;
  /** Endings as people type them without accents, and as the stemmer knows them. */
  readonly accents: readonly (readonly [RegExp, string])[];
  readonly known: Memo<readonly string[]>;
}

const known = new Map<LanguageTag, Stemming | undefined>();

function find(tag: LanguageTag): Stemming | undefined {
  const { stemmer, accents = [] } = lexiconOf(tag);
  if (stemmer === undefined) return undefined;
  return {
    stem: late<{ readonly stemmer: Stemming['stem'] }>(`@orama/stemmers/${stemmer}`)().stemmer,
    script: new RegExp(`^${letterOf(tag)}+$`, 'u'),
    accents: accents.map(([ending, accented]) => [new RegExp(ending), accented]),
    known: new Memo(MOST_WORDS),
  };
}

function stemmingOf(tag: LanguageTag): Stemming | undefined {
  if (!known.has(tag)) known.set(tag, find(tag));
  return known.get(tag);
}

/** Shorter stems say too little. */
const SHORTEST = 4;
const NONE: readonly string[] = [];

/** Everything the forms of a word may share in this language; the word itself is not among it. */
export function stemsOf(lower: string, folded: string, tag: LanguageTag): readonly string[] {
  const stemming = stemmingOf(tag);
  if (stemming === undefined || lower.length < SHORTEST) return NONE;
  return stemming.known.get(lower) ?? stemming.known.keep(lower, stemmed(lower, folded, stemming));
}

function stemmed(lower: string, folded: string, stemming: Stemming): readonly string[] {
  const word = lower.replace(/'.*$/, '');
  if (word.length < SHORTEST || !stemming.script.test(word)) return NONE;
  const stems = [fold(stemming.stem(word))];
  if (word === folded) {
    for (const [ending, accented] of stemming.accents) {
      if (ending.test(word)) stems.push(fold(stemming.stem(word.replace(ending, accented))));
    }
  } else {
    stems.push(fold(stemming.stem(folded)));
  }
  return [...new Set(stems)].filter((stem) => stem.length >= SHORTEST);
}

/** What the forms of a name of several words share, word by word. */
export function stemKey(words: readonly Word[], tag: LanguageTag): string {
  return words.map(({ lower, folded }) => stemsOf(lower, folded, tag)[0] ?? folded).join(' ');
}
