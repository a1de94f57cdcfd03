import type { LanguageTag } from '../languages.js';
import { namesNone } from '../place.js';
import { readReply } from '../typed.js';
import type { Claim } from './claims/claim.js';
import { is } from './clauses/clauses.js';

/** "Neither", "except", "any" deny something; as an answer only a plain "no" does. */
export function isHalfNo(bare: Claim | undefined, text: string, language: LanguageTag): boolean {
  if (bare === undefined || !is(bare.part, 'not', 'filler') || is(bare.part, 'yes', 'no')) return false;
  return is(bare.part, 'filler') || readReply(text, language) !== false || namesNone(text);
}
