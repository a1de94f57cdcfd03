import type { Rule } from '../../edition.js';
import { azureStates } from './azure-states.js';
import { takingAzureOver } from './azure-verdicts.js';
import { outside } from './outside.js';
import type { Own } from './own.js';
import {
  agreements,
  example,
  historic,
  inCsp,
  inScope,
  manageOrAdd,
  serveCustomer,
  unnamed,
} from './scope.js';
import { takingOver } from './taking-over.js';

/** The deciding rules: in every complete situation exactly one of them holds. */
const first = [
  {
    id: 'cloud.notCovered',
    when: { cloud: ['china'] },
    verdict: 'confirm',
    reasons: ['editionNotForChina'],
    steps: ['useVianetEdition'],
    cites: ['articleAppliesTo', 'articleAppliesTo2023'],
    example: { cloud: 'china' },
  },
  {
    id: 'partner.notInCsp',
    when: { cloud: ['public', 'usGov'], partner: ['notCsp'] },
    verdict: 'notEligible',
    reasons: ['onlyCspPartners'],
    steps: ['joinCsp'],
    links: ['becomeReseller', 'becomeDirectBill'],
    cites: ['relationship2023', 'becomeReseller2023', 'becomeDirectBill'],
    example: { cloud: 'public', partner: 'notCsp' },
  },
  {
    id: 'goal.resell',
    when: { cloud: ['public', 'usGov'], partner: inCsp, goal: ['resell'] },
    verdict: 'notEligible',
    reasons: ['noResale'],
    steps: ['chooseAnotherModel'],
    cautions: ['ownUseTenant'],
    links: ['workWithOthers', 'supportedRelationships'],
    cites: ['resale2023', 'workWithOthers2022', 'affiliates2023'],
    example: { cloud: 'public', partner: 'directBill', goal: 'resell' },
  },
  {
    id: 'cloud.usGov',
    when: { cloud: ['usGov'], partner: inCsp, goal: serveCustomer },
    verdict: 'confirm',
    reasons: ['usGovContradiction'],
    steps: ['askUsGovSupport'],
    links: ['usGov', 'nationalClouds'],
    cites: ['articleAppliesTo', 'articleAppliesTo2023', 'usGov2021', 'nationalClouds2023'],
    changes: ['usGovDisputed'],
    example: { cloud: 'usGov', partner: 'directBill', goal: 'support' },
  },
  {
    id: 'seller.vianet',
    when: { ...inScope, seller: ['vianet'] },
    verdict: 'confirm',
    reasons: ['vianetSellsInChina'],
    steps: ['checkCloud'],
    cites: ['articleAppliesTo', 'articleAppliesTo2023'],
    example: example({ seller: 'vianet' }),
  },
  {
    id: 'seller.notNamed',
    when: { ...inScope, seller: unnamed },
    steps: ['askMicrosoft'],
    cites: ['article2023', 'article'],
    example: example({ seller: 'otherReseller' }),
  },
  {
    id: 'seller.otherReseller',
    when: { ...inScope, seller: ['otherReseller'] },
    verdict: 'confirm',
    reasons: ['thirdPartyNotNamed'],
    cites: ['article2023', 'article'],
    uncertain: true,
    changes: ['thirdPartyDropped'],
    example: example({ seller: 'otherReseller' }),
  },
  {
    id: 'seller.syndicationPartner',
    when: { ...inScope, seller: ['syndicationPartner'] },
    verdict: 'confirm',
    reasons: ['syndicationNotNamed'],
    cites: ['article2023', 'article'],
    uncertain: true,
    changes: ['syndicationDropped'],
    example: example({ seller: 'syndicationPartner' }),
  },
] as const satisfies readonly Rule<Own>[];

const manageAndAdd = [
  {
    id: 'qualifies.agreement',
    when: { ...manageOrAdd, seller: agreements },
    verdict: 'eligible',
    cites: ['article', 'article2023'],
    example: example({}),
  },
  {
    id: 'qualifies.historic',
    when: { ...manageOrAdd, seller: historic },
    verdict: 'eligible',
    cites: ['article2023', 'article'],
    example: example({ seller: 'ownAdvisor' }),
  },
  {
    id: 'qualifies.formerCspPartner',
    when: { ...manageOrAdd, seller: ['formerCspPartner'] },
    verdict: 'eligible',
    cites: ['article'],
    changes: ['formerPartnerNamed'],
    example: example({ seller: 'formerCspPartner' }),
  },
  {
    id: 'multiPartner',
    when: { ...manageOrAdd, seller: ['cspPartner'] },
    verdict: 'otherRoute',
    reasons: ['multiPartnerInstead'],
    links: ['multipartner'],
    cites: ['multipartner', 'multipartner2023', 'article2023'],
    example: example({ seller: 'cspPartner' }),
  },
  {
    id: 'multiPartner.steps',
    when: { ...manageOrAdd, seller: ['cspPartner'] },
    cites: ['multipartner'],
    changes: ['multiPartnerRoute'],
    example: example({ seller: 'cspPartner' }),
  },
  {
    id: 'historic.wording',
    when: { ...inScope, seller: historic },
    cautions: ['programClosed'],
    cites: ['advisors2023', 'article'],
    changes: ['channelsRenamed'],
    example: example({ seller: 'ownAdvisor' }),
  },
  {
    id: 'volumeLicensing.open',
    when: { ...inScope, seller: ['volumeLicensing'] },
    cautions: ['openEnded'],
    cites: ['article'],
    example: example({ seller: 'volumeLicensing' }),
  },
] as const satisfies readonly Rule<Own>[];

export const verdicts = [
  ...first,
  ...outside,
  ...manageAndAdd,
  ...takingOver,
  ...takingAzureOver,
  ...azureStates,
] as const;
