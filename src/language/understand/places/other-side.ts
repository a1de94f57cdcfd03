import { PARTNER_NOUNS } from '../claims/roles.js';
import { type Clause, is, namesSeller } from '../clauses/clauses.js';
import type { NamedPlace } from './place-names.js';
import { clauseAt, type PlacedSide, type PlacesLine } from './places-line.js';
import { smallAt } from './small-words.js';

/** "A company with its seat in Lyon", "a chain of pharmacies from Riga". */
const NAMED_BEFORE = 4;
/** "In Berlin bei einem Händler gekauft", "北京的代理商": so near behind a place stands who is there and sells. */
const SELLER_BEHIND = 3;

const TRADED = ['bought', 'sold', 'from', 'other', 'former', ...PARTNER_NOUNS] as const;

function clauseOf(line: PlacesLine, place: NamedPlace): Clause | undefined {
  return line.clauses[clauseAt(line, place.first)];
}

/** "A law firm in Exeter": a company is named right before where it is, and nobody sells there. */
function isOfCompany(line: PlacesLine, place: NamedPlace): boolean {
  const clause = clauseOf(line, place);
  if (clause === undefined || clause.parts.some((part) => is(part, ...TRADED))) return false;
  for (let at = Math.max(clause.first, place.first - NAMED_BEFORE); at < place.first; at++)
    if (smallAt(line.words, at, 'companies', line.tags) !== undefined) return true;
  return false;
}

/**
 * "Dublin architects, 25 seats", "логистика, Рига": who writes a note begins with whom it is about. The place stands at the
 * head of its sentence, or alone between two marks; nobody who sells, and none of ours, is named before it.
 */
export function opensNote(line: PlacesLine, place: NamedPlace): boolean {
  const clause = clauseOf(line, place);
  const number = clauseAt(line, place.first);
  if (line.customer || clause === undefined || clause.asks) return false;
  const end = line.clauses[number + 1]?.first ?? line.words.length;
  const sentence = line.clauses.filter((each) => each.sentence === clause.sentence);
  const alone = end - clause.first <= place.next - place.first + 1;
  const head = sentence[0] === clause && place.first - clause.first <= NAMED_BEFORE;
  if (!alone && !head) return false;
  const before = sentence.flatMap(({ parts }) => parts).filter(({ first }) => first < place.first);
  if (before.some((part) => is(part, ...TRADED, 'we', 'our', 'not', 'unsure', 'whether', 'correction')))
    return false;
  return !clause.parts.some((part) => {
    const away = part.first - place.next;
    return away >= 0 && away < SELLER_BEHIND && (namesSeller(part) || is(part, 'speaks', 'bought', 'sold'));
  });
}

/** A line is about two companies: one that is named with its place beside who is known is the other. */
export function withOther(line: PlacesLine, settled: readonly PlacedSide[]): readonly PlacedSide[] {
  const [only, ...others] = new Set(settled.flatMap(({ whose }) => whose ?? []));
  if (only === undefined || others.length > 0) return settled;
  // A customer names third ones: only they themselves need no name.
  if (line.customer && only === 'customer') return settled;
  const whose = only === 'customer' ? 'partner' : 'customer';
  return settled.map((each) =>
    each.whose === undefined &&
    (isOfCompany(line, each.place) || (whose === 'customer' && opensNote(line, each.place)))
      ? { ...each, whose }
      : each,
  );
}
