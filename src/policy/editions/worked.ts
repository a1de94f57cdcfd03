import type { EditionId } from '../edition.js';
import type { WorkedExamples } from '../proof.js';
import edition201810vianet from './worked/2018-10-21vianet.json' with { type: 'json' };
import edition201903 from './worked/2019-03.json' with { type: 'json' };
import edition202006 from './worked/2020-06.json' with { type: 'json' };
import edition202611 from './worked/2026-11.json' with { type: 'json' };

/** The example of every rule, with the whole guidance that has to come out: the second entry of the book. */
export const WORKED: Readonly<Record<EditionId, WorkedExamples>> = {
  '2018-10-21vianet': edition201810vianet,
  '2019-03': edition201903,
  '2020-06': edition202006,
  '2026-11': edition202611,
};
