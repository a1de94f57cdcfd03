import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { DirectLineAdapter } from '../channels/directline/adapter.js';
import type { CallLimits } from '../channels/directline/callers/call-limits.js';
import { directLineRoutes } from '../channels/directline/direct-line-routes.js';
import type { ActivityLog } from '../channels/directline/log/activity-log.js';
import { directLineTokenRoute } from '../channels/directline/service.js';
import type { DirectLineService } from '../channels/directline/service-setting.js';
import type { StreamLimits } from '../channels/directline/stream.js';
import type { LookForKey } from '../channels/directline/tokens/key-ring.js';
import { createTokens } from '../channels/directline/tokens/tokens.js';
import { handOverOnly, ignoreOffer } from '../limits/offers.js';
import type { Store } from '../storage/store.js';

/** A day: who comes back after lunch finds their conversation. */
const TOKEN_SECONDS = 24 * 60 * 60;

export interface DirectLineSettings {
  /** Microsoft's Direct Line; undefined: the embedded server. */
  readonly directLine: DirectLineService | undefined;
  /** Origins whose pages may use it. */
  readonly embedOrigins: readonly string[];
  readonly trustProxy: boolean;
}

export interface DirectLineParts {
  readonly config: DirectLineSettings;
  readonly botName: string;
  readonly log: Logger;
  readonly data: {
    readonly store: Store;
    readonly activities: ActivityLog;
    /** Signs tokens. */
    readonly key: Uint8Array;
    readonly lookForKey?: LookForKey;
  };
  readonly limits: CallLimits;
  /** How much streams may hold, in place of the usual. */
  readonly streams: Partial<StreamLimits>;
  readonly run: (context: TurnContext) => Promise<void>;
  /** Told of each call that is being answered. */
  readonly track: <T>(begun: Promise<T>) => Promise<T>;
}

/**
 * Serves Direct Line, or only tokens for Microsoft's where that is set: what the service's channel settings forbid must
 * not be open beside it. The returned function ends open streams.
 */
export function serveDirectLine(
  server: Server,
  { config, botName, log, data, limits, streams, run, track }: DirectLineParts,
): () => Promise<void> {
  const { directLine: service, embedOrigins: allowedOrigins, trustProxy } = config;
  const onError = (error: unknown): void => log.error({ error }, 'Direct Line failed');
  const calls = { allowedOrigins, trustProxy, onError };
  const { activities, key, lookForKey, store } = data;
  const tokens = createTokens({ key, lookForKey, lifetimeSeconds: TOKEN_SECONDS });
  if (service !== undefined) {
    handOverOnly(server.server, () => false);
    server.on('upgrade', (req, socket, head) => ignoreOffer(server.server, req, socket, head));
    directLineTokenRoute(server, { ...calls, service, tokens, limits });
    return async () => undefined;
  }
  const adapter = new DirectLineAdapter({ log: activities, botName, logic: run });
  return directLineRoutes(server, {
    ...calls,
    tokens,
    log: activities,
    store,
    receive: (activity, call) => adapter.receive(activity, call),
    track,
    streams,
    botName,
    limits,
  });
}
