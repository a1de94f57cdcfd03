import type { OptionId } from '../facts.js';
import { MARKETS, NOWHERE, type RegionId } from './markets.js';

export const REGION_IDS = Object.keys(MARKETS) as readonly RegionId[];

const regions: ReadonlyMap<string, RegionId> = new Map(
  REGION_IDS.flatMap((region) => MARKETS[region].split(' ').map((country) => [country, region] as const)),
);

/** Every country, on a list or on none, by ISO 3166-1 alpha-2. */
export const COUNTRIES: readonly string[] = [...regions.keys(), ...NOWHERE.split(' ')];

const known: ReadonlySet<string> = new Set(COUNTRIES);

/** Where the two companies are: the countries set in their tenants. */
export interface CountryPair {
  readonly customer: string;
  readonly partner: string;
}

/** @param code upper case, such as `DE` */
export function isCountry(code: string | undefined): code is string {
  return code !== undefined && known.has(code);
}

/** The region whose list a country stands on; undefined where it stands on none. */
export function regionOf(country: string): RegionId | undefined {
  return regions.get(country);
}

/**
 * Whether the list says where a country is. China is on it without a word on whether partners can enrol there, so
 * that it settles nothing.
 */
export function isSettled(country: string): boolean {
  const region = regionOf(country);
  return region !== undefined && region !== 'china';
}

/** What two countries answer to whether the tenants are in one region. */
export function sameRegion({ customer, partner }: CountryPair): OptionId<'region'> {
  if (!isSettled(customer) || !isSettled(partner)) return 'unlisted';
  return regionOf(customer) === regionOf(partner) ? 'same' : 'different';
}
