import type { Language } from '../language/language.js';
import { whenKey } from '../language/policy-keys.js';
import type { Restriction } from '../policy/engine/cover.js';
import { type FactId, type OptionId, offeredOptions, type Situation } from '../policy/facts.js';

/** So many options are still read in one breath; of more, those that are left out are named where they are fewer. */
const IN_ONE_BREATH = 3;

/** One fact and its options as a clause: "you are a direct-bill partner or an indirect provider". */
function clause(
  language: Language,
  fact: FactId,
  options: readonly OptionId[],
  among: readonly OptionId[],
): string {
  const others = among.filter((option) => !options.includes(option));
  const [only] = others.length === 1 ? others : [];
  const named = (some: readonly OptionId[]) => ({
    options: language.either(some.map((option) => language.say(whenKey(fact, option)))),
  });
  if (only === 'notCsp') return language.say('whenNot.partner.notCsp');
  const fewer = others.length < options.length && options.length > IN_ONE_BREATH;
  return fewer && fact === 'seller'
    ? language.say('whenNot.seller', named(others))
    : language.say(`when.${fact}`, named(options));
}

/**
 * A condition as somebody would say it: "If you are an indirect reseller, and the customer bought from another CSP
 * partner"; empty where nothing is limited.
 * @param within what limits the facts already
 */
export function conditionText(
  language: Language,
  limits: Restriction,
  situation: Situation,
  within: Restriction = [],
): string {
  const clauses = limits.map(({ fact, options }) => {
    const left = within.find((each) => each.fact === fact)?.options;
    return clause(language, fact, options, left ?? offeredOptions(fact, situation));
  });
  if (clauses.length === 0) return '';
  const condition = clauses.reduce((first, second) => language.say('when.and', { first, second }));
  return language.say('when.if', { condition });
}
