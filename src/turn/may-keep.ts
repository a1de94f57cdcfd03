import { isIssuedUser } from '../channels/seam/issued-user.js';
import type { Speaker } from '../channels/seam/speaker.js';

/**
 * Whether somebody can keep cases: where the channel knows who they are. In a browser that is whom the server gave an id that
 * nobody can wish for; other ids are a page's own, and whoever knows or guesses one would have the cases under it.
 */
export function mayKeep({ channel, user }: Pick<Speaker, 'channel' | 'user'>): boolean {
  return channel === 'msteams' || (channel === 'directline' && isIssuedUser(user));
}
