import { LANGUAGE_TAGS } from '../languages.js';
import { type Claim, claim } from './claim.js';
import { type Clause, is, type Part } from './parts.js';
import { stemsOf } from './stems.js';
import { fold, type Word } from './words.js';

/** A country named in a line. */
interface Named {
  readonly code: string;
  readonly first: number;
  readonly next: number;
}

/** Shorter names are abbreviations or other words ("Mali", "Chad" are worth less than what they would spoil). */
const SHORTEST = 5;
const HAN = /^\p{Script=Han}+$/u;
const LETTERS = 26;
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['uk', 'GB'],
  ['usa', 'US'],
  ['uae', 'AE'],
  ['英国', 'GB'],
  ['chile', 'CL'],
];

function* codes(): Generator<string> {
  for (let first = 0; first < LETTERS; first++) {
    for (let second = 0; second < LETTERS; second++) yield String.fromCharCode(65 + first, 65 + second);
  }
}

let known: ReadonlyMap<string, string> | undefined;

/** One-word country names in every language, and what their forms share; a name of two countries is nobody's. */
function names(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  const put = (key: string, code: string) => {
    const other = found.get(key);
    found.set(key, other === undefined || other === code ? code : '');
  };
  for (const tag of LANGUAGE_TAGS) {
    const display = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
    for (const code of codes()) {
      const name = display.of(code)?.toLowerCase();
      if (name === undefined) continue;
      if (HAN.test(name)) put(name, code);
      else if (name.length >= SHORTEST && /^\p{L}+$/u.test(name)) {
        for (const key of new Set([fold(name), ...stemsOf(name, fold(name), tag)])) put(key, code);
      }
    }
  }
  for (const [name, code] of ABBREVIATIONS) found.set(name, code);
  known = found;
  return found;
}

function countryAt(words: readonly Word[], at: number): Named | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (HAN.test(word.lower)) {
    let name = '';
    for (let next = at; next < words.length && HAN.test(words[next]?.lower ?? ''); next++) {
      name += words[next]?.lower;
      const code = name.length > 1 ? names().get(name) : undefined;
      if (code) return { code, first: at, next: next + 1 };
      if (name.length > 6) break;
    }
    return undefined;
  }
  const keys = [word.folded, ...LANGUAGE_TAGS.flatMap((tag) => stemsOf(word.lower, word.folded, tag))];
  const code = keys.map((key) => names().get(key)).find((each) => each !== undefined);
  return code ? { code, first: at, next: at + 1 } : undefined;
}

/** The only country named in a clause. */
function countryOf(words: readonly Word[], first: number, next: number): Named | undefined {
  const all: Named[] = [];
  for (let at = first; at < next; at++) {
    const named = countryAt(words, at);
    if (named !== undefined) all.push(named);
  }
  const [only] = all;
  return all.every(({ code }) => code === only?.code) ? only : undefined;
}

function partOf({ first, next }: Named, words: readonly Word[], clause: Clause, number: number): Part {
  const [from, last] = [words[first], words[next - 1]];
  return {
    concepts: new Set(),
    first,
    next,
    from: from?.place ?? 0,
    to: (last?.place ?? 0) + (last?.width ?? 0),
    clause: number,
    sentence: clause.sentence,
    explains: undefined,
  };
}

/** "The tenant is in Chile and we are in Brazil": where both are said to be, the markets are the same or not. */
export function betweenCountries(
  clauses: readonly Clause[],
  words: readonly Word[],
  customer: boolean,
): readonly Claim[] {
  if (customer || !clauses.some(({ parts }) => parts.some((part) => is(part, 'we')))) return [];
  const places = clauses.flatMap((clause, number) => {
    const ours = clause.parts.some((part) => is(part, 'we'));
    const theirs = clause.parts.some((part) => is(part, 'they', 'about.region'));
    const trading = clause.parts.some((part) => is(part, 'not', 'or') || (!ours && is(part, 'bought', 'sold', 'from')));
    if (trading || ours === theirs) return [];
    const named = countryOf(words, clause.first, clauses[number + 1]?.first ?? words.length);
    return named === undefined ? [] : [{ named, ours, part: partOf(named, words, clause, number) }];
  });
  const [here, there] = [places.find(({ ours }) => ours), places.find(({ ours }) => !ours)];
  if (here === undefined || there === undefined || places.length > 2) return [];
  return [claim(there.part, 'region', here.named.code === there.named.code ? 'same' : 'different')];
}
