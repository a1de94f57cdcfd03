import type { Actor, EditionId } from '../edition.js';
import type { citations } from './2026-11/sources.js';
import type { CautionId, StepId } from './registry.js';

/** What begins the time after which something lapses: a step that was done, or a date that somebody told. */
export type LapseBegin =
  | { readonly steps: readonly StepId[] }
  /** The last day of the term of the subscription. */
  | { readonly told: 'termEnd' };

/** Something that is over after a while unless somebody acts. Its words are `lapse.<id>` and `lapsesOn.<id>`. */
export interface Lapse {
  /** The edition that says so. */
  readonly edition: EditionId;
  readonly begins: LapseBegin;
  /** The guidance that it is about: one that has this step, or this caution. */
  readonly where: { readonly step: StepId } | { readonly caution: CautionId };
  /** Who has to act; what they have to do is the step of `where`. */
  readonly actor: Actor;
  /** Calendar days from the day on which it begins to the day on which it lapses; 0 is that day itself. */
  readonly days: number;
  /** Where that stands. */
  readonly cites: readonly (keyof typeof citations)[];
}

/**
 * What lapses, by Microsoft's pages. Of a transfer of licences and of Azure under an agreement no page prints a number of days,
 * so that neither is here.
 */
export const LAPSES = {
  gdapRequest: {
    edition: '2026-11',
    begins: { steps: ['requestGdap'] },
    where: { step: 'customerApprovesGdap' },
    actor: 'customer',
    days: 90,
    cites: ['gdap2023'],
  },
  azureTransferRequest: {
    edition: '2026-11',
    begins: { steps: ['requestTransfer', 'providerRequestsTransfer'] },
    where: { step: 'currentPartnerAcceptsAzure' },
    actor: 'currentPartner',
    days: 30,
    cites: ['transferAzure2023'],
  },
  extendedTerm: {
    edition: '2026-11',
    begins: { told: 'termEnd' },
    where: { caution: 'extendedServiceTerm' },
    actor: 'currentPartner',
    days: 0,
    cites: ['extendedTerms', 'extendedTerm2026'],
  },
} as const satisfies Record<string, Lapse>;

export type LapseId = keyof typeof LAPSES;
export const LAPSE_IDS = Object.keys(LAPSES) as readonly LapseId[];
