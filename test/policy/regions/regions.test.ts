import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { PAGES } from '../../../src/policy/pages.js';
import { MARKETS, REGION_LIST } from '../../../src/policy/regions/markets.js';
import {
  COUNTRIES,
  isCountry,
  REGION_IDS,
  regionOf,
  sameRegion,
} from '../../../src/policy/regions/regions.js';

/** The list as it was read from the page, where it is at hand. */
const SHARED = new URL('../../../../../shared/csp-regions.json', import.meta.url);

interface SharedList {
  readonly source: { readonly pageDate: string };
  readonly regions: readonly {
    readonly id: string;
    readonly markets: readonly { readonly iso2: string }[];
  }[];
  readonly notListed: readonly { readonly iso2: string }[];
}

describe('The regions', () => {
  it('are fifteen with 242 countries, each in one of them', () => {
    assert.equal(REGION_IDS.length, 15);
    const codes = REGION_IDS.flatMap((region) => MARKETS[region].split(' '));
    assert.equal(codes.length, 242);
    assert.equal(new Set(codes).size, 242);
    assert.ok(codes.every((code) => /^[A-Z]{2}$/.test(code)));
    assert.ok(REGION_LIST.page in PAGES);
    assert.equal(COUNTRIES.length, 250);
  });

  it('are those of the list that was read', function () {
    if (!existsSync(SHARED)) this.skip();
    const list = JSON.parse(readFileSync(SHARED, 'utf8')) as SharedList;
    assert.equal(list.source.pageDate, REGION_LIST.date);
    assert.deepEqual(
      list.regions.map(({ id }) => id),
      REGION_IDS,
    );
    for (const { id, markets } of list.regions)
      for (const { iso2 } of markets) assert.equal(regionOf(iso2), id);
    const listed = new Set(list.regions.flatMap(({ markets }) => markets.map(({ iso2 }) => iso2)));
    assert.equal(listed.size, 242);
    const nowhere = list.notListed.map(({ iso2 }) => iso2);
    assert.deepEqual(new Set(COUNTRIES.filter((code) => regionOf(code) === undefined)), new Set(nowhere));
  });

  it('decide for two countries, whichever is whose', () => {
    for (const [one, other, region] of [
      ['DE', 'AT', 'same'],
      ['DE', 'DE', 'same'],
      ['GB', 'CH', 'same'],
      ['MX', 'PR', 'same'],
      ['US', 'GU', 'same'],
      ['US', 'CA', 'different'],
      ['US', 'PR', 'different'],
      ['DE', 'RS', 'different'],
      ['PL', 'UA', 'different'],
      ['HK', 'TW', 'different'],
      ['DE', 'RU', 'unlisted'],
      ['BY', 'BY', 'unlisted'],
      ['CN', 'DE', 'unlisted'],
      ['CN', 'CN', 'unlisted'],
      ['IR', 'CU', 'unlisted'],
    ] as const) {
      assert.equal(sameRegion({ customer: one, partner: other }), region, `${one} ${other}`);
      assert.equal(sameRegion({ customer: other, partner: one }), region, `${other} ${one}`);
    }
  });

  it('are the same or different between any two listed countries, and never for one that is not', () => {
    for (const customer of COUNTRIES) {
      for (const partner of COUNTRIES) {
        const [here, there] = [regionOf(partner), regionOf(customer)];
        const open = [here, there].some((region) => region === undefined || region === 'china');
        const wanted = open ? 'unlisted' : here === there ? 'same' : 'different';
        assert.equal(sameRegion({ customer, partner }), wanted);
      }
    }
    assert.equal(isCountry('ZZ'), false);
    assert.equal(isCountry('de'), false);
    assert.equal(sameRegion({ customer: 'ZZ', partner: 'DE' }), 'unlisted');
  });
});
