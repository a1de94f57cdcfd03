import { askCustomerData, plainData } from '../conversation/action.js';
import type { Origin } from '../conversation/interview/state.js';
import type { Language } from '../language/language.js';
import { printAddress } from '../receipt/link.js';
import type { Button } from './rows.js';

/** What can be carried away from an answer. */
export interface TakeAlong {
  readonly note: Button;
  readonly letter: Button;
  readonly share: Button & { readonly data: { readonly receipt: string } };
  readonly print: Button & { readonly data: { readonly receipt: string } };
  /** Where a browser prints it, for clients that cannot; empty where nobody knows the address of the bot. */
  readonly page: string;
}

/** How many things there are. */
export const THINGS_TO_TAKE = 4;

/**
 * @param receipt of the answer, or of the whole customer
 * @param address where browsers reach the bot, if that is known
 */
export function takeAlong(
  language: Language,
  receipt: string,
  origin: Origin,
  address: string | undefined,
): TakeAlong {
  return {
    note: { title: language.say('call.ticket'), data: plainData('ticket', origin) },
    letter: { title: language.say('ui.askCustomer'), data: askCustomerData(undefined, origin) },
    // A page around the chat does itself what `page` says; elsewhere the bot shows where the link is.
    share: {
      title: language.say('ui.share'),
      data: { ...plainData('share', origin), page: 'share', receipt },
    },
    print: {
      title: language.say('ui.print'),
      data: { ...plainData('share', origin), page: 'print', receipt },
    },
    page: address === undefined ? '' : printAddress(address, receipt),
  };
}
