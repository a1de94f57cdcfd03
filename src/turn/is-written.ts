import type { Speaker } from '../channels/seam/speaker.js';

/** Whether somebody is written to where they are without having asked: nobody is in Microsoft 365 Copilot, nor in a group. */
export function isWritten({ channel, host, group }: Pick<Speaker, 'channel' | 'host' | 'group'>): boolean {
  return channel === 'msteams' && host === undefined && !group;
}
