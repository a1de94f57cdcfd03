import type { OptionId } from '../facts.js';
import type { Addendum } from './addendum.js';

/**
 * Words that came in November 2026, and what the published editions make of them. A Microsoft Customer Agreement
 * signed with a representative is a purchase from Microsoft; what is neither licences nor billed by use is in none of
 * their tables.
 */
const readAs = { seller: { mcaEnterprise: 'microsoft' } } as const;
const silentOn = { service: ['other'] } as const;
const steps = { arrangeSeparately: { actor: 'customer', roles: [], page: 'subscriptionTransfer' } } as const;
const asker = ['directBill', 'indirectProvider', 'indirectReseller'] as const satisfies OptionId<'partner'>[];

const silent = { verdict: 'outOfScope', reasons: ['notCoveredHere'], steps: ['arrangeSeparately'] } as const;

const global = {
  readAs,
  silentOn,
  giveWay: ['seller.vianet'],
  steps,
  rules: [
    {
      id: 'service.other',
      when: {
        cloud: ['public', 'usGov'],
        partner: asker,
        service: ['other'],
        goal: ['support', 'addServices', 'takeOver'],
      },
      ...silent,
      cites: ['whenItApplies'],
      example: {
        cloud: 'public',
        partner: 'directBill',
        service: 'other',
        seller: 'microsoft',
        goal: 'support',
      },
    },
  ],
} as const satisfies Addendum;

const vianet = {
  readAs,
  silentOn,
  giveWay: ['seller.other'],
  steps,
  rules: [
    {
      id: 'service.other',
      when: { cloud: ['china'], partner: asker, service: ['other'] },
      ...silent,
      cites: ['licenseRow'],
      example: { cloud: 'china', partner: 'directBill', service: 'other' },
    },
  ],
} as const satisfies Addendum;

export const LATER_WORDS = { '2018-10-21vianet': vianet, '2019-03': global, '2020-06': global } as const;
