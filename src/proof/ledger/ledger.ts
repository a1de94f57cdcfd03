import type { EditionId } from '../../policy/edition.js';
import type { Ledger } from '../proof.js';
import census201810vianet from './census/2018-10-21vianet.json' with { type: 'json' };
import census201903 from './census/2019-03.json' with { type: 'json' };
import census202006 from './census/2020-06.json' with { type: 'json' };
import census202611 from './census/2026-11.json' with { type: 'json' };
import worked201810vianet from './worked/2018-10-21vianet.json' with { type: 'json' };
import worked201903 from './worked/2019-03.json' with { type: 'json' };
import worked202006 from './worked/2020-06.json' with { type: 'json' };
import worked202611 from './worked/2026-11.json' with { type: 'json' };

/** What was written down about each edition; `npm run prove -- --record` writes it anew for review. */
export const LEDGERS: Readonly<Record<EditionId, Ledger>> = {
  '2018-10-21vianet': { worked: worked201810vianet, census: census201810vianet },
  '2019-03': { worked: worked201903, census: census201903 },
  '2020-06': { worked: worked202006, census: census202006 },
  '2026-11': { worked: worked202611, census: census202611 },
};
