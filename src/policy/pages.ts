/**
 * The pages that guidance cites and links to. Their titles are words and live in the language files
 * (`page.<id>`); here are only addresses. `{locale}` stands for a Learn locale such as `pt-br`.
 */
export interface Page {
  readonly url: string;
  /** Locales in which pages of this site have been seen translated; elsewhere the English page is linked and marked so. */
  readonly locales: readonly string[];
  /** What a reader has to know before relying on the address; undefined where there is nothing to say. */
  readonly standing?: Standing;
}

/**
 * `archived`: Microsoft has withdrawn the page. `inferred`: the address follows from those of its neighbours and was not
 * seen. `unopened`: Microsoft redirects there, and whether it is there is not known.
 */
export type Standing = 'archived' | 'inferred' | 'unopened';

const LEARN = 'https://learn.microsoft.com/{locale}';
const translated = ['en-us', 'pt-br', 'zh-cn'] as const;
const english = ['en-us'] as const;

function partnerCenter(path: string, locales: readonly string[] = translated): Page {
  return { url: `${LEARN}/partner-center/${path}`, locales };
}

function azure(path: string): Page {
  return { url: `${LEARN}/azure/cost-management-billing/manage/${path}`, locales: translated };
}

function azureDocs(path: string): Page {
  return { url: `${LEARN}/azure/${path}`, locales: translated };
}

/** A page of Partner Center operated by 21Vianet that Microsoft archived in 2019. */
function archived(path: string): Page {
  return {
    url: `https://msdn.microsoft.com/en-us/partner-china/${path}`,
    locales: english,
    standing: 'archived',
  };
}

/** Where Microsoft redirects to from an archived page. */
function successor(path: string): Page {
  return {
    url: `https://www.21vbluecloud.com/partner-china/${path}`,
    locales: english,
    standing: 'unopened',
  };
}

export const PAGES = {
  multichannel: partnerCenter('customers/multichannel'),
  multipartner: partnerCenter('customers/multipartner'),
  requestRelationship: partnerCenter('customers/request-a-relationship-with-a-customer'),
  regionalMarkets: partnerCenter('regional-authorization-overview'),
  subscriptionLifecycle: partnerCenter('customers/subscription-lifecycle'),
  transferEligibility: partnerCenter('developer/get-customer-s-subscriptions-transfer-eligibility', english),
  trialToPaid: partnerCenter('developer/transition-a-new-commerce-subscription', english),
  createTransfer: partnerCenter('developer/create-a-transfer', english),
  legacyTransfers: partnerCenter('developer/create-a-transfer-legacy', english),
  extendedTerms: partnerCenter('customers/extended-service-terms'),
  directToIndirect: partnerCenter('transition-direct-to-indirect'),
  tenantConsolidation: partnerCenter('csp-regional-authorization-tenant-consolidation'),
  resellerAgreement: partnerCenter('enroll/mpa-indirect-provider-faq'),
  locations: partnerCenter('account-settings/manage-locations'),
  switchAzure: partnerCenter('customers/switch-azure-subscriptions-to-a-different-partner'),
  transferSubscriptions: partnerCenter('customers/transfer-subscriptions'),
  moveLicenses: partnerCenter('customers/transition-seat-based-services'),
  providerTasks: partnerCenter('customers/indirect-provider-tasks-in-partner-center'),
  resellerTasks: partnerCenter('enroll/indirect-reseller-tasks-in-partner-center'),
  cancellation: partnerCenter('customers/new-commerce-cancellation-policy'),
  workWithOthers: { ...partnerCenter('customers/work-with-other-partners'), standing: 'inferred' },
  customerAgreement: partnerCenter('customers/confirm-customer-agreement'),
  attestation: partnerCenter('customers/integrate-sandbox-confirm-customer-agree'),
  adminPrivileges: partnerCenter('customers-revoke-admin-privileges'),
  gdapFaq: partnerCenter('security/dap-faq'),
  gdapRequest: partnerCenter('gdap-obtain-admin-permissions-to-manage-customer'),
  gdapApproval: partnerCenter('gdap-customer-approval'),
  gdapTransition: partnerCenter('gdap-microsoft-led-transition'),
  gdapRoles: partnerCenter('gdap-least-privileged-roles-by-task'),
  gdapApi: {
    url: `${LEARN}/graph/api/resources/delegatedadminrelationships-api-overview`,
    locales: english,
  },
  createSubscription: partnerCenter('create-a-new-subscription'),
  announcements: partnerCenter('announcements/2026-march', english),
  newCommerce: partnerCenter('new-commerce-license-based'),
  supportedRelationships: partnerCenter('csp-supported-partner-relationships'),
  advisors: partnerCenter('advisors-no-csp'),
  leavingCsp: partnerCenter('enroll/partner-transition-guide'),
  becomeReseller: partnerCenter('enroll/new-indirect-reseller-requirement'),
  becomeDirectBill: partnerCenter('enroll/direct-bill-eligibility-requirements'),
  usGovEnroll: partnerCenter('enroll-in-csp-for-microsoft-us-govt-cloud', english),
  gccOverview: partnerCenter('csp-gcc-overview', english),
  gccValidate: partnerCenter('csp-gcc-validate', english),
  usGov: partnerCenter('partner-center-for-microsoft-us-govt-cloud', english),
  nationalClouds: partnerCenter(
    'developer/developing-for-partner-center-for-microsoft-national-cloud',
    english,
  ),
  billingTransfer: azure('mpa-request-ownership'),
  subscriptionTransfer: azure('subscription-transfer'),
  azurePlanTransfer: azure('azure-plan-subscription-transfer-partners'),
  subscriberTransfer: azure('transfer-subscriptions-subscribers-csp'),
  partnerTransfers: {
    url: `${LEARN}/rest/api/billing/2019-10-01-preview/partner-transfers/initiate`,
    locales: english,
  },
  azureRoles: azureDocs('role-based-access-control/role-assignments-external-users'),
  lighthouse: azureDocs('lighthouse/overview'),
  lighthouseOnboard: azureDocs('lighthouse/how-to/onboard-customer'),
  lighthouseLimits: azureDocs('lighthouse/concepts/cross-tenant-management-experience'),
  linkPartnerId: azure('link-partner-id'),
  palDpor: partnerCenter('link-partner-id-for-azure-performance-pal-dpor'),
  earnedCredit: partnerCenter('partner-earned-credit-explanation'),
  claims: partnerCenter('submit-osa-claim'),
  customersPartners: { url: `${LEARN}/microsoft-365/commerce/manage-partners`, locales: translated },
  vianetMultichannel: archived('multichannel'),
  vianetMultipartner: archived('multipartner'),
  vianetRequestRelationship: archived('request-a-relationship-with-a-customer'),
  vianetRequestRelationshipToday: successor('request-a-relationship-with-a-customer'),
  vianetEnrolling: successor('enrolling-in-the-csp-program'),
  vianetWorkWithOthers: successor('work-with-other-partners'),
} as const satisfies Record<string, Page>;

export type PageId = keyof typeof PAGES;

export interface Address {
  readonly url: string;
  /** The Learn locale the address leads to: `en-us` where the wanted one is not served. */
  readonly locale: string;
}

/** The address of a page for a reader of `locale` (a Learn locale such as `hu-hu`, in any letter case). */
export function addressOf(page: PageId, locale: string): Address {
  const { url, locales }: Page = PAGES[page];
  const wanted = locale.toLowerCase();
  const served = locales.includes(wanted) ? wanted : 'en-us';
  return { url: url.replace('{locale}', served), locale: served };
}

/** What has to be said of a page wherever it is printed. */
export function standingOf(page: PageId): Standing | undefined {
  const { standing }: Page = PAGES[page];
  return standing;
}
