import { anotherCustomer } from '../announced/another-customer.js';
import type { LanguageTag } from '../languages.js';
import { is, type PlacedMention } from './clauses/clauses.js';

function isDenied(each: PlacedMention): boolean {
  return is(each, 'no', 'not', 'unsure', 'reported');
}

/** "Next customer: …", and not "a new customer it isn't". */
export function beginsAfresh(parts: readonly PlacedMention[], text: string, language: LanguageTag): boolean {
  const [head, ...others] = parts;
  if (head === undefined) return false;
  if (!is(head, 'intent.restart')) return anotherCustomer.behind(text, language) !== undefined;
  const denied = others.some((each) => each.clause === head.clause && isDenied(each));
  return !denied && !anotherCustomer.isOther(text, language);
}
