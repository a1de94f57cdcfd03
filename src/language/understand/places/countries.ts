import { type CountryPair, sameRegion } from '../../../policy/regions/regions.js';
import type { LanguageTag } from '../../languages.js';
import { type Claim, claim } from '../claims/claim.js';
import { PARTNER_NOUNS } from '../claims/roles.js';
import { type Clause, is, type PlacedMention } from '../clauses/clauses.js';
import type { CountSteps } from '../phrases/mentions.js';
import { tonguesOf } from '../phrases/tongues.js';
import type { Word } from '../text/word.js';
import { movesTo } from './moves.js';
import type { NamedPlace } from './place-names.js';
import { clauseAt, type PlacedSide, type Whose } from './places-line.js';
import { sidesIn } from './sides.js';
import { smallAt } from './small-words.js';

/** Where two companies are said to be, and what that says of the region. */
export interface PlacesSaid {
  readonly places: CountryPair;
  readonly claim: Claim;
  readonly named: readonly NamedPlace[];
}

/** "The customer moved to Dubai": who goes to a place takes nothing over. */
export function unmoved(claims: readonly Claim[], located: PlacesSaid | undefined): readonly Claim[] {
  if (located === undefined) return claims;
  const { named } = located;
  return claims.filter(({ fact, part }) => fact !== 'goal' || !named.some((place) => movesTo(part, place)));
}

function codesOf(settled: readonly PlacedSide[], side: Whose | undefined): readonly string[] {
  return [...new Set(settled.filter(({ whose }) => whose === side).map(({ place }) => place.code))];
}

/** Whether somebody is spoken of, or both: in most lines without that no place need be looked up. */
function speaksOfSides(
  clauses: readonly Clause[],
  words: readonly Word[],
  tags: readonly LanguageTag[],
): boolean {
  const parts = clauses.flatMap((clause) => clause.parts);
  if (parts.some((part) => is(part, 'we', 'they', 'our', 'about.region'))) return true;
  return words.some((_, at) => smallAt(words, at, 'both', tags) !== undefined);
}

/** From the first place to the last. */
function spanning(
  settled: readonly PlacedSide[],
  words: readonly Word[],
  clauses: readonly Clause[],
): PlacedMention {
  const first = Math.min(...settled.map(({ place }) => place.first));
  const next = Math.max(...settled.map((each) => each.place.next));
  const [from, last] = [words[first], words[next - 1]];
  const clause = clauseAt({ clauses }, first);
  return {
    concepts: new Set(),
    value: false,
    first,
    next,
    from: from?.place ?? 0,
    to: (last?.place ?? 0) + (last?.width ?? 0),
    clause,
    sentence: clauses[clause]?.sentence ?? 0,
    bracketed: false,
    explains: undefined,
  };
}

/** "Not sure if the customer is in Germany"; a mere "that" doubts nothing. */
function isDoubted(clauses: readonly Clause[], number: number): boolean {
  const [clause, before] = [clauses[number], clauses[number - 1]];
  const doubts = (part: PlacedMention): boolean =>
    is(part, 'unsure') || (is(part, 'whether') && !is(part, 'clause'));
  const goesOn = clause?.join === 'clause' && before?.sentence === clause.sentence;
  return [...(clause?.parts ?? []), ...(goesOn ? (before?.parts ?? []) : [])].some(doubts);
}

/** "A bridal shop in Maputo": of where no customer is named in a customer's own mail, they are themselves. */
function ofWriter(settled: readonly PlacedSide[], clauses: readonly Clause[]): readonly PlacedSide[] {
  const sides = new Set(settled.map(({ whose }) => whose));
  if (sides.has('customer') || !sides.has('partner')) return settled;
  const traded = ({ place }: PlacedSide): boolean =>
    clauses[clauseAt({ clauses }, place.first)]?.parts.some((part) =>
      is(part, 'you', 'bought', 'sold', 'other', ...PARTNER_NOUNS),
    ) === true;
  return settled.map((each) =>
    each.whose === undefined && !traded(each) ? { ...each, whose: 'customer' } : each,
  );
}

/**
 * "The tenant is in Chile and we are in Brazil": where both are said to be, the list of regions decides. Several countries
 * decide only where they all come to the same.
 */
export function betweenCountries(
  clauses: readonly Clause[],
  words: readonly Word[],
  text: string,
  reader: LanguageTag,
  customer: boolean,
  count?: CountSteps,
): PlacesSaid | undefined {
  // People type in other languages than the one they read, and paste what others wrote.
  const { home } = tonguesOf(words, reader);
  const tags = [...new Set<LanguageTag>([home, reader, 'en'])];
  if (!customer && !speaksOfSides(clauses, words, tags)) return undefined;
  const said = sidesIn({ words, text, clauses, tags, customer, count });
  const settled = customer ? ofWriter(said, clauses) : said;
  const doubted = settled.some(({ place }) => isDoubted(clauses, clauseAt({ clauses }, place.first)));
  const [customers, partners] = [codesOf(settled, 'customer'), codesOf(settled, 'partner')];
  const [theirs, ours, open] = [customers.at(-1), partners.at(-1), codesOf(settled, undefined)];
  if (doubted || theirs === undefined || ours === undefined) return undefined;
  // What may be either's must make no difference either.
  const [anyOfTheirs, anyOfOurs] = [
    [...customers, ...open],
    [...partners, ...open],
  ];
  const regions = new Set([
    ...customers.flatMap((one) => anyOfOurs.map((other) => sameRegion({ customer: one, partner: other }))),
    ...partners.flatMap((other) => anyOfTheirs.map((one) => sameRegion({ customer: one, partner: other }))),
  ]);
  const [region] = regions;
  if (region === undefined || regions.size > 1) return undefined;
  return {
    places: { customer: theirs, partner: ours },
    named: settled.map(({ place }) => place),
    claim: claim(
      spanning(
        settled.filter(({ whose }) => whose !== undefined),
        words,
        clauses,
      ),
      'region',
      region,
    ),
  };
}
