import { late } from '../../late/late.js';
import type { LanguageTag } from '../languages.js';
import type { Concept } from './concepts.js';
import { ownFile } from './own-file.js';

/** What stands on and before names in one language, folded. */
export interface NameForms {
  /** Endings that say that something comes from there ("Ingramtól"), and all others ("Ингрэма"). */
  readonly from?: readonly string[];
  readonly endings?: readonly string[];
  /** Words that say the same where they stand right before a name ("da Locaweb"). */
  readonly before?: readonly string[];
  /** Names with a `~` that are no words in this language. */
  readonly plain?: readonly string[];
}

/** Words in lower case, accents kept; after a hyphen the end of one. */
export interface LetterForms {
  /** Whoever is written to. */
  readonly you: readonly string[];
  /** A customer as somebody else speaks of one. */
  readonly customer: readonly string[];
}

/** How codes are spelled aloud ("си эс пи", "cé es pé"), as dictation writes it. */
export interface SpokenForms {
  /** What the names of letters, and numbers, are heard as; accents kept. */
  readonly letters: Readonly<Record<string, string>>;
  /** The codes by what is heard, as they are written. */
  readonly codes: Readonly<Record<string, string>>;
  /** Signs that are said in words ("full stop"), as they are written; accents kept. */
  readonly signs?: Readonly<Record<string, string>>;
}

/** Companies that sell Microsoft's products, by the countries where they are named (`*`: anywhere). */
export interface CompanyFile {
  readonly distributors: CompanyNames;
  /** Resellers, telephone companies, hosts and shops: some of them are in CSP. */
  readonly resellers: CompanyNames;
}

/** By ISO 3166 codes; a name with `~` is a word, too: it counts only where somebody buys or sells. */
export type CompanyNames = Readonly<Record<string, readonly string[]>>;

/** What people type in one language, by what it means. */
export interface LexiconFile {
  readonly language: string;
  /** The stemmer of `@orama/stemmers` that reduces its words; none where words have no forms. */
  readonly stemmer?: string;
  /** Endings as people type them without accents (regular expressions), and as the stemmer knows them. */
  readonly accents?: readonly (readonly [string, string])[];
  /** What sounds alike, as people spell by ear (regular expressions, and what they are heard as), in this order. */
  readonly sounds?: readonly (readonly [string, string])[];
  /** Small words that are often run together with the one before or behind, accents kept. */
  readonly small?: readonly string[];
  /** It writes compounds in one word, and people write them apart. */
  readonly compounds?: true;
  /** How it inflects the name of a company. */
  readonly names?: NameForms;
  readonly spoken?: SpokenForms;
  /** By which words one knows who writes to whom. */
  readonly letters?: LetterForms;
  readonly concepts: { readonly [C in Concept]?: readonly string[] };
}

function lexiconFile(tag: LanguageTag): LexiconFile | undefined {
  return ownFile(tag);
}

export function hasLexicon(tag: LanguageTag): boolean {
  return lexiconFile(tag) !== undefined;
}

/**
 * The lexicon of a language, read when a line may be in it. A language may have none yet. Then commands, options and
 * receipts can be typed in it, which its words file lists, and other lines are not understood.
 */
export function lexiconOf(tag: LanguageTag): LexiconFile {
  return lexiconFile(tag) ?? { language: tag, concepts: {} };
}

export const companyFile = late<CompanyFile>(new URL('./companies.json', import.meta.url));

/** What is told from its slips by itself, without accents and in lower case. */
export interface DistinctNames {
  /** The names of Microsoft's products, and of who sells them, that are no words of any language. */
  readonly products: readonly string[];
  /** Codes whose letters changed places, or were typed in another script, and what they are; none is a word by itself. */
  readonly codes: Readonly<Record<string, string>>;
  /** Words that are one slip from a name, and mean something else. */
  readonly others: readonly string[];
}

export const distinctNames = late<DistinctNames>(new URL('./distinct.json', import.meta.url));
