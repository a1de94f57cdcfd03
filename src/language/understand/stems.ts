import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import type { LanguageTag } from '../languages.js';
import { fold } from './words.js';

/** How the words of one language are reduced to what their forms share. */
interface Stemming {
  readonly stem: (word: string) => string;
  readonly script: RegExp;
  /** Endings as people type them without accents, and as the stemmer knows them. */
  readonly accents: readonly (readonly [RegExp, string])[];
}

const LATIN = /^\p{Script=Latin}+$/u;

const STEMMING: { readonly [T in LanguageTag]?: Stemming } = {
  en: { stem: english, script: LATIN, accents: [] },
  ru: { stem: russian, script: /^\p{Script=Cyrillic}+$/u, accents: [] },
  'pt-BR': {
    stem: portuguese,
    script: LATIN,
    accents: [
      [/cao$/, 'ção'],
      [/coes$/, 'ções'],
    ],
  },
  hu: {
    stem: hungarian,
    script: LATIN,
    accents: [
      [/(t|r|b|n|k|v)ol$/, '$1ól'],
      [/(t|r|b)ol$/, '$1ől'],
      [/nal$/, 'nál'],
      [/nel$/, 'nél'],
      [/kent$/, 'ként'],
      [/ert$/, 'ért'],
      [/juk$/, 'jük'],
      [/uk$/, 'ük'],
    ],
  },
};

/** Shorter stems say too little. */
const SHORTEST = 4;

/** Everything the forms of a word may share in this language; the word itself is not among it. */
export function stemsOf(lower: string, folded: string, tag: LanguageTag): readonly string[] {
  const stemming = STEMMING[tag];
  const word = lower.replace(/'.*$/, '');
  if (stemming === undefined || word.length < SHORTEST || !stemming.script.test(word)) return [];
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
