import type { Change, Citation, Edition, IdsOf, Rule, Step } from '../edition.js';
import type { OptionId, Situation } from '../facts.js';

/**
 * The article for Partner Center operated by 21Vianet, dated 29 October 2018, read in the English that its
 * Russian translation of 5 March 2019 carries. It has a licence row and no usage row, and it speaks of
 * providing and supporting only. The archived relationship page is cited beside it where the two differ.
 */
const qualifying = ['vianet', 'ownAdvisor'] as const satisfies OptionId<'seller'>[];

const others = [
  'microsoft',
  'enterpriseAgreement',
  'volumeLicensing',
  'advisor',
  'cspPartner',
  'formerCspPartner',
  'syndicationPartner',
  'otherReseller',
] as const satisfies OptionId<'seller'>[];

const inCsp = ['directBill', 'indirectProvider', 'indirectReseller'] as const satisfies OptionId<'partner'>[];

const manageOrAdd = ['support', 'addServices'] as const satisfies OptionId<'goal'>[];

const inScope = { cloud: ['china'], partner: inCsp, seller: qualifying } as const;
const applies = { ...inScope, service: ['license'], goal: manageOrAdd } as const;
const example = (rest: Situation): Situation => ({
  cloud: 'china',
  partner: 'directBill',
  service: 'license',
  seller: 'vianet',
  goal: 'support',
  ...rest,
});

const page = {
  page: 'vianetMultichannel',
  date: '2018-10-29',
  translated: '2019-03-05',
  read: '2026-11-21',
  confidence: 'H',
} as const;

const citations = {
  appliesTo: { ...page, section: 'appliesTo' },
  whenItApplies: { ...page, section: 'whenItApplies' },
  licenseRow: { ...page, section: 'licenseRow' },
  indirectPartners: { ...page, section: 'indirectPartners' },
  seeAlso: { ...page, section: 'seeAlso' },
  relationshipPage: {
    page: 'vianetRequestRelationship',
    section: 'delegatedAdmin',
    date: '2018-10-29',
    read: '2026-11-21',
    confidence: 'H',
  },
  relationshipPage2016: {
    page: 'vianetRequestRelationship',
    section: 'delegatedAdmin',
    date: '2016-10-20',
    read: '2026-11-22',
    confidence: 'H',
  },
  acceptance: {
    page: 'vianetRequestRelationship',
    section: 'accept',
    date: '2018-10-29',
    read: '2026-11-22',
    confidence: 'H',
  },
  enrolling: {
    page: 'vianetEnrolling',
    section: 'ownEnrolment',
    date: '2018-10-29',
    read: '2026-11-22',
    confidence: 'H',
  },
} as const satisfies Record<string, Citation>;

const steps = {
  useGlobalEdition: { actor: 'you', roles: [], page: 'multichannel' },
  involveCspPartner: { actor: 'you', roles: [], page: 'vianetWorkWithOthers' },
  enrolWithVianet: { actor: 'you', roles: [], page: 'vianetEnrolling' },
  createInvitation: { actor: 'you', roles: [], page: 'vianetRequestRelationship' },
  sendInvitation: { actor: 'you', roles: [], page: 'vianetRequestRelationship' },
  useProviderInvitation: { actor: 'you', roles: [], page: 'vianetRequestRelationship' },
  askPermission: { actor: 'you', roles: [], page: 'vianetRequestRelationship' },
  customerAcceptsInVianet: { actor: 'customer', roles: [], page: 'vianetRequestRelationship' },
  askVianet: { actor: 'you', roles: [], page: 'vianetWorkWithOthers' },
} as const satisfies Record<string, Step>;

const changes = {} as const satisfies Record<string, Change>;

type Own = IdsOf<typeof citations, typeof steps, typeof changes>;

const rules = [
  {
    id: 'cloud.notCovered',
    when: { cloud: ['public', 'usGov'] },
    verdict: 'confirm',
    reasons: ['editionOnlyForChina'],
    steps: ['useGlobalEdition'],
    cites: ['appliesTo'],
    example: { cloud: 'public' },
  },
  {
    id: 'partner.notInCsp',
    when: { cloud: ['china'], partner: ['notCsp'] },
    verdict: 'notEligible',
    reasons: ['onlyCspPartners'],
    steps: ['enrolWithVianet', 'involveCspPartner'],
    links: ['vianetEnrolling'],
    cites: ['appliesTo', 'whenItApplies', 'enrolling'],
    example: { cloud: 'china', partner: 'notCsp' },
  },
  {
    id: 'enrollment.own',
    when: applies,
    steps: ['enrolWithVianet'],
    links: ['vianetEnrolling'],
    cites: ['enrolling'],
    example: example({}),
  },
  {
    id: 'seller.other',
    when: { cloud: ['china'], partner: inCsp, seller: others },
    verdict: 'notEligible',
    reasons: ['onlyTwoSellersInChina'],
    steps: ['askVianet'],
    cites: ['whenItApplies'],
    example: example({ seller: 'otherReseller' }),
  },
  {
    id: 'usage.silent',
    when: { ...inScope, service: ['usage'] },
    verdict: 'confirm',
    reasons: ['noUsageInChina'],
    steps: ['askVianet'],
    cites: ['licenseRow'],
    example: example({ service: 'usage' }),
  },
  {
    id: 'goal.silent',
    when: { ...inScope, service: ['license'], goal: ['resell'] },
    verdict: 'confirm',
    reasons: ['goalNotInArticle'],
    steps: ['askVianet'],
    cites: ['whenItApplies'],
    example: example({ goal: 'resell' }),
  },
  {
    id: 'goal.takeOver',
    when: { ...inScope, service: ['license'], goal: ['takeOver'] },
    verdict: 'notEligible',
    reasons: ['takeOverNotOfferedInChina'],
    steps: ['askVianet'],
    links: ['vianetRequestRelationship'],
    cites: ['relationshipPage', 'relationshipPage2016'],
    example: example({ goal: 'takeOver' }),
  },
  {
    id: 'license.qualifies',
    when: applies,
    verdict: 'eligible',
    cites: ['whenItApplies', 'licenseRow'],
    links: ['vianetRequestRelationship'],
    example: example({}),
  },
  {
    id: 'seller.vianet',
    when: { ...inScope, seller: ['vianet'] },
    reasons: ['boughtFromVianet'],
    cites: ['whenItApplies'],
    example: example({}),
  },
  {
    id: 'seller.ownAdvisor',
    when: { ...inScope, seller: ['ownAdvisor'] },
    reasons: ['boughtFromYouAsAdvisor'],
    cites: ['whenItApplies'],
    example: example({ seller: 'ownAdvisor' }),
  },
  {
    id: 'license.directBill',
    when: { ...applies, partner: ['directBill'] },
    steps: ['askPermission'],
    cites: ['licenseRow'],
    example: example({}),
  },
  {
    id: 'indirect.provider',
    when: { ...applies, partner: ['indirectProvider'] },
    steps: ['createInvitation', 'sendInvitation'],
    cites: ['licenseRow', 'indirectPartners'],
    example: example({ partner: 'indirectProvider' }),
  },
  {
    id: 'indirect.reseller',
    when: { ...applies, partner: ['indirectReseller'] },
    reasons: ['resellersCannotInvite'],
    steps: ['useProviderInvitation'],
    cites: ['indirectPartners'],
    example: example({ partner: 'indirectReseller' }),
  },
  {
    id: 'license.accept',
    when: applies,
    steps: ['customerAcceptsInVianet'],
    cites: ['acceptance'],
    example: example({}),
  },
  {
    id: 'purpose',
    when: { ...applies, goal: ['support'] },
    reasons: ['hiredToProvisionOrSupport'],
    cites: ['whenItApplies'],
    example: example({}),
  },
  {
    id: 'indirect.ownership',
    when: { ...applies, partner: ['indirectProvider', 'indirectReseller'] },
    reasons: ['providerOwnsRelationship'],
    cites: ['indirectPartners'],
    example: example({ partner: 'indirectProvider' }),
  },
  {
    id: 'relationship.oneDelegate',
    when: applies,
    cautions: ['onePartnerPerServiceInChina'],
    cites: ['indirectPartners', 'relationshipPage'],
    example: example({}),
  },
  {
    id: 'relationship.limits',
    when: { ...inScope, service: ['license'], goal: ['support', 'addServices', 'takeOver'] },
    cautions: ['onlyAdminRightsInChina'],
    cites: ['relationshipPage'],
    example: example({ goal: 'takeOver' }),
  },
  {
    id: 'edition.archived',
    when: { cloud: ['china'] },
    cautions: ['archivedInChina'],
    links: ['vianetRequestRelationshipToday'],
    cites: ['appliesTo'],
    example: example({}),
  },
  {
    id: 'seeAlso',
    when: { cloud: ['china'], partner: inCsp },
    links: ['vianetWorkWithOthers', 'vianetMultipartner'],
    cites: ['seeAlso'],
    example: example({}),
  },
] as const satisfies readonly Rule<Own>[];

export const edition201810vianet = {
  id: '2018-10-21vianet',
  family: 'vianet',
  clouds: ['china'],
  article: 'whenItApplies',
  citations,
  steps,
  changes,
  rules,
} as const satisfies Edition<Own>;
