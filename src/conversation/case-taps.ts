import { type ActionData, drawn } from './action.js';
import type { CaseDeed } from './case-deed.js';
import type { Origin } from './interview/state.js';

/** The data of a tap that does something about cases; without an origin it is for everybody in a group. */
export function caseTap(deed: CaseDeed, origin: Origin | undefined): ActionData {
  return {
    action: 'case',
    what: deed.what,
    ...('after' in deed ? { after: `${deed.after}` } : {}),
    ...('case' in deed ? { case: deed.case } : {}),
    ...('step' in deed ? { step: deed.step, done: deed.done ? 'yes' : 'no' } : {}),
    ...(deed.what === 'join' ? { text: deed.text } : {}),
    ...(origin === undefined ? {} : drawn(origin)),
  };
}
