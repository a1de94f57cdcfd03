import { type Parsed, parsed, problem } from '../problem/parsed.js';

/**
 * The hosts that the bot's tokens and answers may go to. The address to answer at comes with every activity;
 * whoever could choose it freely would be sent the bot's token.
 */
export type ServiceHosts = readonly string[];

/** Without credentials there is no token to lose, but neither shall the server knock at doors for strangers. */
export const LOOPBACK_HOSTS: ServiceHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * An address of which every parser makes the same host: no user, nothing encoded, no letters of other alphabets,
 * no backslash.
 */
const PLAIN = /^https?:\/\/(?:[a-z0-9.-]+|\[::1\])(?::\d{1,5})?(?:\/[!-?A-[\]-~]*)?$/i;

function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Whether an address may be answered at: https at the usual port, or anything on this machine, at one of the hosts. */
export function isServiceAddress(address: string, hosts: ServiceHosts): boolean {
  if (!PLAIN.test(address) || !URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  const usual = protocol === 'https:' && port === '';
  return (usual || LOOPBACK_HOSTS.includes(hostname)) && hosts.some((pattern) => matches(hostname, pattern));
}

/** Reads SERVICE_HOSTS, entry by entry: further hosts to answer at, for channels that are not Microsoft's. Pure. */
export function parseServiceHosts(listed: readonly string[]): Parsed<ServiceHosts> {
  const wrong = listed.find((host) => !/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$|^localhost$/i.test(host));
  return wrong === undefined
    ? parsed(listed.map((host) => host.toLowerCase()))
    : problem(`SERVICE_HOSTS has "${wrong}", but every entry must be a host such as channel.example.com.`);
}
