import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { callerAddress } from './caller.js';
import { FairShares } from './fair-shares.js';
import { gate } from './gate.js';
import { isProbe } from './probes.js';

/** So many requests are under way at once, from their headers to the end of their answers: each holds both. */
const MOST_UNDER_WAY = 512;

const COUNTED = new WeakMap<IncomingMessage, () => void>();

/**
 * Nobody keeps all others waiting by not sending what they have begun to send, or not taking what they are sent: when
 * too much is under way, the caller who has most of it loses what is oldest.
 */
export function shareRequests(server: Server, trustProxy: boolean, most: number = MOST_UNDER_WAY): void {
  const shares = new FairShares({ ofOne: Number.POSITIVE_INFINITY, ofAll: most });
  gate(server, (req, res) => {
    if (isProbe(req.url ?? '')) return false;
    const giveBack = shares.take(callerAddress(req, trustProxy), () => req.socket.destroy());
    if (giveBack === undefined) {
      res.setHeader('Retry-After', '1');
      const message = 'Too much is being done at once; try again in a second.';
      res.send(503, { error: { code: 'ServiceUnavailable', message } });
      return true;
    }
    COUNTED.set(req, giveBack);
    res.once('close', giveBack);
    return false;
  });
}

/** A channel with a good token speaks for many people from few addresses: what it sends is not counted any more. */
export function countNoMore(req: IncomingMessage): void {
  COUNTED.get(req)?.();
}
