import type { Citation, Confidence } from '../../edition.js';
import type { PageId } from '../../pages.js';

/** Every statement that the newest edition rests on. Newest texts bear no date; they were read in copies (M). */
const FIRST_READING = '2026-11-21';
const SECOND_READING = '2026-11-22';

/** The pages that were read on the second day, for the first time or again. */
const READ_AGAIN: ReadonlySet<PageId> = new Set<PageId>([
  'requestRelationship',
  'adminPrivileges',
  'customersPartners',
  'customerAgreement',
  'attestation',
  'gdapFaq',
  'gdapRequest',
  'gdapApproval',
  'gdapTransition',
  'gdapRoles',
  'gdapApi',
  'claims',
  'createSubscription',
  'advisors',
  'regionalMarkets',
  'supportedRelationships',
  'resellerAgreement',
  'subscriptionLifecycle',
  'transferEligibility',
  'trialToPaid',
  'createTransfer',
  'legacyTransfers',
  'moveLicenses',
  'billingTransfer',
  'subscriptionTransfer',
  'subscriberTransfer',
  'partnerTransfers',
  'azureRoles',
  'lighthouse',
  'lighthouseOnboard',
  'lighthouseLimits',
  'linkPartnerId',
  'palDpor',
  'earnedCredit',
  'usGov',
  'usGovEnroll',
  'gccOverview',
  'gccValidate',
  'nationalClouds',
]);

function readOn(page: PageId): string {
  return READ_AGAIN.has(page) ? SECOND_READING : FIRST_READING;
}

function dated<Section extends string>(
  page: PageId,
  section: Section,
  date: string,
  confidence: Confidence = 'H',
): Citation<Section> {
  return { page, section, date, read: readOn(page), confidence };
}

function undated<Section extends string>(
  page: PageId,
  section: Section,
  confidence: Confidence = 'M',
): Citation<Section> {
  return { page, section, read: readOn(page), confidence };
}

export const citations = {
  article: undated('multichannel', 'whenItApplies'),
  articleRoles: undated('multichannel', 'roles'),
  articleAppliesTo: undated('multichannel', 'appliesTo'),
  articleUsage: undated('multichannel', 'usageRow'),
  article2023: dated('multichannel', 'whenItApplies', '2023-09-20'),
  articleUsage2023: dated('multichannel', 'usageRow', '2023-09-20'),
  articleAppliesTo2023: dated('multichannel', 'appliesTo', '2023-09-20'),

  relationship: undated('requestRelationship', 'request'),
  relationship2023: dated('requestRelationship', 'request', '2023-06-05'),
  relationshipRegion: dated('requestRelationship', 'region', '2023-06-05'),
  regions2023: dated('regionalMarkets', 'regionTables', '2023-08-17'),
  tenantCountry2023: dated('regionalMarkets', 'introduction', '2023-08-17'),
  acceptInRegion: undated('regionalMarkets', 'introduction'),
  regionForAll2023: dated('supportedRelationships', 'sameRegion', '2023-01-11'),
  regionBlocksOrders: undated('resellerAgreement', 'sameRegion'),
  ordersChecked: undated('resellerAgreement', 'partnerOfRecord'),
  locations: undated('locations', 'oneToOne'),
  relationshipAccept2023: dated('adminPrivileges', 'accept', '2023-09-20'),
  existingAzure2023: dated('adminPrivileges', 'existingAzure', '2023-09-20'),
  customersPartners2025: dated('customersPartners', 'partnerCan', '2025-01-08'),
  rolesRemoved2025: dated('customersPartners', 'rolesRemoved', '2025-01-08'),
  agreement2023: dated('customerAgreement', 'confirm', '2023-10-23'),
  attestation: undated('attestation', 'attestation'),

  multipartner: undated('multipartner', 'steps'),
  multipartner2023: dated('multipartner', 'limits', '2023-09-26'),
  resale2023: dated('multipartner', 'resale', '2023-09-26'),
  workWithOthers2022: dated('workWithOthers', 'resale', '2022-02-28'),
  affiliates2023: dated('supportedRelationships', 'selfSale', '2023-01-11'),

  gdap2023: dated('gdapFaq', 'request', '2023-10-12'),
  gdapEnterprise: undated('gdapFaq', 'enterpriseAgreement'),
  gdapInsteadOfDap2023: dated('gdapFaq', 'dapAndGdap', '2023-10-12'),
  gdapOrders2023: dated('gdapFaq', 'orders', '2023-10-12'),
  gdapApart2023: dated('gdapFaq', 'withoutRights', '2023-10-12'),
  gdapGuests2023: dated('gdapFaq', 'guests', '2023-10-12'),
  gdapRequest2023: dated('gdapRequest', 'request', '2023-10-23'),
  gdapApproval2023: dated('gdapApproval', 'approve', '2023-03-31'),
  gdapMove2023: dated('gdapTransition', 'timeline', '2023-07-17'),
  gdapApi: undated('gdapApi', 'programs'),
  leastPrivileged2023: dated('gdapRoles', 'rolesByTask', '2023-02-01'),
  claim2023: dated('claims', 'claim', '2023-10-10'),
  createSubscription2023: dated('createSubscription', 'manageSubscriptions', '2023-10-19'),

  resellerTasks2022: dated('resellerTasks', 'jointInvitation', '2022-09-21'),
  providerTasks2023: dated('providerTasks', 'involvement', '2023-09-15'),
  providerTasks: undated('providerTasks', 'partnerOfRecord'),
  advisors2023: dated('advisors', 'joining', '2023-05-24'),
  leavingCsp: undated('leavingCsp', 'offboarding'),
  becomeReseller2023: dated('becomeReseller', 'requirements', '2023-10-02'),
  becomeDirectBill: undated('becomeDirectBill', 'requirements'),

  transfer: undated('transferSubscriptions', 'licenseTransfer'),
  transferAzure2023: dated('transferSubscriptions', 'azureTransfer', '2023-09-14'),
  transferCustomer2025: dated('azurePlanTransfer', 'request', '2025-12-29'),
  transferScope: undated('createTransfer', 'transferScope'),
  legacyTransfer: undated('legacyTransfers', 'transferScope'),
  transferEligibility2023: dated('transferEligibility', 'eligibilityCheck', '2023-09-22'),
  trialToPaid: undated('trialToPaid', 'trialToPaid'),
  lifecycle2023: dated('subscriptionLifecycle', 'states', '2023-08-04'),
  newCommerce: undated('newCommerce', 'sales'),
  cancellation2023: dated('cancellation', 'refund', '2023-07-27'),
  extendedTerm2026: dated('announcements', 'extendedTerm', '2026-03', 'M'),
  extendedTerms: undated('extendedTerms', 'endings'),
  legacyTransfer2021: dated('directToIndirect', 'prerequisites', '2021-10-07'),
  legacyCredit2021: dated('directToIndirect', 'credit', '2021-10-07'),
  tenantCeiling2022: dated('tenantConsolidation', 'ceiling', '2022-10-18'),
  supportPlans2025: dated('subscriptionTransfer', 'supportPlans', '2025-12-29'),
  products2025: dated('subscriptionTransfer', 'products', '2025-12-29'),
  marketplace2025: dated('billingTransfer', 'marketplace', '2025-09-29'),
  moveLicenses: undated('moveLicenses', 'renewToCsp'),
  moveLicenses2023: dated('moveLicenses', 'manualMove', '2023-01-11'),

  switchAzure2023: dated('switchAzure', 'ticket', '2023-05-30'),
  billingTransfer2026: dated('billingTransfer', 'whoMayRequest', '2026-08-20', 'M'),
  billingTransfer2025: dated('billingTransfer', 'request', '2025-09-29'),
  billingAccepted2025: dated('billingTransfer', 'accept', '2025-09-29'),
  billingDirectory2025: dated('billingTransfer', 'directory', '2025-09-29'),
  transferHub2025: dated('subscriptionTransfer', 'productTransfer', '2025-12-29'),
  transferLimits2025: dated('subscriptionTransfer', 'limitations', '2025-12-29'),
  transferCurrency: undated('subscriptionTransfer', 'currency'),
  quotas2023: dated('subscriberTransfer', 'quotas', '2023-03-29'),
  partnerTransfers: undated('partnerTransfers', 'resellerId'),
  newAzure2022: dated('subscriptionTransfer', 'moveResources', '2022-10-25'),

  azureRoles2024: dated('azureRoles', 'assignRole', '2024-02-28'),
  azureAccess2023: dated('linkPartnerId', 'getAccess', '2023-07-27'),
  linkPartnerId2023: dated('linkPartnerId', 'link', '2023-07-27'),
  lighthouse2026: dated('lighthouse', 'benefits', '2026-01-21'),
  lighthouseOnboard2024: dated('lighthouseOnboard', 'onboard', '2024-06-03'),
  lighthouseLimits2024: dated('lighthouseLimits', 'limitations', '2024-06-18'),
  palDpor2022: dated('palDpor', 'dpor', '2022-10-27'),
  earnedCredit2023: dated('earnedCredit', 'whoEarns', '2023-04-13'),

  usGovEnroll2022: dated('usGovEnroll', 'agreement', '2022-06-09'),
  usGovEnrolment2022: dated('usGovEnroll', 'ownEnrolment', '2022-06-09'),
  gccOverview2021: dated('gccOverview', 'approval', '2021-11-10'),
  gccValidate2022: dated('gccValidate', 'approval', '2022-05-03'),
  usGov2021: dated('usGov', 'notAvailable', '2021-11-08'),
  nationalClouds2023: dated('nationalClouds', 'singlePartner', '2023-09-28'),
  usGovGdap: undated('multipartner', 'usGovGdap'),
} as const satisfies Record<string, Citation>;
