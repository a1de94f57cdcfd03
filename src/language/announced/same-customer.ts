import { bareLetters } from '../bare-letters.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../languages.js';

const HAN = /\p{Script=Han}/u;
/** What the announcement of a text ends with: "Next call with this customer: …". */
const PAUSE = /[.,:;!?\n。，、：；！？]/u;

function holds(text: string, key: 'afresh.same' | 'afresh.this'): boolean {
  const line = ` ${bareLetters(text)} `;
  return LANGUAGE_TAGS.flatMap((tag) => LANGUAGES[tag].alternatives(key))
    .map(bareLetters)
    .some((words) => line.includes(HAN.test(words) ? words : ` ${words} `));
}

/**
 * Whether a text that announces a call or a case says that it is the same customer's: "another case: same customer, …".
 * "This customer" may be the new one, further on.
 */
export function isOfSameCustomer(text: string): boolean {
  const [head = ''] = text.trim().split(PAUSE);
  return holds(text, 'afresh.same') || holds(head, 'afresh.this');
}
