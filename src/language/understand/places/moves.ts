import { is, type PlacedMention } from '../clauses/clauses.js';
import type { NamedPlace } from './place-names.js';

/** "The customer moved to Dubai", 搬到新加坡: who goes to a place takes nothing over. */
export function movesTo(part: PlacedMention, { first }: Pick<NamedPlace, 'first'>): boolean {
  const away = first - part.next;
  return is(part, 'goal.takeOver') && !is(part, 'toUs') && away >= 0 && away <= 1;
}
