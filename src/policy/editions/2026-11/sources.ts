import type { Citation, Confidence } from '../../edition.js';
import type { PageId } from '../../pages.js';

/** Every statement that the newest edition rests on. Newest texts bear no date; they were read in copies (M). */
const read = '2026-11-21';

function dated<Section extends string>(
  page: PageId,
  section: Section,
  date: string,
  confidence: Confidence = 'H',
): Citation<Section> {
  return { page, section, date, read, confidence };
}

function undated<Section extends string>(
  page: PageId,
  section: Section,
  confidence: Confidence = 'M',
): Citation<Section> {
  return { page, section, read, confidence };
}

export const citations = {
  article: undated('multichannel', 'whenItApplies'),
  articleRoles: undated('multichannel', 'roles'),
  articleAppliesTo: undated('multichannel', 'appliesTo'),
  articleUsage: undated('multichannel', 'usageRow'),
  article2023: dated('multichannel', 'whenItApplies', '2023-09-20'),
  articleUsage2023: dated('multichannel', 'usageRow', '2023-09-20'),
  articleLicense2023: dated('multichannel', 'licenseRow', '2023-09-20'),
  articleAppliesTo2023: dated('multichannel', 'appliesTo', '2023-09-20'),

  relationship: undated('requestRelationship', 'request'),
  relationship2023: dated('requestRelationship', 'request', '2023-06-05'),
  relationshipRegion: dated('requestRelationship', 'region', '2023-06-05'),
  regions2023: dated('regionalMarkets', 'regionTables', '2023-08-17'),
  relationshipAccept: dated('requestRelationship', 'accept', '2021'),
  customersPartners: undated('customersPartners', 'partnerTypes'),
  agreement2023: dated('customerAgreement', 'confirm', '2023-10-23'),

  multipartner: undated('multipartner', 'steps'),
  multipartner2023: dated('multipartner', 'limits', '2023-09-26'),
  resale2023: dated('multipartner', 'resale', '2023-09-26'),
  workWithOthers2022: dated('workWithOthers', 'resale', '2022-02-28'),
  affiliates2023: dated('supportedRelationships', 'selfSale', '2023-01-11'),

  gdap2023: dated('gdapFaq', 'request', '2023-10-12'),
  gdapEnterprise: undated('gdapFaq', 'enterpriseAgreement'),

  resellerTasks2022: dated('resellerTasks', 'jointInvitation', '2022-09-21'),
  providerTasks2023: dated('providerTasks', 'involvement', '2023-09-15'),
  providerTasks: undated('providerTasks', 'partnerOfRecord'),
  leavingCsp: undated('leavingCsp', 'offboarding'),
  becomeReseller2023: dated('becomeReseller', 'requirements', '2023-10-02'),
  becomeDirectBill: undated('becomeDirectBill', 'requirements'),

  transfer: undated('transferSubscriptions', 'licenseTransfer'),
  transferAzure2023: dated('transferSubscriptions', 'azureTransfer', '2023-09-14'),
  transferCustomer2025: dated('azurePlanTransfer', 'request', '2025-12-29'),
  transferScope: undated('createTransfer', 'transferScope'),
  transferEligibility2023: dated('transferEligibility', 'eligibilityCheck', '2023-09-22'),
  trialToPaid: undated('trialToPaid', 'trialToPaid'),
  lifecycle2023: dated('subscriptionLifecycle', 'states', '2023-08-04'),
  newCommerce: undated('newCommerce', 'sales'),
  cancellation2023: dated('cancellation', 'refund', '2023-07-27'),
  extendedTerm2026: dated('announcements', 'extendedTerm', '2026-03', 'M'),
  moveLicenses: undated('moveLicenses', 'renewToCsp'),
  moveLicenses2023: dated('moveLicenses', 'manualMove', '2023-01-11'),

  switchAzure2023: dated('switchAzure', 'ticket', '2023-05-30'),
  billingTransfer2026: dated('billingTransfer', 'whoMayRequest', '2026-08-20', 'M'),
  billingTransfer2020: dated('billingTransfer', 'accept', '2020-02-13'),
  newAzure2022: dated('subscriptionTransfer', 'moveResources', '2022-10-25'),

  usGov2021: dated('usGov', 'notAvailable', '2021-11-08'),
  nationalClouds2023: dated('nationalClouds', 'singlePartner', '2023-09-28'),
  usGovGdap: undated('multipartner', 'usGovGdap'),
} as const satisfies Record<string, Citation>;
