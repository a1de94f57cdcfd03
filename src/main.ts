import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Logger, pino } from 'pino';
import { Bot } from './bot.js';
import { Connector } from './channels/connector.js';
import { DirectLineAdapter } from './channels/directline/adapter.js';
import { openLmdbLog } from './channels/directline/lmdb-log.js';
import { directLineRoutes } from './channels/directline/routes.js';
import { createTokens } from './channels/directline/tokens.js';
import { type Config, ConfigError, loadConfig } from './config.js';
import { LANGUAGES } from './language/languages.js';
import type { Citation } from './policy/edition.js';
import { createServer, messageRoutes } from './server.js';
import { Sessions } from './sessions.js';
import { passageKey } from './sources/passage-key.js';
import { readUnderReview } from './sources/under-review.js';
import { StorageError } from './storage/error.js';
import { openLmdbStore } from './storage/lmdb.js';
import { policyRoutes } from './web/policy.js';
import { webRoutes } from './web/routes.js';

/** A day: who comes back after lunch finds their conversation. */
const TOKEN_SECONDS = 24 * 60 * 60;

/** The key that signs Direct Line tokens, made once and kept, so that tokens outlive a restart. */
function tokenKey(dataDir: string): Uint8Array {
  const file = join(dataDir, 'direct-line.key');
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw new StorageError(`${file} cannot be written. Set DATA_DIR to a folder that can.`, {
        cause: error,
      });
    }
  }
  const key = readFileSync(file);
  if (key.length >= 32) return key;
  throw new StorageError(`${file} is no key: it is too short. Delete it, and a new one is made.`);
}

function openData(config: Config) {
  const directory = resolve(config.dataDir);
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new StorageError(`${directory} cannot be created. Set DATA_DIR to a folder that can be written.`, {
      cause: error,
    });
  }
  return { store: openLmdbStore(directory), activities: openLmdbLog(directory), key: tokenKey(directory) };
}

/** How often the file that the source watch writes is looked at, in milliseconds. */
const REVIEW_INTERVAL = 60_000;

/** What the source watch found, kept up to date while the server runs. */
function watchReview(dataDir: string, log: Logger) {
  const read = (): ReadonlySet<string> =>
    readUnderReview(dataDir, (file) =>
      log.warn({ file }, 'the list of passages under review cannot be read'),
    );
  let passages = read();
  const timer = setInterval(() => {
    passages = read();
  }, REVIEW_INTERVAL).unref();
  return {
    underReview: ({ page, section }: Citation) => passages.has(passageKey(page, section)),
    stop: () => clearInterval(timer),
  };
}

export interface Running {
  /** Where the page is, such as `http://localhost:3978`. */
  readonly address: string;
  /** Ends open streams, finishes what is being answered, and closes the data. */
  close(): Promise<void>;
}

function announce(log: Logger, config: Config, address: string): void {
  log.info({ address }, `Multi-channel Advisor is at ${address}`);
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

/** What went wrong and where, and nothing else: errors of the connector carry whole requests, tokens included. */
function errorText(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? {} : { cause: errorText(error.cause) };
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}

function createLog({ logLevel }: Config): Logger {
  return pino({ level: logLevel, serializers: { error: errorText } });
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
  const { store, activities, key } = openData(config);
  const review = watchReview(config.dataDir, log);
  const bot = new Bot(new Sessions(store, config.edition), log, review.underReview);
  const server = createServer();
  const botName = LANGUAGES.en.say('app.name');
  const directLine = new DirectLineAdapter({
    log: activities,
    botName,
    logic: (context) => bot.run(context),
  });
  messageRoutes(server, new Connector(config.identity), bot, log);
  const endStreams = directLineRoutes(server, {
    tokens: createTokens({ key, lifetimeSeconds: TOKEN_SECONDS }),
    log: activities,
    store,
    receive: (activity) => directLine.receive(activity),
    botName,
    allowedOrigins: config.embedOrigins,
    trustProxy: config.trustProxy,
    onError: (error) => log.error({ error }, 'Direct Line failed'),
  });
  webRoutes(server, { embedOrigins: config.embedOrigins });
  policyRoutes(server);

  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenError(config, error)));
    server.listen(config.port, config.host, done);
  });
  const { port } = server.address() as AddressInfo;
  const address = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
  announce(log, config, address);

  return {
    address,
    async close() {
      review.stop();
      endStreams();
      await new Promise<void>((done) => {
        server.close(done);
        server.server.closeIdleConnections();
      });
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
  const running = await start(loadConfig());
  const stop = (): void => {
    running.close().then(() => process.exit(0), complain);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run().catch(complain);
