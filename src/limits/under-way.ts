import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import { callerAddress } from './caller.js';
import { FairShares } from './fair-shares.js';

/** So many requests are under way at once, from their headers to the end of their answers: each holds both. */
export const MOST_UNDER_WAY = 512;

/** The answers of probes must not depend on what others do. */
const APART = /^\/(?:health|ready)$/;

const COUNTED = new WeakMap<IncomingMessage, () => void>();

/**
 * Nobody keeps all others waiting by not sending what they have begun to send, or not taking what they are sent: when
 * too much is under way, the caller who has most of it loses what is oldest. Call it before listening.
 */
export function shareRequests(server: Server, trustProxy: boolean, most: number = MOST_UNDER_WAY): void {
  const shares = new FairShares({ ofOne: Number.POSITIVE_INFINITY, ofAll: most });
  server.server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => {
    if (APART.test(req.url ?? '')) return;
    const giveBack = shares.take(callerAddress(req, trustProxy), () => req.socket.destroy());
    if (giveBack === undefined) {
      req.socket.destroy();
      return;
    }
    COUNTED.set(req, giveBack);
    res.once('close', giveBack);
  });
}

/** A channel with a good token speaks for many people from few addresses: what it sends is not counted any more. */
export function countNoMore(req: IncomingMessage): void {
  COUNTED.get(req)?.();
}
