/** The last card of this tab: after a reload it is there before anything that draws cards is. */
import { keepIn } from './keep.js';

const tab = keepIn('sessionStorage');
const SHOWN = 'advisor.shown';

/** @param activity what the bot said last; one without a card leaves nothing to show */
export function keepShown(activity) {
  const card = activity?.attachments?.find(({ content }) => content?.type === 'AdaptiveCard')?.content;
  if (card === undefined) tab.remove(SHOWN);
  else tab.set(SHOWN, JSON.stringify({ card, locale: activity.locale }));
}

/** The card and its language; undefined where there is none, or something else has written there. */
export function keptShown() {
  try {
    const { card, locale } = JSON.parse(tab.get(SHOWN) ?? '{}');
    return card?.type === 'AdaptiveCard' && Array.isArray(card.body) ? { card, locale } : undefined;
  } catch {
    return undefined;
  }
}

export const forgetShown = () => tab.remove(SHOWN);
