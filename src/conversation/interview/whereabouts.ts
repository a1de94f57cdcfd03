import { type CountryPair, isCountry, sameRegion } from '../../policy/regions/regions.js';

/** What was said of where the two tenants are: both countries, or one of them so far, by ISO 3166-1 alpha-2. */
export interface Whereabouts {
  readonly customer?: string;
  readonly partner?: string;
  /** Nobody said which is whose; the one that was named first stands for the customer's. */
  readonly unsaid?: true;
  /** The asker's own country is known from last time, and nothing was said in this interview. */
  readonly lastTime?: true;
}

/** What an interview begins with: the asker's own country, where it is known from last time. */
export function fromLastTime(home: string | undefined): Whereabouts | undefined {
  return home === undefined ? undefined : { partner: home, lastTime: true };
}

/** Both countries; undefined while one is missing. */
export function pairOf({ customer, partner }: Whereabouts): CountryPair | undefined {
  return customer === undefined || partner === undefined ? undefined : { customer, partner };
}

/** The asker's own country, where it was said to be theirs: it is the same for every customer. */
export function partnerCountry({ partner, unsaid }: Whereabouts): string | undefined {
  return unsaid ? undefined : partner;
}

/** What stays when the question of the region is answered otherwise: where the asker is. */
export function ownPlace(places: Whereabouts | undefined): Whereabouts | undefined {
  const partner = places && partnerCountry(places);
  if (partner === undefined) return undefined;
  return places?.lastTime ? places : { partner };
}

/** The pair, as long as it is why the region is answered as it is. */
export function deciding(places: Whereabouts | undefined, region: unknown): CountryPair | undefined {
  const pair = places && pairOf(places);
  return pair !== undefined && sameRegion(pair) === region ? pair : undefined;
}

/** What was known before, with what is said now; of the same company, what is said now counts. */
export function joined(before: Whereabouts | undefined, said: Whereabouts): Whereabouts {
  if (before === undefined || pairOf(said) !== undefined || pairOf(before) !== undefined) return said;
  const kept = before.customer ?? before.partner;
  const now = said.customer ?? said.partner;
  if (kept === undefined || now === undefined) return now === undefined ? before : said;
  if (said.unsaid) {
    // The other one is missing, so that is what was named.
    if (before.unsaid) return { customer: kept, partner: now, unsaid: true };
    return before.customer === undefined
      ? { customer: now, partner: kept }
      : { customer: kept, partner: now };
  }
  if (before.unsaid) {
    // Now it is said whose the one is that was named.
    if (now === kept) return said;
    return said.customer === undefined ? { customer: kept, partner: now } : { customer: now, partner: kept };
  }
  const { lastTime: _, ...known } = before;
  return { ...known, ...said };
}

/**
 * Whether the one country that is named now is the one that was named before: the line may have come twice, or both
 * companies are there. Not where the one before is from last time, which was no line of this interview.
 */
export function isSaidAgain(before: Whereabouts | undefined, said: Whereabouts): boolean {
  if (before === undefined || before.lastTime || pairOf(before) !== undefined || pairOf(said) !== undefined)
    return false;
  if (!before.unsaid || !said.unsaid) return false;
  const now = said.customer ?? said.partner;
  return now !== undefined && now === (before.customer ?? before.partner);
}

/** As it is stored: `DE/AT` is the customer's and the partner's, with a question mark where nobody said whose; `/AT!` is from last time. */
export function spelledPlaces({ customer = '', partner = '', unsaid, lastTime }: Whereabouts): string {
  return `${customer}/${partner}${unsaid ? '?' : ''}${lastTime ? '!' : ''}`;
}

/** Reads what is stored; a country that this version does not know is left out. */
export function readPlaces(spelled: string): Whereabouts | undefined {
  const [, customer = '', partner = '', mark] = /^([A-Z]{2})?\/([A-Z]{2})?([?!])?$/.exec(spelled) ?? [];
  const places: Whereabouts = {
    ...(isCountry(customer) ? { customer } : {}),
    ...(isCountry(partner) ? { partner } : {}),
    ...(mark === '?' ? { unsaid: true } : {}),
    ...(mark === '!' ? { lastTime: true } : {}),
  };
  return places.customer === undefined && places.partner === undefined ? undefined : places;
}
