import { type HandOver, HandOverError } from './hand-over.js';

/** What begins a thread: the card, and the same in plain words for notifications. */
export interface ChannelPost {
  readonly card: object;
  readonly text: string;
}

/** Begins a thread in a Teams channel, named by its id `19:…@thread.tacv2`. Rejects with whatever went wrong. */
export type PostToChannel = (channel: string, post: ChannelPost) => Promise<void>;

/** Errors of the connector carry whole requests, tokens included: only the status is passed on. */
function told(error: unknown): HandOverError {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return new HandOverError(
    typeof status === 'number'
      ? `Teams answered ${status}: add the app to the team that HANDOFF_TEAMS_CHANNEL is in, and look whether that is the channel’s id.`
      : 'The case could not be posted to HANDOFF_TEAMS_CHANNEL: look whether HANDOFF_TEAMS_SERVICE_URL can be reached, and whether the app’s secret still holds.',
  );
}

/** Posts each case as a thread of its own into one Teams channel. */
export function teamsChannel(channel: string, post: PostToChannel): HandOver {
  return {
    async send({ card, text }) {
      try {
        await post(channel, { card, text });
      } catch (error) {
        throw told(error);
      }
    },
  };
}
