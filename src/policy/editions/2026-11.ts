import type { Edition } from '../edition.js';
import { azure } from './2026-11/azure.js';
import { changes } from './2026-11/changes.js';
import { licenses } from './2026-11/licenses.js';
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
  rules: [...verdicts, ...sellers, ...relationship, ...licenses, ...azure],
} as const satisfies Edition<Own>;
