import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address without the port that some proxies write behind it, or undefined if it is none. */
function address(text: string): string | undefined {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isIP(bare) === 0 ? undefined : bare;
}

/**
 * One name for everybody who shares an address: the IPv4 address, however it is written, or the network of an IPv6
 * address, the first four groups of eight: whoever has one address has all of its network.
 */
function callerOf(ip: string): string {
  const parsed = ipaddr.process(ip);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

/**
 * Where a request comes from. Only the last hop of `X-Forwarded-For` is what our own proxy saw, and only if
 * there is one: everything else in it anybody could have written.
 */
export function callerAddress({ headers, socket }: Request, trustProxy: boolean): string {
  const forwarded = trustProxy ? headers['x-forwarded-for'] : undefined;
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return networkOf(address(last ?? '') ?? socket.remoteAddress);
}

/** The caller at the other end of a connection, whoever that is. */
export function networkOf(ip: string | undefined): string {
  return ip === undefined ? 'unknown' : callerOf(ip);
}
