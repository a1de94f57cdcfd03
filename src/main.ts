import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { Bot } from './bot.js';
import { CLOUDS } from './channels/clouds.js';
import { Connector } from './channels/connector.js';
import { DirectLineAdapter } from './channels/directline/adapter.js';
import { CHANNEL_ID } from './channels/directline/bot-account.js';
import { directLineRoutes } from './channels/directline/routes.js';
import { createTokens } from './channels/directline/tokens.js';
import { directLineTokenRoute } from './channels/directline-service.js';
import { postToChannel } from './channels/post-to-channel.js';
import { type Config, ConfigError, loadConfig } from './config.js';
import { openData } from './data.js';
import { Effects, type Sender } from './effects.js';
import { Journal } from './feedback/journal.js';
import { prepareRest, recallFirst } from './first.js';
import { createHandOver } from './handover/create.js';
import { LANGUAGES } from './language/languages.js';
import { createLimits } from './limits/limits.js';
import { listenError } from './listen-error.js';
import { createLog } from './log.js';
import { healthRoutes } from './operation/health-routes.js';
import { measuredStore } from './operation/measured-store.js';
import { createMeasures } from './operation/measures.js';
import { type Operation, operate } from './operation/operate.js';
import { createReadiness } from './operation/readiness.js';
import { enforceRetention } from './operation/retention.js';
import { stopOnSignals } from './operation/stop-on-signals.js';
import { trackRequests, Unfinished } from './operation/unfinished.js';
import { createServer, messageRoutes } from './server.js';
import { Sessions } from './sessions.js';
import { watchReview } from './sources/watch-review.js';
import { eachDone } from './storage/each-done.js';
import { StorageError } from './storage/error.js';
import { policyRoutes } from './web/policy.js';
import { webRoutes } from './web/routes.js';

/** When templates and lexicons are compiled after the start, in milliseconds; it takes a second. */
const WARM_UP = 3000;

/** A day: who comes back after lunch finds their conversation. */
const TOKEN_SECONDS = 24 * 60 * 60;

export interface Running {
  /** Where the page is, such as `http://localhost:3978`. */
  readonly address: string;
  /** Where the counts are, if they are shown. */
  readonly metricsAddress: string | undefined;
  /** Ends open streams, finishes what is being answered, and closes the data. */
  close(): Promise<void>;
}

function announce(log: Logger, config: Config, address: string): void {
  log.info({ address }, `Multi-channel Advisor is at ${address}`);
  if (config.embedOrigins.includes('*')) {
    log.warn('EMBED_ORIGINS is *: every site may show and use this bot. In production that is refused.');
  }
  if (config.identity === undefined) {
    log.warn(
      { host: config.host },
      'There are no credentials (MicrosoftAppId), so every caller is believed: ' +
        (config.host === '127.0.0.1'
          ? 'listening on the loopback interface only.'
          : `HOST opens this to ${config.host} on purpose.`),
    );
  }
}

/** Constructs everything and starts listening. Rejects with `StorageError` or `ConfigError`. */
export async function start(config: Config, log: Logger = createLog(config)): Promise<Running> {
  recallFirst();
  const { store, activities, key } = await openData(config, log);
  const review = watchReview(config.dataDir, log);
  const { identity, serviceHosts } = config;
  const connector = new Connector({ identity, cloud: CLOUDS[config.cloud], serviceHosts });
  const handOver = createHandOver(config.handOver, {
    // The settings promise credentials where there is a channel.
    teams: ({ serviceUrl }) => postToChannel(connector, identity?.appId ?? '', serviceUrl),
  });
  const measures = createMeasures();
  const timed = measuredStore(store, measures);
  const sessions = new Sessions(timed, config.edition);
  // Other channels have their own transcripts, and their own ids of conversations, which could be anything.
  const transcript = async ({ channel, conversation }: Sender): Promise<void> => {
    if (channel === CHANNEL_ID) await activities.forget(conversation);
  };
  const forget = (sender: Sender): Promise<void> => eachDone([sessions.forget(sender), transcript(sender)]);
  const bot = new Bot({
    sessions,
    effects: new Effects({ journal: new Journal(timed), handOver, forget }),
    retentionDays: config.retentionDays,
    measures,
    log,
    underReview: review.underReview,
  });
  const readiness = createReadiness(store);
  const server = createServer();
  const unfinished = new Unfinished();
  const endConnections = trackRequests(unfinished, server.server);
  const turns = { run: (context: TurnContext) => unfinished.track(bot.run(context)) };
  const botName = LANGUAGES.en.say('app.name');
  const directLine = new DirectLineAdapter({
    log: activities,
    botName,
    logic: turns.run,
  });
  const limits = createLimits(server, config);
  messageRoutes(server, connector, turns, log, limits.countRefusal);
  const calls = {
    allowedOrigins: config.embedOrigins,
    trustProxy: config.trustProxy,
    onError: (error: unknown) => log.error({ error }, 'Direct Line failed'),
  };
  const { directLine: service } = config;
  if (service !== undefined) {
    directLineTokenRoute(server, { ...calls, service, limit: limits.directLine.conversations });
  }
  // Only one of the two: what the service's channel settings forbid must not be open beside it.
  const endStreams =
    service === undefined &&
    directLineRoutes(server, {
      tokens: createTokens({ key, lifetimeSeconds: TOKEN_SECONDS }),
      log: activities,
      store,
      receive: (activity) => directLine.receive(activity),
      botName,
      ...calls,
      limits: limits.directLine,
    });
  webRoutes(server, {
    embedOrigins: config.embedOrigins,
    teams: identity !== undefined,
    directLine: service?.base,
  });
  policyRoutes(server);
  healthRoutes(server, readiness);

  // What the first answer does not need. Later than that on purpose, and before somebody waits for it.
  const warmUp = setTimeout(() => {
    try {
      prepareRest();
    } catch (error) {
      // Whoever needs it first loads it, or hears what is wrong.
      log.error({ error }, 'what the first answer did not need could not be prepared');
    }
  }, WARM_UP).unref();
  const { retentionDays } = config;
  const endRetention = enforceRetention({ store: timed, activities, retentionDays, log });
  let operation: Operation | undefined;

  async function close(): Promise<void> {
    clearTimeout(warmUp);
    readiness.stop();
    endRetention();
    review.stop();
    endConnections();
    const closed = server.server.listening
      ? new Promise<void>((done) => {
          server.close(done);
        })
      : undefined;
    await unfinished.finished();
    if (endStreams) await endStreams();
    // Only those are left that send nothing, or nothing whole.
    server.server.closeAllConnections();
    await closed;
    await operation?.stop();
    await activities.close();
    await store.close();
  }

  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(config.port, config.host, done);
    }).catch((error: unknown) => {
      throw listenError('PORT', config.host, config.port, error);
    });
    const { port } = server.address() as AddressInfo;
    const address = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
    announce(log, config, address);
    operation = await operate(config, measures, log);
    return { address, metricsAddress: operation.address, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function complain(error: unknown): never {
  if (error instanceof ConfigError || error instanceof StorageError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}

async function run(): Promise<void> {
  const config = loadConfig();
  const log = createLog(config);
  // Node would print the error with all that hangs on it: the connector's hold whole requests, tokens included.
  process.once('uncaughtException', (error) => {
    log.fatal({ error }, 'the process ends: an error was caught by nobody');
    process.exit(1);
  });
  const running = await start(config, log);
  stopOnSignals(() => running.close(), log);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run().catch(complain);
