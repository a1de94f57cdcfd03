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

/** What is said of the very same subscriptions. */
interface SaidAlike {
  readonly places: readonly number[];
  readonly lines: readonly string[];
}

/** Each line once, with those of which the same ones are said, in the order in which they come first. */
function alike(each: readonly (readonly string[])[]): readonly SaidAlike[] {
  const by = new Map<string, { readonly places: readonly number[]; readonly lines: string[] }>();
  for (const line of new Set(each.flat())) {
    const places = each.flatMap((lines, place) => (lines.includes(line) ? [place] : []));
    const known = by.get(places.join());
    if (known === undefined) by.set(places.join(), { places, lines: [line] });
    else known.lines.push(line);
  }
  return [...by.values()];
}

/**
 * What is said of all, of some and of each, each once: first what begins what is said of one of them, such as good news,
 * and last what is said of all of them.
 */
function together(
  language: Language,
  names: readonly string[],
  each: readonly (readonly string[])[],
): readonly ToldTogether[] {
  const openings = each.flatMap(([first]) => first ?? []);
  const rank = ({ places, lines }: SaidAlike): number => {
    if (lines.some((line) => openings.includes(line))) return 0;
    return places.length < names.length ? 1 : 2;
  };
  return alike(each)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ places, lines }) => {
      const about =
        places.length === names.length
          ? ''
          : language.joined(
              'alternatives',
              places.flatMap((place) => names[place] ?? []),
            );
      return { about, lines };
    });
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
  return saidOf(theirs, all, ({ guidance }) =>
    guidance.eligibility === 'depends' ? [] : aloud(theirs, { ...guidance, dependsOn: [] }),
  );
}

/** The same with what the customer is to look up: on the phone it is asked at once. */
export function saidOfAll(theirs: Language, all: ToldCase): readonly ToldTogether[] {
  return saidOf(theirs, all, ({ guidance }) => aloud(theirs, guidance));
}

function saidOf(
  theirs: Language,
  all: ToldCase,
  words: (each: ToldSubscription) => readonly string[],
): readonly ToldTogether[] {
  const each = all.each.map(words);
  const conflicts = all.conflicts.flatMap(({ id }) => theirs.maybe(`aloud.conflict.${id}`) ?? []);
  const told = together(theirs, namesForCustomer(theirs, all.each), each);
  return conflicts.length === 0 ? told : [...told, { about: '', lines: conflicts }];
}
