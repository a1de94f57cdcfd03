import { is, type PlacedMention } from '../clauses/clauses.js';
import type { NamedPlace } from './place-names.js';

/** "Mi osztrák cég vagyunk", "мы в Шанхае": the words are of the very company, or of the country alone. */
export function isOwn(part: PlacedMention, place: NamedPlace, parts: readonly PlacedMention[]): boolean {
  if (is(part, 'cloud.china')) return part.first === place.first && part.next === place.next;
  return (
    is(part, 'kind.reseller') &&
    !is(part, 'from', 'other', 'former', 'they') &&
    parts.some((each) => is(each, 'we', 'you')) &&
    !parts.some((each) => is(each, 'bought', 'sold', 'from'))
  );
}
