import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4 } from 'node:net';

/** An address without the port that some proxies write behind it, or undefined if it is none. */
function address(text: string): string | undefined {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isIP(bare) === 0 ? undefined : bare;
}

/** The four groups that name a network: whoever has one IPv6 address has all of its network. */
function network(ipv6: string): string {
  const [head = '', tail] = ipv6.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const before = typeof head === 'string' ? [] : head;
  const missing = tail === undefined ? 0 : 8 - before.length - tail.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(tail ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** One name for everybody who shares an address: the IPv4 address, or the network of an IPv6 address. */
function callerOf(ip: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(ip)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  return isIPv4(ip) ? ip : `${network(ip.split('%')[0] ?? ip)}::/64`;
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
  const ip = address(last ?? '') ?? socket.remoteAddress;
  return ip === undefined ? 'unknown' : callerOf(ip);
}
