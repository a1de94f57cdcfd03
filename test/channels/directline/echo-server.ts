import type { AddressInfo, Socket } from 'node:net';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import restify from 'restify';
import { DirectLineAdapter } from '../../../src/channels/directline/adapter.js';
import type { CallLimits } from '../../../src/channels/directline/callers/call-limits.js';
import { directLineRoutes } from '../../../src/channels/directline/direct-line-routes.js';
import type { ActivityLog } from '../../../src/channels/directline/log/activity-log.js';
import { memoryLog } from '../../../src/channels/directline/log/memory-log.js';
import type { StreamLimits } from '../../../src/channels/directline/stream.js';
import { createTokens, type Tokens } from '../../../src/channels/directline/tokens/tokens.js';
import { memoryStore } from '../../../src/storage/memory.js';
import type { Store } from '../../../src/storage/store.js';

export interface EchoServer {
  /** Such as `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** The address of Direct Line on it. */
  readonly domain: string;
  readonly tokens: Tokens;
  readonly log: ActivityLog;
  readonly restify: restify.Server;
  /** What the server's operator was told. */
  readonly errors: unknown[];
  /** The activities the bot got, in order. */
  readonly received: TurnContext['activity'][];
  /** Milliseconds the server's clock is ahead. */
  clockAheadMs: number;
  /** Breaks every connection, as a network would. */
  dropConnections(): void;
  close(): Promise<void>;
}

export interface EchoServerOptions {
  readonly store?: Store;
  readonly log?: ActivityLog;
  readonly allowedOrigins?: readonly string[];
  readonly trustProxy?: boolean;
  readonly streams?: Partial<StreamLimits>;
  readonly limits?: CallLimits;
  readonly track?: <T>(begun: Promise<T>) => Promise<T>;
  /** Replaces the bot that greets, echoes, and fails when told "fail". */
  readonly logic?: (context: TurnContext) => Promise<void>;
}

export const SECRET_DETAIL = 'detail nobody outside should see';

async function echo(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === ActivityTypes.ConversationUpdate) {
    await context.sendActivity(`hello ${activity.locale ?? 'without locale'}`);
  }
  if (activity.type !== ActivityTypes.Message) return;
  if (activity.text === 'fail') throw new Error(SECRET_DETAIL);
  await context.sendActivities([{ type: 'typing' }, { type: 'message', text: `echo: ${activity.text}` }]);
}

/** A server on a free port with a tiny bot behind Direct Line. */
export async function startEchoServer(options: EchoServerOptions = {}): Promise<EchoServer> {
  const { store = memoryStore(), log = memoryLog(), logic = echo } = options;
  const server = restify.createServer();
  server.use(restify.plugins.queryParser());
  server.use(restify.plugins.bodyParser({ maxBodySize: 100_000 }));
  const received: TurnContext['activity'][] = [];
  const errors: unknown[] = [];
  const adapter = new DirectLineAdapter({
    log,
    botName: 'Echo',
    logic: async (context) => {
      received.push(context.activity);
      await logic(context);
    },
  });
  const key = new Uint8Array(32).fill(1);
  const tokens = createTokens({ key, lifetimeSeconds: 1800, now: () => Date.now() + running.clockAheadMs });
  const endStreams = directLineRoutes(server, {
    tokens,
    log,
    store,
    botName: 'Echo',
    receive: (activity, call) => adapter.receive(activity, call),
    allowedOrigins: options.allowedOrigins ?? [],
    trustProxy: options.trustProxy ?? false,
    ...(options.track && { track: options.track }),
    ...(options.streams && { streams: options.streams }),
    ...(options.limits && { limits: options.limits }),
    onError: (error) => errors.push(error),
  });
  const connections = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const running: EchoServer = {
    origin,
    domain: `${origin}/v3/directline`,
    tokens,
    log,
    restify: server,
    errors,
    received,
    clockAheadMs: 0,
    dropConnections() {
      for (const socket of connections) socket.destroy();
    },
    async close() {
      await endStreams();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.server.closeAllConnections();
      await closed;
    },
  };
  return running;
}
