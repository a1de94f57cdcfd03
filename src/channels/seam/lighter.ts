import type { Card } from '../../cards/template.js';
import { redrawn } from './redrawn.js';

function hasInputs(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasInputs);
  if (typeof value !== 'object' || value === null) return false;
  if ('type' in value && typeof value.type === 'string' && value.type.startsWith('Input.')) return true;
  return Object.values(value).some(hasInputs);
}

/** A tap that need not say that it leaves the inputs alone. */
function freed(object: object): object | undefined {
  if (!('associatedInputs' in object)) return undefined;
  const { associatedInputs: _, ...rest } = object;
  return rest;
}

/** The card without what no client needs: where its schema is, and which taps send no inputs where there are none. */
export function lighter(card: Card): Card {
  const { $schema: _, ...rest } = card;
  return hasInputs(rest) ? rest : redrawn(rest, freed);
}
