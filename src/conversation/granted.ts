import { type Answer, type FactId, stays } from '../policy/facts.js';
import type { Granted } from './interview/state.js';
import type { Session, Surroundings } from './session.js';

/** What of the answers is the asker's own, and holds for the next customer as well. */
export function askerIn(answers: Granted): Granted {
  return answers.filter(([fact, value]) => stays(fact) && value !== 'unknown');
}

/** What an interview need not ask: the cloud that the reader's Teams says, and what is known of the asker. */
export function grantedIn({ cloud }: Surroundings, asker: Granted): Granted {
  return cloud === undefined ? asker : [['cloud', cloud], ...asker];
}

/** The same for the next customer of a session: what was said last about the asker holds. */
export function grantedNext({ around, asker = [], conversation }: Session): Granted {
  const known = new Map<FactId, Answer>([...asker, ...askerIn(conversation.answers)]);
  return grantedIn(around, [...known]);
}
