import type { Activity } from 'botbuilder';
import type { PostToChannel } from '../../handover/teams-channel.js';
import { attached } from '../seam/channel.js';
import type { Connector } from './connector.js';

/**
 * Begins threads in Teams channels through Azure Bot Service.
 * @param appId the bot's own; the app has to be installed in the channel's team
 * @param serviceUrl where Teams takes messages from bots
 */
export function postToChannel(connector: Connector, appId: string, serviceUrl: string): PostToChannel {
  return (channel, { card, text }) => {
    const activity: Partial<Activity> = {
      type: 'message',
      summary: text,
      attachments: attached({ ...card }),
    };
    return connector.createConversationAsync(
      appId,
      'msteams',
      serviceUrl,
      connector.audience,
      {
        isGroup: true,
        channelData: { channel: { id: channel } },
        bot: { id: `28:${appId}`, name: '' },
        // botbuilder's type wants every field that any activity may have; the service fills them in.
        activity: activity as Activity,
      },
      // The thread is begun by the request itself; there is nothing to add in it.
      async () => undefined,
    );
  };
}
