import type { Activity } from 'botbuilder';
import { DeliveryError } from '../seam/delivery-error.js';
import type { Connector } from './connector.js';

/** Where a message goes that nobody asked for. */
export interface UnaskedTo {
  readonly serviceUrl: string;
  readonly conversation: string;
}

/** What became of it. */
export type Unasked =
  | { readonly kind: 'sent' }
  /** The bot was blocked or uninstalled, the conversation is gone, or its address is not one that the bot answers at. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'busy'; readonly wait: number | undefined }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What the channel says where nobody in the conversation takes messages of the bot. */
const NOBODY_THERE: ReadonlySet<number | undefined> = new Set([403, 404]);

/** Sends a message that nobody asked for. Never rejects. */
export async function sendUnasked(
  connector: Pick<Connector, 'mayAnswerAt' | 'sendTo'>,
  { serviceUrl, conversation }: UnaskedTo,
  activity: Partial<Activity>,
): Promise<Unasked> {
  // It was stored; what may be answered at may be another list since.
  if (!connector.mayAnswerAt(serviceUrl)) return { kind: 'refused' };
  try {
    await connector.sendTo(serviceUrl, conversation, activity);
    return { kind: 'sent' };
  } catch (error) {
    if (!(error instanceof DeliveryError)) return { kind: 'failed', error };
    if (NOBODY_THERE.has(error.statusCode)) return { kind: 'refused' };
    return error.statusCode === 429 ? { kind: 'busy', wait: error.wait } : { kind: 'failed', error };
  }
}
