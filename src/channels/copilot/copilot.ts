import type { Activity } from 'botbuilder';
import { attached, type Channel } from '../seam/channel.js';
import { lighter } from '../seam/lighter.js';
import { redrawn, submitting, withoutPage } from '../seam/redrawn.js';

type CitedPage = NonNullable<Parameters<Channel['activity']>[0]['cited']>['sources'][number];

/** What Teams and Microsoft 365 Copilot take of a citation: more is an error. */
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;

function atMost(text: string, most: number): string {
  const letters = [...text];
  return text.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .slice(0, most - 1)
        .trimEnd()}…`;
}

/** The sources of a text, by the number of their mark in it. Only what Copilot shows: no picture, no label, no card. */
function citing(sources: readonly CitedPage[]): NonNullable<Activity['entities']> {
  const citation = sources.map(({ title, url, about }, index) => ({
    '@type': 'Claim',
    position: index + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: atMost(title, LONGEST_NAME),
      url,
      abstract: atMost(about, LONGEST_ABSTRACT),
    },
  }));
  const message = {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
  };
  return [{ ...message, '@id': '', citation }];
}

/**
 * Microsoft 365 Copilot. Messages stay there as they were sent, so every tap is Action.Submit and is answered by a new
 * message; lists cannot be filtered. A text with its sources stands above the card. Where all answers to a question
 * can be suggested, they are, and there is no card: the client shows suggestions only of a message without one.
 */
export const copilot: Channel = {
  name: 'copilot',
  replacesCards: false,
  tellsPage: false,
  cites: true,
  card: (card) =>
    lighter(
      redrawn(card, (object) => {
        const instead = withoutPage(object);
        if (instead === undefined) return submitting(object);
        // What stands in may be tapped as well.
        return typeof instead === 'object' ? redrawn({ ...instead }, submitting) : instead;
      }),
    ),
  activity({ card, text, asText, cited, next = [] }, { user }) {
    if (asText) return { type: 'message', text, textFormat: 'plain' };
    if (next.length > 0) {
      const actions = next.map((answer) => ({ type: 'imBack', title: answer, value: answer }));
      return { type: 'message', text, textFormat: 'plain', suggestedActions: { to: [user], actions } };
    }
    return {
      type: 'message',
      attachments: attached(card),
      ...(cited !== undefined && { text: cited.text, textFormat: 'markdown' }),
      ...(cited !== undefined && cited.sources.length > 0 && { entities: citing(cited.sources) }),
    };
  },
};
