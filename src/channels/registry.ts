import type { Channel } from './seam/channel.js';
import { teams } from './teams/teams.js';
import { webChat } from './webchat/web-chat.js';

/** By the id of the channel. */
export const CHANNELS: Readonly<Record<string, Channel>> = {
  msteams: teams,
  directline: webChat,
  webchat: webChat,
};

/** The channel of an activity. One we do not know gets what every Bot Framework client can use. */
export function channelFor(id: string): Channel {
  // Not a plain look-up: "constructor" is a property of every object.
  return (Object.hasOwn(CHANNELS, id) ? CHANNELS[id] : undefined) ?? webChat;
}
