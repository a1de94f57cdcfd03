/** The bot's own id on Direct Line; it never changes, because clients tell the bot's words by it. */
export const BOT_ID = 'multichannel-advisor';

/** The channel's id in every activity. */
export const CHANNEL_ID = 'directline';

/** Activities name a service to answer to; here the answer stays in the process. */
export const SERVICE_URL = 'urn:multichannel-advisor:directline';
