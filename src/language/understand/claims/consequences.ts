import { type Claim, claim } from './claim.js';
import type { Settled } from './settle.js';

/** Legacy Azure that was only told by elimination ("not on Azure plan") says besides that it is Azure. */
export function implied(claims: readonly Claim[], settled: readonly Settled[]): readonly Claim[] {
  const platform = settled.find(({ fact }) => fact === 'azurePlatform');
  const said = claims.some(({ fact, kind }) => fact === 'service' && kind === 'is');
  if (said || platform?.options[0] !== 'legacyAzure' || platform.part === undefined) return claims;
  return [...claims, claim(platform.part, 'service', 'usage')];
}

/** What a fact rests on: taken back with it. */
const RESTS_ON = [
  { fact: 'azurePlatform', on: 'service', value: 'usage' },
  { fact: 'licensePlatform', on: 'service', value: 'license' },
  { fact: 'enrollment', on: 'seller', value: 'enterpriseAgreement' },
] as const;

/** "Azure plan, no wait, Office": a correction takes back what rested on the corrected word, too. */
export function withoutOrphans(settled: readonly Settled[]): readonly Settled[] {
  const sure = new Map(
    settled.flatMap(({ fact, options }) => (options.length === 1 ? [[fact, options[0]]] : [])),
  );
  const orphaned = RESTS_ON.filter(({ on, value }) => sure.has(on) && sure.get(on) !== value).map(
    ({ fact }) => fact,
  );
  return settled.filter(({ fact }) => !orphaned.some((each) => each === fact));
}
