import { stays } from '../policy/facts.js';
import { answerOf, type Conversation, type Granted } from './interview/state.js';
import { deciding, pairOf, partnerCountry } from './interview/whereabouts.js';
import type { Session, Surroundings } from './session.js';

/**
 * What is known of the asker after a step of the interview. Only what they said in it: whoever sends a receipt around must
 * not say of everybody who opens it what kind of partner they are.
 */
export function askerAfter(known: Granted, before: Conversation, { answers }: Conversation): Granted {
  const said = answers.filter(
    ([fact, value]) => stays(fact) && value !== 'unknown' && answerOf(before, fact) !== value,
  );
  return said.length === 0 ? known : [...new Map([...known, ...said])];
}

/** The country that somebody said in an interview to be their own, and saw; not what is still to be confirmed. */
function homeSaid(conversation: Conversation): string | undefined {
  const { places } = conversation;
  if (places === undefined || places.lastTime) return undefined;
  const shown =
    pairOf(places) === undefined || deciding(places, answerOf(conversation, 'region')) !== undefined;
  return shown ? partnerCountry(places) : undefined;
}

/** The country of the asker's own tenant after a step of the interview. */
export function homeAfter(
  known: string | undefined,
  before: Conversation,
  after: Conversation,
): string | undefined {
  const said = homeSaid(after);
  return said === undefined || said === homeSaid(before) ? known : said;
}

/** What an interview need not ask: the cloud that the reader's Teams says, and what is known of the asker. */
export function grantedIn({ cloud }: Surroundings, asker: Granted): Granted {
  return cloud === undefined ? asker : [['cloud', cloud], ...asker];
}

/** The same for the next customer of a session. What a receipt said of an asker may be of another one. */
export function grantedNext({ around, asker = [] }: Session): Granted {
  return grantedIn(around, asker);
}
