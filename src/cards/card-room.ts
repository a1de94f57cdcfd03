import type { Language } from '../language/language.js';
import type { Message } from './message.js';

/** How a card about several subscriptions stays as short as a message may be. */

/** So many letters of JSON: a message has at most 80 KB, in UTF-16. */
const LONGEST_CARD = 39_000;

/** As many as there is room for, in letters, and that there are more. */
export function shortly(
  language: Language,
  all: readonly { readonly text: string }[],
  room: number,
): readonly { readonly text: string }[] {
  let left = room;
  const some = all.filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
  const count = all.length - some.length;
  return count === 0 ? all : [...some, { text: language.say('case.more', { count }) }];
}

/** The first that fits, or the last. @param extents how much there may be on the card, the most first */
export function firstThatFits<Extent>(
  extents: readonly [Extent, ...Extent[]],
  make: (extent: Extent) => Message,
): Message {
  const [most, ...less] = extents;
  let message = make(most);
  for (const extent of less) {
    if (JSON.stringify(message.card).length <= LONGEST_CARD) break;
    message = make(extent);
  }
  return message;
}
