import type { ToldCase, ToldSubscription } from '../conversation/told-case.js';
import type { Language } from '../language/language.js';
import type { OptionId } from '../policy/facts.js';
import { aloud } from './aloud.js';
import { subscriptionNames } from './case-text.js';

/** What a customer is told about some of their subscriptions. */
export interface ToldTogether {
  /** Which; empty where it is all of them. */
  readonly about: string;
  readonly lines: readonly string[];
}

interface SaidAlike {
  readonly places: readonly number[];
  readonly lines: readonly string[];
}

/** Subscriptions of which the very same is said, together. */
function alike(each: readonly (readonly string[])[]): readonly SaidAlike[] {
  const by = new Map<string, { readonly places: number[]; readonly lines: readonly string[] }>();
  for (const [place, lines] of each.entries()) {
    const known = by.get(lines.join('\n'));
    if (known === undefined) by.set(lines.join('\n'), { places: [place], lines });
    else known.places.push(place);
  }
  return [...by.values()].filter(({ lines }) => lines.length > 0);
}

/**
 * What is said of each, and what is said of all once: before it where all begin with the same, so that good news comes
 * first, and behind it where they don't.
 */
function together(
  language: Language,
  names: readonly string[],
  said: readonly SaidAlike[],
): readonly ToldTogether[] {
  const [first] = said;
  if (first === undefined) return [];
  const told = said.reduce((sum, { places }) => sum + places.length, 0);
  const common =
    told < names.length ? [] : first.lines.filter((line) => said.every(({ lines }) => lines.includes(line)));
  const all: readonly ToldTogether[] = common.length === 0 ? [] : [{ about: '', lines: common }];
  const own = said.flatMap(({ places, lines }) => {
    const left = lines.filter((line) => !common.includes(line));
    const about = language.joined(
      'alternatives',
      places.flatMap((place) => names[place] ?? []),
    );
    return left.length === 0 ? [] : [{ about, lines: left }];
  });
  const opening = first.lines[0];
  return opening !== undefined && common.includes(opening) ? [...all, ...own] : [...own, ...all];
}

/** Sellers that a customer knows by the name that they have here. Of others it is our word what they are. */
const NAMED_SELLERS: readonly (string | undefined)[] = [
  'microsoft',
  'enterpriseAgreement',
  'volumeLicensing',
  'vianet',
] satisfies OptionId<'seller'>[];

/** What the customer's subscriptions are called in their language, by their places. */
export function namesForCustomer(theirs: Language, each: readonly ToldSubscription[]): readonly string[] {
  const names = subscriptionNames(
    theirs,
    each.map(({ answers }) => answers),
  );
  return names.map(({ full, short }, place) =>
    NAMED_SELLERS.includes(each[place]?.answers.seller) ? full : short,
  );
}

/**
 * What can be told by now about all of a customer's subscriptions, in the words that are said on the phone: each once, and
 * what one does to another at the end. Of what is open nothing is told.
 */
export function toldOfAll(theirs: Language, all: ToldCase): readonly ToldTogether[] {
  const each = all.each.map(({ guidance }) =>
    guidance.eligibility === 'depends' ? [] : aloud(theirs, { ...guidance, dependsOn: [] }),
  );
  const conflicts = all.conflicts.flatMap(({ id }) => theirs.maybe(`aloud.conflict.${id}`) ?? []);
  const told = together(theirs, namesForCustomer(theirs, all.each), alike(each));
  return conflicts.length === 0 ? told : [...told, { about: '', lines: conflicts }];
}
