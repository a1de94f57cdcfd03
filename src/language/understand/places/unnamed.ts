import type { LanguageTag } from '../../languages.js';
import { BY_DEFAULT, type Claim, claim } from '../claims/claim.js';
import { type Clause, is, type PlacedMention } from '../clauses/clauses.js';
import type { Word } from '../text/word.js';
import { placesIn } from './place-names.js';

/**
 * A seller that no list knows, told by where the name stands: "we bought it from Copperbyte", "лицензии от Moldtelecom".
 * It may be in CSP or not: the customer's own mail rarely says.
 */

/** "Bought it years ago from": so many words may stand between the buying and from whom. */
const REACH = 4;
const SHORTEST = 3;
const CAPITAL = /^\p{Lu}/u;
const OPENING = /["“«„'‘]$/u;

/** The names of months and days, which are no sellers: "from March on". */
const CALENDAR: ReadonlySet<string> = new Set(
  Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, month + 1)).flatMap((day) =>
    (['month', 'weekday'] as const).map((part) =>
      new Intl.DateTimeFormat('en', { [part]: 'long', timeZone: 'UTC' }).format(day).toLowerCase(),
    ),
  ),
);

/** What Microsoft calls its own. */
const PRODUCTS: ReadonlySet<string> = new Set(
  'access azure business copilot defender dynamics enterprise entra exchange fabric intune microsoft office open outlook power project purview select sharepoint sql teams visio windows word excel'.split(
    ' ',
  ),
);

/** Whether a word is written as a name, and is none that is known. */
function isName(words: readonly Word[], at: number, text: string, known: ReadonlySet<number>): boolean {
  const word = words[at];
  if (word === undefined || known.has(at) || word.end - word.start < SHORTEST) return false;
  if (CALENDAR.has(word.lower) || PRODUCTS.has(word.lower) || word.breakBefore > 1) return false;
  const quoted = OPENING.test(text.slice(Math.max(0, word.start - 1), word.start));
  return quoted || (word.breakBefore === 0 && CAPITAL.test(text.slice(word.start, word.end)));
}

function mention(word: Word, at: number, { parts }: Clause, clause: number, sentence: number): PlacedMention {
  return {
    concepts: new Set(['named']),
    value: false,
    first: at,
    next: at + 1,
    from: word.place,
    to: word.place + word.width,
    clause,
    sentence,
    bracketed: false,
    explains: parts[0]?.explains,
  };
}

/** The place of the name behind "bought from". */
function boughtFrom(part: PlacedMention, { parts }: Clause, words: readonly Word[]): number | undefined {
  if (!is(part, 'from', 'bought', 'sold', 'supply')) return undefined;
  const buys = parts.some(
    (each) =>
      is(each, 'bought', 'sold', 'supply', 'service.license', 'service.usage') &&
      each.first <= part.first &&
      part.first - each.next <= REACH,
  );
  const from = is(part, 'from') || words[part.next - 1]?.lower === 'from';
  return buys && from ? part.next : undefined;
}

/** "Fennimore IT invoices us", "quem fatura é a Infoserv": the place of the name beside what somebody does for us. */
function who(
  part: PlacedMention,
  { parts }: Clause,
  words: readonly Word[],
  text: string,
  known: ReadonlySet<number>,
): number | undefined {
  if (
    !is(part, 'invoice', 'sold', 'supply', 'toUs') ||
    parts.some((each) => is(each, 'you', 'microsoft', 'seller.microsoft'))
  )
    return undefined;
  const near = [1, 2, 3].flatMap((away) => [part.first - away, part.next + away - 1]);
  return near.find((at) => at > (parts[0]?.first ?? 0) && isName(words, at, text, known));
}

/** What the names behind "bought from" say, of a customer who writes of their own. */
export function unnamedSellers(
  clauses: readonly Clause[],
  words: readonly Word[],
  text: string,
  reader: LanguageTag,
): readonly Claim[] {
  const known = new Set<number>();
  for (const part of clauses.flatMap(({ parts }) => parts)) {
    // "Infoserv" was read as two words: none of them is one of the line's.
    const halved = is(part, 'filler') && words[part.next]?.start === words[part.next - 1]?.end;
    if (!halved) for (let at = part.first; at < part.next; at++) known.add(at);
  }
  return clauses.flatMap((clause, number) => {
    const { parts, sentence } = clause;
    if (parts.some((part) => is(part, 'wish', 'not', 'past'))) return [];
    return parts.flatMap((part) => {
      if (is(part, 'you')) return [];
      const at = boughtFrom(part, clause, words) ?? who(part, clause, words, text, known);
      const word = at === undefined ? undefined : words[at];
      if (at === undefined || word === undefined || !isName(words, at, text, known)) return [];
      const tags: readonly LanguageTag[] = [reader, 'en'];
      if (placesIn(words.slice(at, at + 2), text, tags).some(({ first }) => first === 0)) return [];
      const said = mention(word, at, clause, number, sentence);
      return [claim(said, 'seller', ['cspPartner', 'otherReseller'], BY_DEFAULT)];
    });
  });
}
