import type { Activity } from 'botbuilder';
import { isZone, USUAL_HOUR } from '../cases/own-hour.js';
import type { KeeperReach } from '../cases/reminders/reach.js';
import type { LanguageTag } from '../language/languages.js';

/** Channels that take messages which nobody asked for. */
const REACHING: ReadonlySet<string | undefined> = new Set(['msteams']);

/**
 * How whoever sent an activity is written to later; undefined where they cannot be, or where others would read it. Teams says in
 * which time zone they are.
 */
export function reachFrom(
  { channelId, serviceUrl, conversation, from, recipient, localTimezone }: Partial<Activity>,
  language: LanguageTag,
): Omit<KeeperReach, 'month'> | undefined {
  if (!REACHING.has(channelId) || conversation?.isGroup === true) return undefined;
  const ids = [serviceUrl, conversation?.id, from?.id, recipient?.id];
  if (!ids.every((id) => typeof id === 'string' && id !== '')) return undefined;
  const [url = '', id = '', user = '', bot = ''] = ids;
  const tenant = conversation?.tenantId;
  const named = typeof tenant === 'string' && tenant !== '' ? { tenant } : {};
  const address = { channel: channelId ?? '', serviceUrl: url, conversation: id, bot, user, ...named };
  return { address, language, zone: isZone(localTimezone) ? localTimezone : 'UTC', hour: USUAL_HOUR };
}
