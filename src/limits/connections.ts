import type { Socket } from 'node:net';
import type { Server } from 'restify';
import { limitAhead } from './ahead.js';
import { networkOf } from './caller.js';
import { withinDescriptors } from './descriptors.js';
import { type FairLimits, FairShares } from './fair-shares.js';
import { gate } from './gate.js';
import { isReturned } from './offers.js';
import { type AnswerLimits, endUnread } from './unread.js';

/** How long and how much a connection may take; times in milliseconds. */
export interface ConnectionLimits extends AnswerLimits {
  /** Until all headers have come, counted from the connection or from the end of the request before. */
  readonly headersTimeout: number;
  /** Until the whole request has come. */
  readonly requestTimeout: number;
  /** How long a connection is kept for another request; longer than proxies keep theirs, which would lose some. */
  readonly keepAliveTimeout: number;
  readonly maxHeaderBytes: number;
  readonly maxHeaders: number;
  /** Sockets of Direct Line included; fewer where the process may not open so many files. Beyond that whoever has most of them loses one to whoever has fewer. */
  readonly maxConnections: number;
  /** Of one address. Behind a proxy all come from the proxy's: `Infinity`. */
  readonly maxConnectionsOfAddress: number;
  readonly maxRequestsPerSocket: number;
  /** How many may be unanswered on one connection, or come on it at once. */
  readonly maxRequestsAhead: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  checkInterval: 5_000,
  maxHeaderBytes: 16 * 1024,
  maxHeaders: 100,
  answerTimeout: 30_000,
  slowestBytes: 4 * 1024,
  maxConnections: 2_000,
  maxConnectionsOfAddress: 256,
  maxRequestsPerSocket: 10_000,
  maxRequestsAhead: 16,
};

/** What Node reads when the server begins to listen and does not declare: otherwise only `http.createServer` sets it. */
interface UndeclaredLimits {
  connectionsCheckingInterval: number;
  maxHeaderSize: number;
}

/** Against those who send slowly, endlessly or far too much, before any route is asked. Call it before listening. */
export function limitConnections(server: Server, given: Partial<ConnectionLimits> = {}): void {
  const limits = { ...CONNECTION_LIMITS, ...given };
  const http = server.server as typeof server.server & UndeclaredLimits;
  http.headersTimeout = limits.headersTimeout;
  http.requestTimeout = limits.requestTimeout;
  http.keepAliveTimeout = limits.keepAliveTimeout;
  http.maxRequestsPerSocket = limits.maxRequestsPerSocket;
  http.connectionsCheckingInterval = limits.checkInterval;
  http.maxHeaderSize = limits.maxHeaderBytes;
  // Node drops what comes beyond this without a word: one more than allowed, so that it can be noticed.
  http.maxHeadersCount = limits.maxHeaders + 1;
  limitAhead(http, limits.maxRequestsAhead);
  const ofAll = withinDescriptors(limits.maxConnections);
  shareConnections(server, { ofOne: limits.maxConnectionsOfAddress, ofAll });
  endUnread(http, limits);
  gate(server, (req, res) => {
    if (req.rawHeaders.length / 2 <= limits.maxHeaders) return false;
    const message = `The request has more than ${limits.maxHeaders} headers.`;
    res.send(431, { error: { code: 'RequestHeaderFieldsTooLarge', message } });
    return true;
  });
}

/** Nobody takes all connections there are: what is beyond an address's share ends before anything is read from it. */
function shareConnections(server: Server, limits: FairLimits): void {
  const shares = new FairShares(limits);
  server.server.prependListener('connection', (socket: Socket) => {
    if (isReturned(socket)) return;
    const giveBack = shares.take(networkOf(socket.remoteAddress), () => socket.destroy());
    if (giveBack === undefined) socket.destroy();
    else socket.once('close', giveBack);
  });
}
