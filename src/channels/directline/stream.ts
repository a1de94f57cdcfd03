import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';
import { withTimeout } from '../../async/with-timeout.js';
import { callerAddress } from '../../limits/caller.js';
import { FairShares } from '../../limits/fair-shares.js';
import { isMisdirected } from '../../limits/loopback.js';
import { handOverOnly, ignoreOffer } from '../../limits/offers.js';
import { Shares } from '../../limits/shares.js';
import { takeAll } from '../../limits/too-many.js';
import { type CallLimits, personOf } from './callers/call-limits.js';
import { mayCall, type OriginOptions } from './callers/origins.js';
import type { ActivityLog } from './log/activity-log.js';
import { isHandshake } from './protocol/handshake.js';
import { streamConversation } from './protocol/paths.js';
import { Refusal } from './protocol/refusal.js';
import { parseWatermark } from './protocol/watermark.js';
import { createRelay, type Relay } from './relay.js';
import type { Claims, Tokens } from './tokens/tokens.js';

export interface StreamOptions extends OriginOptions {
  readonly log: ActivityLog;
  readonly tokens: Tokens;
  /** How long streams may take and how many there may be, in place of the usual, for tests. */
  readonly streams?: Partial<StreamLimits>;
  /** How often a caller may open one, and how fast they are read to; without it, as often and as fast as they like. */
  readonly limits?: Pick<CallLimits, 'calls' | 'ofAddress' | 'replayed'>;
  /** Told of defects, for the server's log. */
  readonly onError: (error: unknown) => void;
}

export interface StreamLimits {
  /** Of one address. Behind one there may be a whole company; `Infinity` is no limit. */
  readonly ofAddress: number;
  /** Of all. Beyond that whoever has most of them loses one to whoever has fewer. */
  readonly ofAll: number;
  /** Of one conversation: it is open in one window, and for a moment in another; nobody needs more than a few. */
  readonly ofConversation: number;
  /** How often a client is asked whether it is still there, in milliseconds; the second time without an answer ends it. */
  readonly pingInterval: number;
  /** So long a client may take to read a page, in milliseconds. */
  readonly readTimeout: number;
  /** So many pages are held at once that clients have not taken; shared like streams. */
  readonly pages: number;
}

export const STREAM_LIMITS: StreamLimits = {
  ofAddress: 128,
  ofAll: 1200,
  ofConversation: 8,
  pingInterval: 20_000,
  readTimeout: 20_000,
  pages: 256,
};

/** What somebody follows, and from where. */
interface Followed {
  readonly caller: string;
  readonly conversationId: string;
  /** The watermark to begin after. */
  readonly after: number;
}

/** Clients send nothing but empty keep-alive frames. */
const MAX_FRAME_BYTES = 1024;
/** So many between two times that a client is asked whether it is there: each is work, and a ping wants an answer. */
const MAX_FRAMES = 200;
/** So many bytes in the same time: nobody tells of pieces of frames without anything in them, and those are work too. */
const MAX_RECEIVED_BYTES = 64 * 1024;
/** So long a client may take for the last answer, and again for saying goodbye, in milliseconds. */
const LAST_WORDS_MS = 1000;
/** RFC 6455: the server goes away; the client is to come back. */
const GOING_AWAY = 1001;

/**
 * Serves the WebSocket side of Direct Line on the server's upgrades. The returned function ends every socket, after
 * what is to be sent on it has been.
 */
export function directLineStream(server: Server, options: StreamOptions): () => Promise<void> {
  const { log, tokens, trustProxy, onError } = options;
  const limits = { ...STREAM_LIMITS, ...options.streams };
  const ofConversations = new Shares(limits.ofConversation);
  const ofAddresses = new FairShares({ ofOne: limits.ofAddress, ofAll: limits.ofAll });
  const pages = new FairShares({ ofOne: Number.POSITIVE_INFINITY, ofAll: limits.pages });
  const relays = new Map<WebSocket, Relay>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    autoPong: false,
  });
  /** Who has not answered since they were last asked. */
  const silent = new WeakSet<WebSocket>();
  /** How many frames each has sent since then. */
  const frames = new WeakMap<WebSocket, number>();
  /** And how many bytes. */
  const received = new WeakMap<WebSocket, number>();
  const keepAlive = setInterval(() => {
    for (const socket of sockets.clients) {
      if (socket.readyState !== socket.OPEN) continue;
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      frames.delete(socket);
      received.delete(socket);
      // Pages cannot see a ping; to clients an empty frame is a sign of life.
      socket.ping();
      socket.send('');
    }
  }, limits.pingInterval);
  keepAlive.unref();
  let closed = false;

  /** Counts an opening like every other call: each is work, and a page of the transcript. Rejects with `Refusal`. */
  async function count(which: 'calls' | 'ofAddress', caller: string): Promise<void> {
    const limit = options.limits?.[which];
    if (limit === undefined || (await takeAll([{ limit, caller }])) === undefined) return;
    throw new Refusal(429, 'TooManyRequests', 'Too many streams are opened.');
  }

  async function claimsOf(req: IncomingMessage, url: URL, conversationId: string): Promise<Claims> {
    if (!mayCall(req.headers, options)) {
      throw new Refusal(403, 'BadOrigin', 'Pages of this origin may not use this bot.');
    }
    const claims = await tokens.verifyStream(url.searchParams.get('t') ?? undefined);
    if (claims.conversationId === conversationId) return claims;
    throw new Refusal(403, 'BadArgument', 'The token is for another conversation.');
  }

  /** The watermark the stream starts after. Rejects with `Refusal` when the URL is not one we gave out. */
  async function admit(req: IncomingMessage, url: URL, conversationId: string): Promise<number> {
    await count('ofAddress', `address ${callerAddress(req, trustProxy)}`);
    await count('calls', personOf(await claimsOf(req, url, conversationId)));
    return parseWatermark(url.searchParams.get('watermark')) ?? 0;
  }

  /** Resolves when the caller may be sent one more page of what was said before. */
  async function pace(caller: string): Promise<void> {
    const { limits: given } = options;
    if (given === undefined) return;
    const counted = [{ limit: given.replayed, caller: `address ${caller}` }];
    for (;;) {
      const seconds = await takeAll(counted);
      if (seconds === undefined) return;
      await pause(seconds * 1000, undefined, { ref: false });
    }
  }

  /** Makes room for one more; the returned function gives it back. Throws `Refusal`. */
  function share(caller: string, conversationId: string, socket: Duplex): () => void {
    const leaveConversation = ofConversations.take(conversationId);
    if (leaveConversation === undefined) {
      throw new Refusal(429, 'TooManyRequests', 'This conversation is followed too often already.');
    }
    const leaveAddress = ofAddresses.take(caller, () => socket.destroy());
    if (leaveAddress !== undefined) {
      return () => {
        leaveConversation();
        leaveAddress();
      };
    }
    leaveConversation();
    throw new Refusal(429, 'TooManyRequests', 'From this address too much is followed already.');
  }

  /** Ends a socket on which more is received than anybody needs to send. */
  function bound(socket: WebSocket, connection: Duplex): void {
    const tooMuch = (counts: WeakMap<WebSocket, number>, more: number, most: number): void => {
      const count = (counts.get(socket) ?? 0) + more;
      counts.set(socket, count);
      if (count > most) socket.terminate();
    };
    const frame = (): void => tooMuch(frames, 1, MAX_FRAMES);
    connection.on('data', (chunk: Buffer) => tooMuch(received, chunk.length, MAX_RECEIVED_BYTES));
    socket.on('message', frame);
    socket.on('ping', frame);
    socket.on('pong', frame);
  }

  function follow(socket: WebSocket, connection: Duplex, { caller, conversationId, after }: Followed): void {
    const { readTimeout } = limits;
    const hold = (): (() => void) | undefined => pages.take(caller, () => socket.terminate());
    const relay = createRelay({
      socket,
      log,
      conversationId,
      after,
      readTimeout,
      hold,
      pace: () => pace(caller),
      onError,
    });
    const unsubscribe = log.subscribe(conversationId, relay.send);
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => silent.delete(socket));
    bound(socket, connection);
    socket.on('ping', (data: Buffer) => {
      if (socket.readyState === socket.OPEN) socket.pong(data);
    });
    relays.set(socket, relay);
    socket.on('close', () => {
      unsubscribe();
      relays.delete(socket);
    });
    relay.send();
  }

  /** Whatever else is offered is read like any other request, and refused as one. */
  function isForUs(req: IncomingMessage): boolean {
    return isHandshake(req) && !isMisdirected(server, req.headers.host);
  }

  function onUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = parseUrl(req.url);
    const conversationId = url && streamConversation(url.pathname);
    if (url === undefined || conversationId === undefined || !isForUs(req)) {
      if (!isHeardByOthers(server)) ignoreOffer(server.server, req, socket, head);
      return;
    }
    socket.on('error', () => socket.destroy());
    admit(req, url, conversationId)
      .then((after) => {
        if (closed || socket.destroyed) {
          socket.destroy();
          return;
        }
        const caller = callerAddress(req, trustProxy);
        socket.once('close', share(caller, conversationId, socket));
        const followed = { caller, conversationId, after };
        sockets.handleUpgrade(req, socket, head, (opened) => follow(opened, socket, followed));
      })
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) onError(error);
        refuse(socket, error instanceof Refusal ? error.status : 500);
      });
  }

  handOverOnly(server.server, (req) => (isStream(req) && isForUs(req)) || isHeardByOthers(server));
  server.on('upgrade', onUpgrade);
  return async () => {
    closed = true;
    clearInterval(keepAlive);
    await Promise.all([...relays].map(([socket, relay]) => farewell(socket, relay)));
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** Waits for something, but not for long. */
async function shortly(what: Promise<unknown>): Promise<void> {
  await withTimeout(what, LAST_WORDS_MS, () => undefined);
}

async function farewell(socket: WebSocket, relay: Relay): Promise<void> {
  await shortly(relay.sent());
  const gone = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  if (socket.readyState === socket.CLOSED) return;
  socket.close(GOING_AWAY);
  await shortly(gone);
}

/** Whether somebody else may answer an upgrade; restify's own listener only passes it on. */
function isHeardByOthers(server: Server): boolean {
  return server.listenerCount('upgrade') > 1 || server.server.listenerCount('upgrade') > 1;
}

function isStream(req: IncomingMessage): boolean {
  const url = parseUrl(req.url);
  return url !== undefined && streamConversation(url.pathname) !== undefined;
}

function parseUrl(target = ''): URL | undefined {
  const url = `http://host${target}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

function refuse(socket: Duplex, status: number): void {
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  // Not left half open for as long as the client likes.
  socket.end(head, () => socket.destroy());
}
