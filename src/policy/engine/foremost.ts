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

/** Every caution that can make the verdict untrue, the gravest first. */
export function grave<C extends Caution>(cautions: readonly C[]): readonly C[] {
  return FOREMOST.flatMap((id) => cautions.filter((caution) => caution.id === id));
}

/** The one caution to read before anything is promised, if there is one, and the others in their order. */
export function foremost<C extends Caution>(
  cautions: readonly C[],
): {
  readonly first: C | undefined;
  readonly others: readonly C[];
} {
  const [first] = grave(cautions);
  return { first, others: cautions.filter((caution) => caution !== first) };
}
