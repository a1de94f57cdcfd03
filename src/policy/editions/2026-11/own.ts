import type { IdsOf } from '../../edition.js';
import type { changes } from './changes.js';
import type { citations } from './sources.js';
import type { steps } from './steps.js';

/** What the rules of this edition may cite, tell and date. */
export type Own = IdsOf<typeof citations, typeof steps, typeof changes>;
