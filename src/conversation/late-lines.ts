import { labelled } from '../language/gate/plain-answers.js';
import { plainCountries } from '../language/gate/plain-countries.js';
import { askedBy, nearly } from './answer-turns.js';
import { isBare } from './bare-lines.js';
import { view } from './interview/viewed.js';
import { opensReceipt } from './receipt-turns.js';
import { stay } from './screens.js';
import type { Seen } from './seen.js';
import type { Session, Turn } from './session.js';

/** Whether the line was written while the same subscription of the same customer was talked about. */
function isOfInterview({ conversation }: Session, { origin }: Seen): boolean {
  return origin?.key === conversation.key && origin.interview === conversation.interview;
}

/** Whether a line counts without being shown first, or puts something else in the place of what is answered. */
function counts(session: Session, text: string): boolean {
  const asked = askedBy(view(session.conversation));
  const isCountry = asked?.fact === 'region' && plainCountries(text, session.language) !== undefined;
  return isBare(session, text) || isCountry || opensReceipt(session, text);
}

/**
 * What a line does that was written before its writer had seen what is shown now: nothing that they could not know of. An
 * option by its own name, which other questions and other customers have as well, is shown before it counts. Undefined for
 * all that is shown first anyway, or is looked at by what it does.
 */
export function lateLine(session: Session, text: string, seen: Seen): Turn | undefined {
  const asked = askedBy(view(session.conversation));
  const named = asked && labelled(text, asked);
  if (asked !== undefined && named !== undefined && isOfInterview(session, seen))
    return nearly(session, asked.fact, named, text);
  return named !== undefined || counts(session, text) ? stay(session, { kind: 'stale' }) : undefined;
}
