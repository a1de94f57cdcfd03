import type { BotServer, Json } from '../../turn/bot-server.js';
import { isLine } from '../../turn/card-reader.js';
import type { ChannelCall } from '../../turn/connector-stub.js';

/** Where people talk to the bot in Teams, as Teams writes it. */
export const PLACES = {
  personal: { conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant' } },
  groupChat: { conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true } },
  team: {
    conversation: {
      id: '19:channel@thread.tacv2;messageid=1700000000000',
      conversationType: 'channel',
      isGroup: true,
    },
    channelData: { team: { id: '19:channel@thread.tacv2' }, channel: { id: '19:channel@thread.tacv2' } },
  },
} as const satisfies Record<string, Json>;

/** A place of somebody’s own, so that one test does not go on where another stopped. */
export function elsewhere(name: string): Json {
  return { conversation: { id: `a:${name}`, conversationType: 'personal' } };
}

/** A text as it arrives where the bot has to be mentioned. */
export function mentioning(text: string): Json {
  const mention = { type: 'mention', text: '<at>Advisor</at>', mentioned: { id: '28:bot', name: 'Advisor' } };
  return { text: `<at>Advisor</at> ${text}`, entities: [mention] };
}

/** What the bot sends for one activity. */
export async function sentFor(bot: BotServer, send: () => Promise<unknown>): Promise<readonly ChannelCall[]> {
  const before = bot.channel.calls.length;
  await send();
  // That an older card becomes a line is nothing that is sent to read.
  return bot.channel.calls.slice(before).filter(({ body }) => !isLine(body));
}

/** What people can read of a message, wherever it stands. */
export function readable({ text, summary }: Json): string {
  return [text, summary].filter((each) => typeof each === 'string').join('\n');
}
