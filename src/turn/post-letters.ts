import type { Activity } from 'botbuilder';
import type { Logger } from 'pino';
import { letterMessage } from '../cards/letter.js';
import type { Letter, LetterEnd, Post } from '../cases/reminders/letters.js';
import { channelFor } from '../channels/registry.js';
import { isLanguageTag, LANGUAGES } from '../language/languages.js';

/** Where a letter goes, and what became of it. */
export type SendLetter = (
  to: { readonly serviceUrl: string; readonly conversation: string },
  activity: Partial<Activity>,
) => Promise<
  | { readonly kind: 'sent' | 'refused' }
  | { readonly kind: 'busy'; readonly wait: number | undefined }
  | { readonly kind: 'failed'; readonly error: unknown }
>;

/** A letter as a message of its channel, in the keeper's language. */
export function letterActivity({ name, kept, reason, reach }: Letter): Partial<Activity> {
  const { channel: id, bot, conversation, user, tenant } = reach.address;
  const language = LANGUAGES[isLanguageTag(reach.language) ? reach.language : 'en'];
  const channel = channelFor(id);
  const message = letterMessage(language, kept, reason);
  const speaker = { channel: id, conversation, user, name: '', group: false };
  return {
    ...channel.activity({ ...message, card: channel.card(message.card) }, speaker),
    // A channel that looks at it takes the same letter once.
    id: name,
    locale: language.tag,
    channelId: id,
    from: { id: bot, name: '' },
    recipient: { id: user, name: '' },
    conversation: {
      id: conversation,
      isGroup: false,
      conversationType: 'personal',
      name: '',
      tenantId: tenant ?? '',
    },
  };
}

/** How letters reach keepers; what goes wrong is in the log, and nothing of the letter. */
export function postLetters(send: SendLetter, log: Logger): Post {
  return async (letter): Promise<LetterEnd> => {
    const { serviceUrl, conversation } = letter.reach.address;
    const { kind: reason } = letter.reason;
    const sent = await send({ serviceUrl, conversation }, letterActivity(letter));
    switch (sent.kind) {
      case 'sent':
        log.info({ reason }, 'a keeper of a case was written to');
        return { kind: 'posted' };
      case 'refused':
        log.warn({ reason }, 'a keeper of a case can be written to no longer: the channel refuses it');
        return { kind: 'blocked' };
      case 'busy':
        return sent;
      case 'failed':
        log.error(
          { error: sent.error, reason },
          'a keeper of a case could not be written to; it is tried again',
        );
        return { kind: 'failed' };
    }
  };
}
