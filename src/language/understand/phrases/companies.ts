import type { LanguageTag } from '../../languages.js';
import type { Concept } from '../../lexicon/concepts.js';
import { companyFile, lexiconOf, type NameForms } from '../../lexicon/lexicons.js';
import { CLAUSE, fold, type Word, wordsOf } from '../text/word.js';
import type { FoundMention } from './search.js';

interface Company {
  /** Its words, as they are compared. */
  readonly words: readonly string[];
  readonly concept: Concept;
  /** It is a word of a language as well ("Arrow", "Vivo"). */
  readonly ordinary: boolean;
}

/** A name found in a line. */
interface FoundName {
  readonly company: Company;
  readonly next: number;
  /** Its ending says that something comes from there. */
  readonly from: boolean;
}

/** A shorter name takes no ending: "OCS" and "Mont" would be found in other words. */
const SHORTEST_STEM = 3;
const LONGEST_ENDING = 4;

let known: ReadonlyMap<string, readonly Company[]> | undefined;

/** Every company by its first word, those with longer names first. */
function companies(): ReadonlyMap<string, readonly Company[]> {
  if (known !== undefined) return known;
  const found = new Map<string, Company[]>();
  const { distributors, resellers } = companyFile();
  for (const [concept, names] of [
    ['kind.indirectProvider', distributors],
    ['kind.reseller', resellers],
  ] as const) {
    for (const name of Object.values(names).flat()) {
      const words = wordsOf(name).map(({ folded }) => folded);
      const [first] = words;
      if (first === undefined) continue;
      const company = { words, concept, ordinary: name.startsWith('~') };
      found.set(
        first,
        [...(found.get(first) ?? []), company].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  known = found;
  return found;
}

/** Whether a word is the last of a name: itself, or with an ending of the language. */
function ends(word: string, last: string, forms: NameForms): { readonly from: boolean } | undefined {
  if (word === last) return { from: false };
  if (last.length < SHORTEST_STEM || !word.startsWith(last)) return undefined;
  const ending = word.slice(last.length);
  if (forms.from?.includes(ending)) return { from: true };
  return forms.endings?.includes(ending) ? { from: false } : undefined;
}

/** Whether a name of several words stands there, whatever the last of them ends with. */
function stands(name: readonly string[], words: readonly Word[], at: number): boolean {
  return name.every((word, index) => {
    const there = words[at + index];
    if (there === undefined || (index > 0 && there.breakBefore > CLAUSE)) return false;
    return index === name.length - 1 || there.folded === word;
  });
}

function nameAt(words: readonly Word[], at: number, forms: NameForms): FoundName | undefined {
  const folded = words[at]?.folded ?? '';
  for (let cut = 0; cut <= LONGEST_ENDING && cut < folded.length; cut++) {
    for (const company of companies().get(folded.slice(0, folded.length - cut)) ?? []) {
      const { words: name } = company;
      if ((cut > 0 && name.length > 1) || !stands(name, words, at)) continue;
      const end = ends(words[at + name.length - 1]?.folded ?? '', name.at(-1) ?? '', forms);
      if (end !== undefined) return { company, next: at + name.length, from: end.from };
    }
  }
  return undefined;
}

/** The words of a line right behind which, or right before which, something is bought or sold. */
interface Trades {
  readonly behind: ReadonlySet<number>;
  readonly before: ReadonlySet<number>;
}

function tradesIn(found: readonly FoundMention[]): Trades {
  const [behind, before] = [new Set<number>(), new Set<number>()];
  for (const { concepts, words } of found) {
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (concepts.some((each) => each === 'from' || each === 'bought' || each === 'sold'))
      behind.add(last + 1);
    if (concepts.some((each) => each === 'sold' || each === 'invoice')) before.add(first);
  }
  return { behind, before };
}

/** The companies named in a line: distributors and resellers like those that are called so, but by name. */
export function companiesIn(
  words: readonly Word[],
  language: LanguageTag,
  found: readonly FoundMention[],
): readonly FoundMention[] {
  const { names: forms = {} } = lexiconOf(language);
  const mentions: FoundMention[] = [];
  let trades: Trades | undefined;
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(words, at, forms);
    if (name === undefined) continue;
    // "4iG-től": the hyphen makes the ending a word.
    const behind = words[name.next];
    const ending = behind?.glued === true ? behind.folded : '';
    const glued = forms.from?.includes(ending) === true;
    const next = glued || forms.endings?.includes(ending) === true ? name.next + 1 : name.next;
    const before = forms.before?.includes(fold(words[at - 1]?.lower ?? '')) === true;
    const from = name.from || glued || before;
    const ordinary = name.company.ordinary && forms.plain?.includes(name.company.words.join(' ')) !== true;
    if (ordinary && !from) trades ??= tradesIn(found);
    if (!ordinary || from || trades?.behind.has(at) === true || trades?.before.has(next) === true) {
      const concepts: Concept[] = [name.company.concept, 'named', ...(from ? (['from'] as const) : [])];
      mentions.push({
        concepts,
        words: Array.from({ length: next - at }, (_, index) => at + index),
        cost: 0,
        rank: 0,
      });
    }
    at = next - 1;
  }
  return mentions;
}
