import type { LanguageTag } from '../../languages.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { tonguesOf } from '../phrases/tongues.js';
import { Affixes } from '../text/affixes.js';
import type { Word } from '../text/word.js';
import { type Clause, is, type PlacedMention, placesOf } from './clauses.js';

/**
 * Who wrote a text: the partner who asks, or a customer, whose mail was passed on. A customer speaks of what is theirs
 * ("our subscription", "we bought") to somebody who sells ("from you", "your company"), and never of a customer.
 */

const HAN = /\p{Script=Han}/u;

/** Forms by how they are looked for: a word, its end, or Han characters from the first of them on. */
interface Forms {
  readonly words: ReadonlySet<string>;
  /** With how long a word is at least. */
  readonly ends: Affixes<number>;
  readonly han: ReadonlyMap<string, readonly string[]>;
}

const sorted = new WeakMap<readonly string[], Forms>();

function formsOf(listed: readonly string[]): Forms {
  const known = sorted.get(listed);
  if (known !== undefined) return known;
  const words = new Set<string>();
  const ends = new Affixes<number>('suffix');
  const han = new Map<string, readonly string[]>();
  for (const form of listed) {
    const first = form.charAt(0);
    if (first === '-') ends.add(form.slice(1), form.length + 1);
    else if (HAN.test(form)) han.set(first, [...(han.get(first) ?? []), form]);
    else words.add(form);
  }
  const made = { words, ends, han };
  sorted.set(listed, made);
  return made;
}

/** Whether one of the forms stands among the words, from the first of them on. */
function standsAt(words: readonly Word[], at: number, { words: whole, ends, han }: Forms): boolean {
  const { lower } = words[at] ?? { lower: '' };
  if (whole.has(lower)) return true;
  for (const least of ends.of(lower)) if (lower.length >= least) return true;
  const runs = han.get(lower) ?? [];
  return runs.some((form) => [...form].every((character, next) => words[at + next]?.lower === character));
}

/** What somebody says of themselves who sells. */
const SELLS = [
  'kind.directBill',
  'kind.indirectProvider',
  'kind.indirectReseller',
  'kind.csp',
  'kind.reseller',
  'supply',
  'indirect',
] as const;

function isValueOf(part: PlacedMention): boolean {
  return [...part.concepts].some((concept) =>
    /^(service|seller|licensePlatform|azurePlatform|state)\.|^microsoft$/.test(concept),
  );
}

/** Whose "we" a text has; where it is not sure that a customer wrote it, the asker's. */
export function perspectiveOf(
  words: readonly Word[],
  clauses: readonly Clause[],
  reader: LanguageTag,
): 'asker' | 'customer' {
  const { letters } = lexiconOf(tonguesOf(words, reader).home);
  if (letters === undefined) return 'asker';
  const [customer, you] = [formsOf(letters.customer), formsOf(letters.you)];
  const parts = clauses.flatMap((clause) => clause.parts);
  const named = new Set(parts.filter(isValueOf).flatMap(placesOf));
  let isAddressed = false;
  for (const at of words.keys()) {
    if (!named.has(at) && standsAt(words, at, customer)) return 'asker';
    isAddressed ||= standsAt(words, at, you);
  }
  if (!isAddressed) return 'asker';
  const own = (clause: Clause) => clause.parts.some((part) => is(part, 'we', 'our'));
  const sells = clauses.some(
    (clause) =>
      own(clause) &&
      clause.parts.some((part) => is(part, ...SELLS)) &&
      !clause.parts.some((part) => is(part, 'bought', 'from')),
  );
  const has = parts.some(isValueOf) && (clauses.some(own) || parts.some((part) => is(part, 'bought')));
  return has && !sells ? 'customer' : 'asker';
}
