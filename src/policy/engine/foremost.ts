import type { CautionId } from '../editions/registry.js';
import type { Guidance } from './guidance.js';

/**
 * Cautions that can make the verdict, or the way to it, untrue; the gravest first. What only adds to it, such as a
 * limit nobody reaches or what to do for credit, is not among them.
 */
const FOREMOST: readonly CautionId[] = [
  'requestStopsAtRegion',
  'regionAndLicenceSupport',
  'regionDecidesSelling',
  'noGdapInUsGov',
  'usGovEnrolment',
  'onePartnerPerServiceInChina',
  'onlyAdminRightsInChina',
  'archivedInChina',
  'formerPartnerMayNotAct',
  'transferMayBeRefused',
  'blocksTransfer',
  'switchOnlyThroughProvider',
  'extendedServiceTerm',
  'whatTransfers',
  'relationshipOpensNoAzure',
];

type Caution = Guidance['cautions'][number];

/** The one caution to read before anything is promised, if there is one, and the others in their order. */
export function foremost(cautions: readonly Caution[]): {
  readonly first: Caution | undefined;
  readonly others: readonly Caution[];
} {
  const id = FOREMOST.find((each) => cautions.some((caution) => caution.id === each));
  return {
    first: cautions.find((caution) => caution.id === id),
    others: cautions.filter((caution) => caution.id !== id),
  };
}
