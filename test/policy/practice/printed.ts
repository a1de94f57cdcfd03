import { adviseInWords, advise as adviseRequest } from '../../../src/advice/advice.js';
import { LANGUAGES, type LanguageTag } from '../../../src/language/languages.js';
import type { EditionId } from '../../../src/policy/edition.js';
import { type Guidance, guide } from '../../../src/policy/engine/guidance.js';
import { policyFor } from '../../../src/policy/engine/policy.js';
import type { Situation } from '../../../src/policy/facts.js';

/** What the product says to one situation: the guidance as ids, its JSON, and what is printed in a language. */
export function ask(situation: Situation, edition?: EditionId) {
  const request = (tag: LanguageTag) => ({
    language: LANGUAGES[tag],
    edition,
    situation,
    places: {},
    text: undefined,
  });
  const guidance: Guidance = guide(policyFor(edition), situation);
  const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
  return {
    guidance,
    verdict: guidance.eligibility,
    reasons: ids(guidance.reasons),
    steps: ids(guidance.steps),
    cautions: ids(guidance.cautions),
    links: guidance.links as readonly string[],
    /** As the command line prints it in JSON. */
    json: (tag: LanguageTag) => adviseRequest(request(tag)),
    /** As it is read in the chat, without the card. */
    text: (tag: LanguageTag) => adviseInWords(request(tag)),
  };
}

/** What is wanted from a list and is not in it. */
export function missing(all: readonly string[], ...wanted: readonly string[]): readonly string[] {
  return wanted.filter((each) => !all.includes(each));
}
