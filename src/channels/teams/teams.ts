import type { Activity } from 'botbuilder';
import { attached, type Channel } from '../seam/channel.js';
import { lighter } from '../seam/lighter.js';
import { redrawn, withoutPage } from '../seam/redrawn.js';
import type { Speaker } from '../seam/speaker.js';

const LONGEST_NAME = 100;

/** In a group the answer is for who asked, and says so by mentioning them. */
function addressed({ group, user, name }: Speaker): Pick<Partial<Activity>, 'text' | 'entities'> {
  // Angle brackets in a display name would end the mention early, what Markdown is made of could be a link, and
  // control characters could turn it around; separators of lines are no control characters, and break lines.
  const shown = name
    .slice(0, LONGEST_NAME)
    .replace(/[<>&[\]{}`*_~\\\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .trim();
  if (!group || shown === '') return {};
  const text = `<at>${shown}</at>`;
  return { text, entities: [{ type: 'mention', text, mentioned: { id: user, name: shown } }] };
}

/** A list with more choices than this is not read through: Teams can filter it while one types. */
const READ_THROUGH = 20;

/**
 * A long list as one to be filtered. That style is Teams' own: the official schema does not have it, and Web Chat
 * draws it as a field that no label names.
 */
function filtering(object: object): object | undefined {
  const isLong = 'choices' in object && Array.isArray(object.choices) && object.choices.length > READ_THROUGH;
  return isLong ? { ...object, style: 'filtered' } : undefined;
}

/** So much of a message is shown in a notification and in the list of chats, at most. */
const NOTICED = 300;

/** The first lines of a text that are not more than that, or what fits of the very first: the card itself holds all of it. */
function noticed(text: string): string {
  if (text.length <= NOTICED) return text;
  const end = Math.max(text.lastIndexOf('\n', NOTICED), text.lastIndexOf(' ', NOTICED));
  return `${text.slice(0, end > 0 ? end : NOTICED).trimEnd()} …`;
}

/**
 * Microsoft Teams. Cards keep Action.Execute, so that a tapped card is replaced in place: every client that draws their
 * version knows it. The plain text is in the card, for a client that draws none; its beginning is the `summary`, for
 * notifications: as `text` it would be shown above the card.
 */
export const teams: Channel = {
  name: 'teams',
  replacesCards: true,
  tellsPage: false,
  cites: false,
  card: (card) => lighter(redrawn(card, (object) => withoutPage(object) ?? filtering(object))),
  activity({ card, text, asText, speak }, speaker) {
    const { text: mention, ...address } = addressed(speaker);
    if (asText && mention === undefined) return { type: 'message', text, textFormat: 'plain' };
    if (asText) {
      // A mention wants Markdown, in which a single line break is none.
      return { type: 'message', text: [mention, ...text.split('\n')].join('\n\n'), ...address };
    }
    return {
      type: 'message',
      summary: noticed(text),
      attachments: attached(card),
      ...(speak === undefined ? {} : { speak }),
      ...(mention === undefined ? {} : { text: mention }),
      ...address,
    };
  },
};
