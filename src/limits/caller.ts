import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

/** An address without the port that some proxies write behind it, or undefined if it is none. */
function address(text: string): string | undefined {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isIP(bare) === 0 ? undefined : bare;
}

/** The name of everybody whose address cannot be told: they share one bound. */
const UNKNOWN = 'unknown';
/** Which of our own network cards a neighbour was heard on: "fe80::1%eth0-1". It is no part of who that is. */
const ZONE = /%.*$/s;

/**
 * One name for everybody who shares an address: the IPv4 address, however it is written, or the network of an IPv6
 * address, the first four groups of eight: whoever has one address has all of its network.
 */
function callerOf(ip: string): string {
  const bare = ip.replace(ZONE, '');
  if (!ipaddr.isValid(bare)) return UNKNOWN;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/**
 * What our own proxy wrote into a header such as `X-Forwarded-For`: the last of its entries. Everything before it anybody
 * could have written. Undefined where it wrote nothing.
 */
export function lastHop(header: string | readonly string[] | undefined): string | undefined {
  const last = String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last === '' ? undefined : last;
}

/** Whoever calls calls again, and each call is counted in several places: to read an address takes longer than they do. */
const CALLERS = new LRUCache<string, string>({ max: 1000, memoMethod: callerOf });

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Where a request comes from: as our own proxy saw it, if there is one. */
export function callerAddress({ headers, socket }: Request, trustProxy: boolean): string {
  const forwarded = trustProxy ? lastHop(headers['x-forwarded-for']) : undefined;
  return networkOf(address(forwarded ?? '') ?? socket.remoteAddress);
}

/** The caller at the other end of a connection, whoever that is. */
export function networkOf(ip: string | undefined): string {
  return ip === undefined ? UNKNOWN : CALLERS.memo(ip);
}
