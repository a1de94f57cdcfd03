import type { Logger } from 'pino';
import type { Config } from './config.js';

type AnnouncedSettings = Pick<Config, 'embedOrigins' | 'host' | 'identity'>;

/** What a setting opens that whoever runs the bot should know, wherever the log goes. */
export function warnOfSettings({ embedOrigins }: AnnouncedSettings, log: Logger): void {
  if (!embedOrigins.includes('*')) return;
  log.warn('EMBED_ORIGINS is *: every site may show and use this bot. In production that is refused.');
}

/** Tells the log where the page is, and who is believed. */
export function announce({ host, identity }: AnnouncedSettings, address: string, log: Logger): void {
  log.info({ address }, `Multi-channel Advisor is at ${address}`);
  if (identity !== undefined) return;
  log.warn(
    { host },
    'There are no credentials (MicrosoftAppId), so every caller is believed: ' +
      (host === '127.0.0.1'
        ? 'listening on the loopback interface only.'
        : `HOST opens this to ${host} on purpose.`),
  );
}
