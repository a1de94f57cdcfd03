import type { Config } from './config.js';

/** Where what was started can be reached. */
interface Addresses {
  readonly address: string;
  /** Where the counts are, if they are shown. */
  readonly metricsAddress: string | undefined;
}

/** Who can reach it, and who is believed. */
function reach({ host, identity }: Pick<Config, 'host' | 'identity'>): string {
  if (identity !== undefined) return 'It has credentials, and believes only the channels that they are for.';
  return host === '127.0.0.1'
    ? 'This is a trial on this machine only: without credentials (MicrosoftAppId) nobody else can reach it.'
    : `This is a trial without credentials (MicrosoftAppId), and HOST opens it to ${host}: every caller is believed.`;
}

/**
 * What a person at a terminal is told in place of the log's first lines. In English, as the log and the settings are:
 * only whoever runs the bot sees it.
 */
export function greeting(
  config: Pick<Config, 'host' | 'identity'>,
  { address, metricsAddress }: Addresses,
): string {
  return [
    `The Multi-channel Advisor is ready: ${address}`,
    ...(metricsAddress === undefined ? [] : [`Its counts are at ${metricsAddress}`]),
    reach(config),
    'To stop it, press Ctrl+C.',
  ]
    .map((line) => `${line}\n`)
    .join('');
}
