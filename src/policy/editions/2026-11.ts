import type { Edition } from '../edition.js';
import { administration } from './2026-11/administration.js';
import { azure } from './2026-11/azure.js';
import { azureBilling } from './2026-11/azure-billing.js';
import { azureFromPartners } from './2026-11/azure-partners.js';
import { azureSupport } from './2026-11/azure-support.js';
import { changes } from './2026-11/changes.js';
import { government } from './2026-11/government.js';
import { licensesTakenOver } from './2026-11/licenses.js';
import { orders } from './2026-11/ordering.js';
import type { Own } from './2026-11/own.js';
import { relationship } from './2026-11/relationship.js';
import { sellers } from './2026-11/sellers.js';
import { citations } from './2026-11/sources.js';
import { steps } from './2026-11/steps.js';
import { verdicts } from './2026-11/verdicts.js';

/** The newest global article and the pages it stands beside, as read in November 2026. */
export const edition202611 = {
  id: '2026-11',
  family: 'global',
  clouds: ['public', 'usGov'],
  article: 'article',
  citations,
  steps,
  changes,
  rules: [
    ...verdicts,
    ...sellers,
    ...azureSupport,
    ...relationship,
    ...orders,
    ...administration,
    ...licensesTakenOver,
    ...azure,
    ...azureBilling,
    ...azureFromPartners,
    ...government,
  ],
} as const satisfies Edition<Own>;
