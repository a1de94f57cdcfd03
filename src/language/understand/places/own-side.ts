import { is, type PlacedMention } from '../clauses/clauses.js';
import type { PlacesLine } from './places-line.js';
import { smallAt } from './small-words.js';

const KINDS = ['kind.directBill', 'kind.indirectProvider', 'kind.indirectReseller'] as const;
/** "Our own office", "nosso escritório". */
const OFFICE_REACH = 1;

/** "Our office is in Manchester": ours is a company, and no customer or seller of ours. */
function isOurOffice(
  line: PlacesLine,
  { first, next }: PlacedMention,
  parts: readonly PlacedMention[],
): boolean {
  for (let at = first; at <= next + OFFICE_REACH; at++) {
    const end = smallAt(line.words, at, 'companies', line.tags);
    const named = parts.some(
      (part) =>
        part.first <= at && part.next > at && is(part, 'they', 'other', 'former', 'kind.reseller', ...KINDS),
    );
    if (named) return false;
    if (end !== undefined) return true;
  }
  return false;
}

/** "Indirect provider in Dubai": who says what kind of partner somebody is, and not whose, says it of the asker. */
function isOwnKind(part: PlacedMention, parts: readonly PlacedMention[]): boolean {
  return (
    is(part, ...KINDS) &&
    !is(part, 'from', 'they', 'other', 'our', 'named') &&
    !parts.some(
      (each) =>
        each.first < part.first &&
        is(each, 'from', 'bought', 'sold', 'they', 'other', 'our', 'former', 'not'),
    )
  );
}

/** Whether an asker speaks of themselves without a "we". */
export function isOwnSide(line: PlacesLine, part: PlacedMention, parts: readonly PlacedMention[]): boolean {
  return (is(part, 'our') && isOurOffice(line, part, parts)) || isOwnKind(part, parts);
}
