import { isBefore, isOfInterview } from './desk.js';
import { staleness } from './interview/change.js';
import type { Origin } from './interview/state.js';
import type { Session } from './session.js';

/** What the writer of a line had before their eyes, where their client tells: the newest card, and where it was drawn. */
export interface Seen {
  /** The kind of screen: `question`, `forget`. */
  readonly kind: string;
  /** Undefined for a card that is nobody's own, such as the welcome. */
  readonly origin?: Origin | undefined;
}

/**
 * Whether a line was written before what is shown now was seen. "Yes" and "1" then mean something else, or nothing any
 * more. False where nobody tells.
 */
export function isLate({ conversation, desk }: Session, seen: Seen | undefined): seen is Seen {
  if (seen === undefined) return false;
  if (isBefore(seen.kind) && seen.kind !== desk.besides) return true;
  if (isOfInterview(seen.kind) && desk.besides !== undefined) return true;
  return staleness(conversation, seen.origin) !== undefined;
}
