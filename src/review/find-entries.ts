import type { Language } from '../language/language.js';
import { fold } from '../language/understand/text/word.js';
import { type Entry, MOST_MARKED } from './entries.js';
import { type SoughtWord, soughtWord, WORD, wordsIn } from './meant-words.js';

/** Nobody looks for more words at once, or for longer ones. */
const MOST_WORDS = 8;
const LONGEST = 100;
/** So many lines are shown of what was found, each with so many characters around the first word that was looked for. */
const MOST_LINES = 2;
const AROUND = 80;

/** A line as pieces, of which those that were looked for are marked. */
export type FoundLine = readonly { readonly text: string; readonly marked: boolean }[];

/** What was found, with the lines that have what was looked for. */
export interface FoundEntry {
  readonly entry: Entry;
  readonly lines: readonly FoundLine[];
}

/** An entry with its words made ready, so that a search only compares. */
export interface Searchable {
  readonly entry: Entry;
  readonly folded: string;
  readonly stems: ReadonlySet<string>;
}

export function searchable(entry: Entry, language: Language): Searchable {
  const text = [entry.title, ...entry.lines].join('\n');
  const words = new Set(text.match(WORD) ?? []);
  return {
    entry,
    folded: fold(text),
    stems: new Set([...words].flatMap((word) => soughtWord(word, language).stems)),
  };
}

function has({ folded, stems }: Searchable, term: SoughtWord): boolean {
  return folded.includes(term.folded) || term.stems.some((stem) => stems.has(stem));
}

/** A line with its words marked, undefined where it has none; a long one as far as it stands around the first. */
function markedLine(line: string, sought: readonly SoughtWord[], language: Language): FoundLine | undefined {
  const { words, meant } = wordsIn(line, sought, language);
  const first = meant[0]?.index;
  if (first === undefined) return undefined;
  const from = words.find(({ index }) => index >= first - AROUND)?.index ?? 0;
  const start = first <= AROUND ? 0 : from;
  const until = Math.min(line.length, first + 2 * AROUND);
  const pieces = [{ text: start > 0 ? '…' : '', marked: false }];
  let at = start;
  for (const { word, index } of meant) {
    if (index + word.length > until) break;
    pieces.push({ text: line.slice(at, index), marked: false }, { text: word, marked: true });
    at = index + word.length;
  }
  const end = until < line.length ? '…' : '';
  return [...pieces, { text: `${line.slice(at, until).trimEnd()}${end}`, marked: false }];
}

/** To look at words is what a search costs: no line is looked at that nobody is shown. */
function markedLines(
  { lines }: Entry,
  sought: readonly SoughtWord[],
  language: Language,
): readonly FoundLine[] {
  const marked: FoundLine[] = [];
  for (const line of lines) {
    if (marked.length === MOST_LINES) break;
    const found = markedLine(line, sought, language);
    if (found !== undefined) marked.push(found);
  }
  return marked;
}

/** What a person looks for: the words that are searched, in any of their forms. */
export function findEntries(
  all: readonly Searchable[],
  query: string,
  language: Language,
): readonly FoundEntry[] {
  const words = query.slice(0, LONGEST).match(WORD) ?? [];
  const sought = words.slice(0, MOST_WORDS).map((word) => soughtWord(word, language));
  if (sought.length === 0) return [];
  const found = all.filter((each) => sought.every((term) => has(each, term)));
  return found.map(({ entry }, at) => ({
    entry,
    lines: at < MOST_MARKED ? markedLines(entry, sought, language) : [],
  }));
}
