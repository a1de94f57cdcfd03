import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ActivityLog } from './activity-log.js';
import { mayCall, type OriginOptions } from './origins.js';
import { streamConversation } from './paths.js';
import { Refusal } from './refusal.js';
import { createRelay, type Relay } from './relay.js';
import type { Tokens } from './tokens.js';
import { parseWatermark } from './watermark.js';

export interface StreamOptions extends OriginOptions {
  readonly log: ActivityLog;
  readonly tokens: Tokens;
  /** Told of defects, for the server's log. */
  readonly onError: (error: unknown) => void;
}

/** Clients send nothing but empty keep-alive frames. */
const MAX_FRAME_BYTES = 1024;
const KEEP_ALIVE_MS = 20_000;
/** A conversation is open in one window, and for a moment in another; nobody needs more than a few. */
const MAX_SOCKETS = 8;
/** So long a client may take for the last answer, and again for saying goodbye, in milliseconds. */
const LAST_WORDS_MS = 1000;
/** RFC 6455: the server goes away; the client is to come back. */
const GOING_AWAY = 1001;

/**
 * Serves the WebSocket side of Direct Line on the server's upgrades. The returned function ends every socket, after
 * what is to be sent on it has been.
 */
export function directLineStream(server: Server, options: StreamOptions): () => Promise<void> {
  const { log, tokens, onError } = options;
  /** How many sockets each conversation has open. */
  const open = new Map<string, number>();
  const relays = new Map<WebSocket, Relay>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const keepAlive = setInterval(() => {
    for (const socket of sockets.clients) if (socket.readyState === socket.OPEN) socket.send('');
  }, KEEP_ALIVE_MS);
  keepAlive.unref();
  let closed = false;

  /** The watermark the stream starts after. Rejects with `Refusal` when the URL is not one we gave out. */
  async function admit(req: IncomingMessage, url: URL, conversationId: string): Promise<number> {
    if (!mayCall(req.headers, options)) {
      throw new Refusal(403, 'BadOrigin', 'Pages of this origin may not use this bot.');
    }
    const claims = await tokens.verifyStream(url.searchParams.get('t') ?? undefined);
    if (claims.conversationId !== conversationId) {
      throw new Refusal(403, 'BadArgument', 'The token is for another conversation.');
    }
    const after = parseWatermark(url.searchParams.get('watermark')) ?? 0;
    if ((open.get(conversationId) ?? 0) >= MAX_SOCKETS) {
      throw new Refusal(429, 'TooManyRequests', 'This conversation is followed too often already.');
    }
    return after;
  }

  function count(conversationId: string, change: 1 | -1): void {
    const now = (open.get(conversationId) ?? 0) + change;
    if (now > 0) open.set(conversationId, now);
    else open.delete(conversationId);
  }

  function follow(socket: WebSocket, conversationId: string, after: number): void {
    const relay = createRelay(socket, log, conversationId, after, onError);
    const unsubscribe = log.subscribe(conversationId, relay.send);
    socket.on('error', () => socket.terminate());
    count(conversationId, 1);
    relays.set(socket, relay);
    socket.on('close', () => {
      unsubscribe();
      count(conversationId, -1);
      relays.delete(socket);
    });
    relay.send();
  }

  function onUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = parseUrl(req.url);
    const conversationId = url && streamConversation(url.pathname);
    if (url === undefined || conversationId === undefined) {
      if (!isHeardByOthers(server)) socket.destroy();
      return;
    }
    socket.on('error', () => socket.destroy());
    admit(req, url, conversationId).then(
      (after) => {
        if (closed) socket.destroy();
        else sockets.handleUpgrade(req, socket, head, (opened) => follow(opened, conversationId, after));
      },
      (error: unknown) => {
        if (!(error instanceof Refusal)) onError(error);
        refuse(socket, error instanceof Refusal ? error.status : 500);
      },
    );
  }

  server.on('upgrade', onUpgrade);
  return async () => {
    closed = true;
    clearInterval(keepAlive);
    server.off('upgrade', onUpgrade);
    await Promise.all([...relays].map(([socket, relay]) => farewell(socket, relay)));
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** Waits for something, but not for long. */
async function shortly(what: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LAST_WORDS_MS);
  });
  await Promise.race([what, late]).finally(() => clearTimeout(timer));
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

function parseUrl(target = ''): URL | undefined {
  const url = `http://host${target}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
