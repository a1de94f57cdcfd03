import { pathToFileURL } from 'node:url';
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { Connector } from './channels/botframework/connector.js';
import { CLOUDS } from './clouds/clouds.js';
import { addressShares, createLimits } from './http/limit-callers.js';
import { serveDirectLine } from './http/serve-direct-line.js';
import { createServer, messageRoutes } from './http/server.js';
import { LANGUAGES } from './language/languages.js';
import { loopbackHostsOnly } from './limits/loopback.js';
import { listen } from './listen/listen.js';
import { healthRoutes } from './operation/health-routes.js';
import { measuredStore } from './operation/measured-store.js';
import { createMeasures } from './operation/measures.js';
import { type Operation, operate } from './operation/operate.js';
import { createReadiness } from './operation/readiness.js';
import { enforceRetention } from './operation/retention.js';
import { stopOnSignals } from './operation/stop-on-signals.js';
import { trackRequests, Unfinished } from './operation/unfinished.js';
import { ConfigError } from './problem/config-error.js';
import { recallOpening } from './ready/first.js';
import { keepGroupsReady } from './ready/ready-groups.js';
import { keepGuidanceReady } from './ready/ready-guidance.js';
import { keepInterviewsReady } from './ready/ready-interviews.js';
import { watchReview } from './sources/watch-review.js';
import { announce, warnOfSettings } from './start/announce.js';
import { buildBot } from './start/build-bot.js';
import { collectAlone } from './start/collect-alone.js';
import { type Config, loadConfig } from './start/config.js';
import { openData } from './start/data.js';
import { quietExporter } from './start/environment.js';
import { greeting } from './start/greeting.js';
import { createLog } from './start/log.js';
import { prepareLater } from './start/rest.js';
import { terminalLevel, terminalLog } from './start/terminal-log.js';
import { StorageError } from './storage/error.js';
import { casePageRoutes } from './web/case-page-routes.js';
import { caseFileRoutes } from './web/case-routes.js';
import { errorPage } from './web/error-page.js';
import { webRoutes } from './web/page-routes.js';
import { frameSources } from './web/security.js';

export interface Running {
  /** Where the page is, such as `http://localhost:3978`. */
  readonly address: string;
  /** Where the counts are, if they are shown. */
  readonly metricsAddress: string | undefined;
  /** Ends open streams, finishes what is being answered, and closes the data. */
  close(): Promise<void>;
}

/** Constructs everything and starts listening. Rejects with `StorageError` or `ConfigError`. */
export async function start(config: Config, log: Logger = createLog(config)): Promise<Running> {
  recallOpening();
  keepGroupsReady();
  keepGuidanceReady();
  keepInterviewsReady();
  const data = await openData(config, log);
  const { activities } = data;
  const review = watchReview(config.dataDir, log);
  const { identity, retentionDays, caseRetentionDays, serviceHosts } = config;
  const cloud = CLOUDS[config.cloud];
  const connector = new Connector({ identity, cloud, serviceHosts });
  const measures = createMeasures();
  const store = measuredStore(data.store, measures);
  const { underReview } = review;
  const readiness = createReadiness(data.store, activities);
  const shares = addressShares(config);
  const { embedOrigins, trustProxy } = config;
  const teamsPages = identity === undefined ? [] : cloud.teamsPages;
  const api = config.api === undefined ? undefined : await import('./api/serve-api.js');
  const server = createServer({
    ...shares.connections,
    trustProxy,
    refusalPage: errorPage(frameSources(embedOrigins, teamsPages)),
    ...(api && { refusalForm: api.refusalForm, linesAt: api.LINES_PATH }),
  });
  if (identity === undefined) loopbackHostsOnly(server);
  const unfinished = new Unfinished();
  const endConnections = trackRequests(unfinished, server.server);
  const limits = createLimits(server, config, data.counters, api?.isCall);
  const quota = limits.effects;
  // Not with everything else: a process that may open few files cannot read all of it at once.
  const { buildCases } = await import('./start/build-cases.js');
  const kept = buildCases({ store, connector, underReview, log, data, days: caseRetentionDays });
  const bot = buildBot({ config, log, store, activities, connector, measures, underReview, quota, kept });
  const run = (context: TurnContext): Promise<void> => unfinished.track(bot.run(context));
  messageRoutes(server, connector, { run }, log, limits.countRefusal);
  const botName = LANGUAGES.en.say('app.name');
  const endStreams = serveDirectLine(server, {
    config,
    botName,
    log,
    data,
    limits: limits.directLine,
    streams: shares.streams,
    run,
    track: (begun) => unfinished.track(begun),
  });
  webRoutes(server, {
    embedOrigins,
    teamsPages,
    directLine: config.directLine?.base,
    publicUrl: config.address,
    trustProxy,
  });
  caseFileRoutes(server, (link) => kept.files.open(link));
  casePageRoutes(server, kept.page, (error) =>
    log.error({ error }, 'the page of cases could not be answered'),
  );
  // Loaded behind the rest: all files that are imported at once are open at once, and a process may have few.
  const { policyRoutes } = await import('./web/policy-routes.js');
  const endPolicy = policyRoutes(server);
  if (config.api !== undefined) {
    api?.serveApi(server, {
      setting: config.api,
      cloud,
      edition: config.edition,
      address: config.address,
      trustProxy,
      counters: data.counters,
      countRefusal: limits.countRefusal,
      log,
    });
    const { serveMcp } = await import('./mcp/serve-mcp.js');
    serveMcp(server, { edition: config.edition, log });
  }
  healthRoutes(server, readiness);
  const endWarmUp = prepareLater(log);
  const endRetention = enforceRetention({ store, activities, retentionDays, caseRetentionDays, log });
  const endReminders = kept.goRound();
  let operation: Operation | undefined;

  async function close(): Promise<void> {
    endWarmUp();
    readiness.stop();
    endPolicy();
    endRetention();
    const endedReminders = endReminders();
    review.stop();
    endConnections();
    const closed = server.server.listening
      ? new Promise<void>((done) => {
          server.close(done);
        })
      : undefined;
    await unfinished.finished();
    await endStreams();
    // While streams ended, more may have come whole, and may have been carried out.
    await unfinished.finished();
    // Only those are left that send nothing, or nothing whole.
    server.server.closeAllConnections();
    await closed;
    // What was begun for those who have gone.
    await unfinished.finished();
    await endedReminders;
    await operation?.stop();
    await data.counters.close();
    await activities.close();
    await data.store.close();
  }

  try {
    const address = await listen(server, { setting: 'PORT', host: config.host, port: config.port });
    warnOfSettings(config, log);
    operation = await operate({ ...config, store: data.store, quietExporter }, measures, log);
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
  collectAlone();
  const config = loadConfig();
  const { stdout } = process;
  const log = stdout.isTTY
    ? createLog({ logLevel: terminalLevel(config.logLevel) }, terminalLog(stdout))
    : createLog(config);
  // Node would print the error with all that hangs on it: the connector's hold whole requests, tokens included.
  process.once('uncaughtException', (error) => {
    log.fatal({ error }, 'the process ends: an error was caught by nobody');
    process.exit(1);
  });
  const starting = start(config, log);
  // Before it is done: people are answered while the rest of it still starts.
  stopOnSignals(async () => (await starting).close(), log);
  const running = await starting;
  if (stdout.isTTY) stdout.write(greeting(config, running));
  else announce(config, running.address, log);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run().catch(complain);
