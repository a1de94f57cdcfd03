import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Logger } from 'pino';
import { Bot } from './bot.js';
import { CLOUDS } from './channels/clouds.js';
import { Connector } from './channels/connector.js';
import { DirectLineAdapter } from './channels/directline/adapter.js';
import { directLineRoutes } from './channels/directline/routes.js';
import { createTokens } from './channels/directline/tokens.js';
import { directLineTokenRoute } from './channels/directline-service.js';
import { postToChannel } from './channels/post-to-channel.js';
import { type Config, ConfigError, loadConfig } from './config.js';
import { openData } from './data.js';
import { Effects, type Sender } from './effects.js';
import { Journal } from './feedback/journal.js';
import { createHandOver } from './handover/create.js';
import { LANGUAGES } from './language/languages.js';
import { preparePhrasebooks } from './language/understand/phrasebook.js';
import { createLimits } from './limits/limits.js';
import { createLog } from './log.js';
import { healthRoutes } from './operation/health-routes.js';
import { measuredStore } from './operation/measured-store.js';
import { createMeasures } from './operation/measures.js';
import { operate } from './operation/operate.js';
import { createReadiness } from './operation/readiness.js';
import { enforceRetention } from './operation/retention.js';
import { createServer, messageRoutes } from './server.js';
import { Sessions } from './sessions.js';
import { watchReview } from './sources/watch-review.js';
import { StorageError } from './storage/error.js';
import { policyRoutes } from './web/policy.js';
import { webRoutes } from './web/routes.js';

/** When the lexicons are compiled after the start, in milliseconds; it takes most of a second. */
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

/** What the system says about a port, in a sentence with a remedy. */
function listenError({ host, port }: Config, error: NodeJS.ErrnoException): Error {
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Stop what listens there, or set PORT to another number.`,
    EACCES: `Port ${port} may not be used here. Set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has.`,
    ENOTFOUND: `HOST is "${host}", which no address is known for. Set it to an address of this machine.`,
  };
  const message = known[error.code ?? ''];
  return message === undefined ? error : new ConfigError(message);
}

/** Constructs everything and starts listening. Rejects with `StorageError` or `ConfigError`. */
export async function start(config: Config, log: Logger = createLog(config)): Promise<Running> {
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
  const forget = async (sender: Sender): Promise<void> => {
    await sessions.forget(sender);
    await activities.forget(sender.conversation);
  };
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
  const botName = LANGUAGES.en.say('app.name');
  const directLine = new DirectLineAdapter({
    log: activities,
    botName,
    logic: (context) => bot.run(context),
  });
  const limits = createLimits(server, config);
  messageRoutes(server, connector, bot, log, limits.countRefusal);
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

  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenError(config, error)));
    server.listen(config.port, config.host, done);
  });
  const { port } = server.address() as AddressInfo;
  const address = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  announce(log, config, address);
  // The first line in somebody's own words need not wait for the lexicons. Later than the first answer, on purpose.
  const warmUp = setTimeout(preparePhrasebooks, WARM_UP).unref();
  const operation = await operate(config, measures, log);
  const { retentionDays } = config;
  const endRetention = enforceRetention({ store: timed, activities, retentionDays, log });

  return {
    address,
    metricsAddress: operation.address,
    async close() {
      clearTimeout(warmUp);
      readiness.stop();
      endRetention();
      review.stop();
      if (endStreams) endStreams();
      await new Promise<void>((done) => {
        server.close(done);
        server.server.closeIdleConnections();
      });
      await operation.stop();
      await activities.close();
      await store.close();
    },
  };
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
  const stop = (): void => {
    running.close().then(() => process.exit(0), complain);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run().catch(complain);
