import type { Change, Citation, Edition, IdsOf, Rule, Step } from '../edition.js';
import type { OptionId, Situation } from '../facts.js';

/**
 * The global article dated 15 March 2019, read in its Russian, Chinese and Portuguese translations of
 * 19 November 2019. It names no roles, and it says nothing of who may ask but that the feature is Partner
 * Center's. Where the translations differ, facts.md 9 says which reading is meant.
 */
const covered = ['public', 'usGov'] as const satisfies OptionId<'cloud'>[];

/** First bullet: bought from Microsoft itself or through a program of Microsoft's. */
const channels = [
  'microsoft',
  'enterpriseAgreement',
  'volumeLicensing',
  'advisor',
  'ownAdvisor',
] as const satisfies OptionId<'seller'>[];

/** Second bullet: sellers that are neither in the CSP program nor a Syndication Partner. */
const thirdParties = ['formerCspPartner', 'otherReseller'] as const satisfies OptionId<'seller'>[];
const qualifying = [...channels, ...thirdParties];
const excluded = ['cspPartner', 'syndicationPartner'] as const satisfies OptionId<'seller'>[];

const inCsp = ['directBill', 'indirectProvider', 'indirectReseller'] as const satisfies OptionId<'partner'>[];

const manageOrAdd = ['support', 'addServices'] as const satisfies OptionId<'goal'>[];

/** Who only adds something beside another partner's Azure switches nothing. */
const switching = ['support', 'takeOver'] as const satisfies OptionId<'goal'>[];

/** Every goal but reselling through another CSP partner, which is decided before anything else. */
const serveCustomer = [...manageOrAdd, 'takeOver'] as const satisfies OptionId<'goal'>[];

const inScope = { cloud: covered, partner: inCsp, goal: serveCustomer } as const;
const example = (rest: Situation): Situation => ({
  cloud: 'public',
  partner: 'directBill',
  service: 'license',
  goal: 'support',
  ...rest,
});

const page = {
  page: 'multichannel',
  date: '2019-03-15',
  translated: '2019-11-19',
  read: '2026-11-21',
  confidence: 'H',
} as const;

const citations = {
  appliesTo: { ...page, section: 'appliesTo' },
  whenItApplies: { ...page, section: 'whenItApplies' },
  licenseRow: { ...page, section: 'licenseRow' },
  usageRow: { ...page, section: 'usageRow' },
  important: { ...page, section: 'important' },
  seeAlso: { ...page, section: 'seeAlso' },
} as const satisfies Record<string, Citation>;

/** In the order in which they are done. */
const steps = {
  useVianetEdition: { actor: 'you', roles: [], page: 'vianetMultichannel' },
  checkCloud: { actor: 'you', roles: [], page: 'vianetMultichannel' },
  involveCspPartner: { actor: 'you', roles: [], page: 'workWithOthers' },
  chooseAnotherModel: { actor: 'you', roles: [], page: 'workWithOthers' },
  workTogether: { actor: 'you', roles: [], page: 'workWithOthers' },
  askPermission: { actor: 'you', roles: [], page: 'requestRelationship' },
  createAzureSubscription: { actor: 'you', roles: [], page: 'multichannel' },
  enterDetails: { actor: 'you', roles: [], page: 'multichannel' },
  cancelOldAzure: { actor: 'customer', roles: [], page: 'multichannel' },
  switchAzure: { actor: 'you', roles: [], page: 'switchAzure' },
  waitOrCancel: { actor: 'customer', roles: [], page: 'multichannel' },
} as const satisfies Record<string, Step>;

const changes = {} as const satisfies Record<string, Change>;

type Own = IdsOf<typeof citations, typeof steps, typeof changes>;

const deciding = [
  {
    id: 'cloud.notCovered',
    when: { cloud: ['china'] },
    verdict: 'confirm',
    reasons: ['editionNotForChina'],
    steps: ['useVianetEdition'],
    cites: ['appliesTo'],
    example: { cloud: 'china' },
  },
  {
    id: 'partner.notInCsp',
    when: { cloud: covered, partner: ['notCsp'] },
    verdict: 'notEligible',
    reasons: ['onlyCspPartners'],
    steps: ['involveCspPartner'],
    cites: ['appliesTo', 'seeAlso'],
    example: { cloud: 'public', partner: 'notCsp' },
  },
  {
    id: 'goal.resell',
    when: { cloud: covered, partner: inCsp, goal: ['resell'] },
    verdict: 'notEligible',
    reasons: ['noResale'],
    steps: ['chooseAnotherModel'],
    cautions: ['policyMayChange'],
    cites: ['important', 'seeAlso'],
    example: { cloud: 'public', partner: 'directBill', goal: 'resell' },
  },
  {
    id: 'seller.vianet',
    when: { ...inScope, seller: ['vianet'] },
    verdict: 'confirm',
    reasons: ['vianetSellsInChina'],
    steps: ['checkCloud'],
    cites: ['appliesTo'],
    example: example({ seller: 'vianet' }),
  },
  {
    id: 'license.takeOver',
    when: { ...inScope, service: ['license'], goal: ['takeOver'], seller: excluded },
    verdict: 'notEligible',
    reasons: ['licensesCannotSwitch'],
    steps: ['waitOrCancel'],
    cites: ['whenItApplies'],
    example: example({ goal: 'takeOver', seller: 'cspPartner' }),
  },
  {
    id: 'license.moveAfterwards',
    when: { ...inScope, service: ['license'], goal: ['takeOver'], seller: qualifying },
    verdict: 'otherRoute',
    reasons: ['licensesMoveAfterTheirEnd'],
    steps: ['waitOrCancel'],
    cites: ['whenItApplies'],
    example: example({ goal: 'takeOver', seller: 'enterpriseAgreement' }),
  },
  {
    id: 'license.qualifies',
    when: { ...inScope, service: ['license'], goal: manageOrAdd, seller: qualifying },
    verdict: 'eligible',
    steps: ['askPermission'],
    links: ['requestRelationship'],
    cites: ['whenItApplies', 'licenseRow'],
    example: example({ seller: 'enterpriseAgreement' }),
  },
  {
    id: 'license.excluded',
    when: { ...inScope, service: ['license'], goal: manageOrAdd, seller: excluded },
    verdict: 'notEligible',
    steps: ['workTogether'],
    cites: ['whenItApplies', 'seeAlso'],
    example: example({ seller: 'syndicationPartner' }),
  },
  {
    id: 'usage.otherChannel',
    when: { ...inScope, service: ['usage'], seller: [...channels, 'otherReseller'] },
    verdict: 'eligible',
    steps: ['createAzureSubscription', 'enterDetails'],
    cites: ['whenItApplies', 'usageRow'],
    example: example({ service: 'usage', goal: 'takeOver', seller: 'enterpriseAgreement' }),
  },
  {
    id: 'usage.formerPartner',
    when: { ...inScope, service: ['usage'], goal: switching, seller: ['formerCspPartner'] },
    verdict: 'eligible',
    steps: ['switchAzure'],
    links: ['switchAzure'],
    cites: ['whenItApplies', 'usageRow'],
    example: example({ service: 'usage', seller: 'formerCspPartner' }),
  },
  {
    id: 'usage.besideFormerPartner',
    when: { ...inScope, service: ['usage'], goal: ['addServices'], seller: ['formerCspPartner'] },
    verdict: 'eligible',
    reasons: ['azureCoexists'],
    steps: ['createAzureSubscription', 'enterDetails'],
    cites: ['whenItApplies', 'usageRow'],
    example: example({ service: 'usage', goal: 'addServices', seller: 'formerCspPartner' }),
  },
  {
    id: 'usage.besideOtherPartner',
    when: { ...inScope, service: ['usage'], goal: ['addServices'], seller: excluded },
    verdict: 'notEligible',
    steps: ['workTogether'],
    cites: ['whenItApplies', 'seeAlso'],
    example: example({ service: 'usage', goal: 'addServices', seller: 'cspPartner' }),
  },
  {
    id: 'usage.otherPartner',
    when: { ...inScope, service: ['usage'], goal: switching, seller: excluded },
    verdict: 'otherRoute',
    reasons: ['azureCanSwitch'],
    steps: ['switchAzure'],
    links: ['switchAzure'],
    cites: ['usageRow'],
    example: example({ service: 'usage', goal: 'takeOver', seller: 'cspPartner' }),
  },
] as const satisfies readonly Rule<Own>[];

function sellerReason<const Reason extends string>(seller: OptionId<'seller'>, reason: Reason) {
  return {
    id: `seller.${seller}`,
    when: { ...inScope, seller: [seller] },
    reasons: [reason],
    cites: ['whenItApplies'],
    example: example({ seller }),
  } as const satisfies Rule<Own>;
}

const contributing = [
  sellerReason('microsoft', 'boughtFromMicrosoft'),
  sellerReason('enterpriseAgreement', 'boughtUnderEnterpriseAgreement'),
  sellerReason('volumeLicensing', 'boughtThroughOpen'),
  sellerReason('advisor', 'boughtThroughAdvisor'),
  sellerReason('ownAdvisor', 'boughtFromYouAsAdvisor'),
  sellerReason('formerCspPartner', 'boughtFromSellerOutsideCsp'),
  sellerReason('otherReseller', 'boughtFromSellerOutsideCsp'),
  sellerReason('cspPartner', 'sellerIsInCsp'),
  sellerReason('syndicationPartner', 'sellerIsSyndicationPartner'),
  {
    id: 'license.supportMeanwhile',
    when: { ...inScope, service: ['license'], goal: ['takeOver'], seller: qualifying },
    reasons: ['supportMeanwhile'],
    links: ['requestRelationship'],
    cites: ['whenItApplies', 'licenseRow'],
    example: example({ goal: 'takeOver', seller: 'microsoft' }),
  },
  {
    id: 'usage.cancelOld',
    when: {
      ...inScope,
      service: ['usage'],
      goal: ['support', 'takeOver'],
      seller: [...channels, 'otherReseller'],
    },
    steps: ['cancelOldAzure'],
    cites: ['usageRow'],
    example: example({ service: 'usage', goal: 'takeOver', seller: 'enterpriseAgreement' }),
  },
  {
    id: 'usage.coexist',
    when: { ...inScope, service: ['usage'], seller: [...channels, 'otherReseller'] },
    reasons: ['azureCoexists'],
    cites: ['usageRow'],
    example: example({ service: 'usage', seller: 'microsoft' }),
  },
  {
    id: 'purpose',
    when: { ...inScope, service: ['license', 'usage'], goal: ['support'], seller: qualifying },
    reasons: ['hiredToProvisionOrSupport'],
    cites: ['whenItApplies'],
    example: example({ seller: 'enterpriseAgreement' }),
  },
  {
    id: 'seeAlso.workWithOthers',
    when: { cloud: covered, partner: inCsp },
    links: ['workWithOthers'],
    cites: ['seeAlso'],
    example: example({}),
  },
  {
    id: 'seeAlso.indirectReseller',
    when: { cloud: covered, partner: ['indirectReseller'] },
    links: ['resellerTasks'],
    cites: ['seeAlso'],
    example: example({ partner: 'indirectReseller' }),
  },
  {
    id: 'seeAlso.indirectProvider',
    when: { cloud: covered, partner: ['indirectProvider'] },
    links: ['providerTasks'],
    cites: ['seeAlso'],
    example: example({ partner: 'indirectProvider' }),
  },
] as const satisfies readonly Rule<Own>[];

export const edition201903 = {
  id: '2019-03',
  family: 'global',
  clouds: covered,
  article: 'whenItApplies',
  citations,
  steps,
  changes,
  rules: [...deciding, ...contributing],
} as const satisfies Edition<Own>;
