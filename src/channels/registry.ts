import { copilot } from './copilot/copilot.js';
import type { Channel } from './seam/channel.js';
import type { Speaker } from './seam/speaker.js';
import { teams } from './teams/teams.js';
import { webChat } from './webchat/web-chat.js';

/** By the id of the channel, and of where it is used, if that is not its own client. */
export const CHANNELS: Readonly<Record<string, Channel>> = {
  msteams: teams,
  'msteams:copilot': copilot,
  directline: webChat,
  webchat: webChat,
};

/** How somebody gets their messages. */
export function channelOf({ channel, host }: Pick<Speaker, 'channel' | 'host'>): Channel {
  return channelFor(host === undefined ? channel : `${channel}:${host}`);
}

/** The channel of an activity. One we do not know gets what every Bot Framework client can use. */
export function channelFor(id: string): Channel {
  // Not a plain look-up: "constructor" is a property of every object.
  return (Object.hasOwn(CHANNELS, id) ? CHANNELS[id] : undefined) ?? webChat;
}
