import type { LanguageTag } from '../../languages.js';
import { lexiconOf } from '../../lexicon/lexicons.js';
import { homeOf, possible } from '../phrases/tongues.js';
import type { Word } from '../text/word.js';
import { type Clause, is, type PlacedMention } from './clauses.js';

/**
 * Who wrote a text: the partner who asks, or a customer, whose mail was passed on. A customer speaks of what is theirs
 * ("our subscription", "we bought") to somebody who sells ("from you", "your company"), and never of a customer.
 */

const HAN = /\p{Script=Han}/u;

/** Whether one of the forms stands among the words, from the first of them on. */
function standsAt(words: readonly Word[], at: number, forms: readonly string[]): boolean {
  const { lower } = words[at] ?? { lower: '' };
  return forms.some((form) => {
    if (form.startsWith('-')) return lower.endsWith(form.slice(1)) && lower.length > form.length;
    if (!HAN.test(form)) return lower === form;
    return [...form].every((character, next) => words[at + next]?.lower === character);
  });
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
  const { letters } = lexiconOf(homeOf(words, reader, possible(words, reader)));
  if (letters === undefined) return 'asker';
  const parts = clauses.flatMap((clause) => clause.parts);
  const named = new Set(
    parts
      .filter(isValueOf)
      .flatMap(({ first, next }) => Array.from({ length: next - first }, (_, at) => first + at)),
  );
  let isAddressed = false;
  for (const at of words.keys()) {
    if (!named.has(at) && standsAt(words, at, letters.customer)) return 'asker';
    isAddressed ||= standsAt(words, at, letters.you);
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
