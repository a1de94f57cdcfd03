import type { Change } from '../../edition.js';

/** What the newest edition answers differently from the article of 2020, and since when. */
export const changes = {
  licenseTransfer: { since: '2024' },
  licenseMove: { since: '2023-01-11' },
  channelsRenamed: { since: '2024' },
  formerPartnerNamed: { since: '2024' },
  thirdPartyDropped: { since: '2024' },
  syndicationDropped: { since: '2024' },
  multiPartnerRoute: { since: '2023-09-26' },
  separateAdminRights: { since: '2023-09-25' },
  azureTransferRequest: { since: '2023-09-14' },
  legacyAzureOnly: { since: '2023-05-30' },
  azureBillingTransfer: { since: '2026-07-16' },
  azureMoveResources: { since: '2022-10-25' },
  usGovDisputed: { since: '2021-11-08' },
  sameMarketOnly: { since: '2023-06-05' },
} as const satisfies Record<string, Change>;
