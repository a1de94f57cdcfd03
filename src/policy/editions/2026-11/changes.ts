import type { Change } from '../../edition.js';

/** What the newest edition answers differently from the article of 2020, and the date of the page that says so. */
export const changes = {
  licenseTransfer: { since: '2024' },
  licenseMove: { since: '2023-01-11' },
  channelsRenamed: { since: undefined },
  formerPartnerNamed: { since: undefined },
  thirdPartyDropped: { since: undefined },
  syndicationDropped: { since: undefined },
  multiPartnerRoute: { since: undefined },
  separateAdminRights: { since: '2023-10-09' },
  azureSupportByRole: { since: '2023-07-27' },
  azureTransferRequest: { since: '2023-09-14' },
  legacyAzureOnly: { since: '2023-05-30' },
  azureBillingTransfer: { since: '2026-08' },
  azureMoveResources: { since: '2022-10-25' },
  usGovDisputed: { since: '2021-11-08' },
  sameMarketOnly: { since: '2023-06-05' },
} as const satisfies Record<string, Change>;
