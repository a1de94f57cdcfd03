import { type ApiSetting, parseApi } from '../api/callers/api-setting.js';
import {
  IDENTITY_SETTINGS,
  type Identity,
  type IdentityWords,
  isInProduction,
  parseIdentity,
} from '../channels/botframework/identity.js';
import { parseOrigins } from '../channels/directline/callers/origins.js';
import { type DirectLineService, parseService } from '../channels/directline/service-setting.js';
import { parseTokenKey } from '../channels/directline/tokens/token-key.js';
import { CLOUD_NAMES, CLOUDS, type CloudName } from '../clouds/clouds.js';
import {
  isServiceAddress,
  LOOPBACK_HOSTS,
  parseServiceHosts,
  type ServiceHosts,
} from '../clouds/service-hosts.js';
import { type HandOverSetting, parseHandOver } from '../handover/setting.js';
import { parseConnectionString } from '../operation/connection-string.js';
import { EDITION_IDS, type EditionId } from '../policy/edition.js';
import { orThrow } from '../problem/parsed.js';
import { parseLocation, type StorageLocation } from '../storage/location.js';
import {
  asWritten,
  type Environment,
  entriesOf,
  loadEnvironment,
  oneOf,
  value,
  whole,
} from './environment.js';
import { parseAddress } from './public-url.js';

export interface Config {
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Where conversations are kept that several instances share; undefined: in `dataDir`. Holds secrets. */
  readonly storage: StorageLocation | undefined;
  /** Signs Direct Line tokens; undefined: one is made and kept with the conversations. A secret. */
  readonly directLineKey: Uint8Array | undefined;
  /** Undefined: no credentials, every caller is accepted, so only on the loopback interface by default. */
  readonly identity: Identity | undefined;
  /** The Microsoft cloud that the bot runs in. */
  readonly cloud: CloudName;
  /** Hosts that channels may be answered at. */
  readonly serviceHosts: ServiceHosts;
  /** The edition that conversations begin with; undefined for the newest of the customer's cloud. */
  readonly edition: EditionId | undefined;
  /** Origins whose pages may embed the chat and use Direct Line. */
  readonly embedOrigins: readonly string[];
  /** Microsoft's Direct Line, where Web Chat is to use it; undefined: the embedded server. */
  readonly directLine: DirectLineService | undefined;
  /** Whether a proxy in front sets X-Forwarded-For, -Host and -Proto. */
  readonly trustProxy: boolean;
  /** How often one caller may call in a minute; 0 is no limit. */
  readonly rateLimitPerMinute: number;
  readonly logLevel: string;
  /** Where `/metrics` and the dashboard are; undefined: nowhere. */
  readonly metricsPort: number | undefined;
  /** Where counts are sent, if to Application Insights. */
  readonly appInsights: string | undefined;
  /** Conversations that nobody has touched for so many days are deleted. */
  readonly retentionDays: number;
  /** Cases that nobody has changed for so many days are deleted. */
  readonly caseRetentionDays: number;
  /** Where "talk to a person" sends the case; undefined: the text can be copied. */
  readonly handOver: HandOverSetting | undefined;
  /** Where browsers reach the bot, such as `https://advisor.contoso.com`; undefined: receipts are no links. */
  readonly address: string | undefined;
  /** Who may use the HTTP API; undefined: it is off. */
  readonly api: ApiSetting | undefined;
}

/** A month: a conversation rarely goes on for longer. */
const RETENTION_DAYS = 30;
/** A year: a case waits for requests of three months and for terms of a year. */
const CASE_RETENTION_DAYS = 365;

/** Two a second, all the time: people are slower, and so is a client that asks for news. */
const CALLS_PER_MINUTE = 120;

/** Ten a second: a program asks for many people. */
const API_CALLS_PER_MINUTE = 600;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function edition(env: Environment): EditionId | undefined {
  return oneOf(env, 'POLICY_EDITION', EDITION_IDS);
}

function api(env: Environment, words: IdentityWords, identified: boolean): ApiSetting | undefined {
  const listed = entriesOf(env, 'API_ORIGINS');
  return orThrow(
    parseApi({
      keys: entriesOf(env, 'API_KEYS'),
      audience: value(env, 'API_AUDIENCE'),
      tenant: value(env, 'API_TENANT') ?? words.MicrosoftAppTenantId,
      origins: orThrow(parseOrigins(listed, isInProduction(words), 'API_ORIGINS')),
      perMinute: whole(env, 'API_CALLS_PER_MINUTE', 0, 100_000) ?? API_CALLS_PER_MINUTE,
      identified,
    }),
  );
}

/** Reads every setting. Throws `ConfigError`. */
export function parseConfig(env: Environment): Config {
  const words = asWritten(env, IDENTITY_SETTINGS);
  const identity = orThrow(parseIdentity(words));
  const identified = identity !== undefined;
  const cloud = oneOf(env, 'CLOUD', CLOUD_NAMES) ?? 'public';
  const { directLine: base, serviceHosts: usual, teams } = CLOUDS[cloud];
  const further = orThrow(parseServiceHosts(entriesOf(env, 'SERVICE_HOSTS')));
  const serviceHosts = [...(identified ? usual : LOOPBACK_HOSTS), ...further];
  return {
    host: value(env, 'HOST') ?? (identified ? '0.0.0.0' : '127.0.0.1'),
    port: whole(env, 'PORT', 0, 65535) ?? 3978,
    dataDir: value(env, 'DATA_DIR') ?? 'data',
    storage: orThrow(parseLocation(value(env, 'STORAGE_URL'))),
    directLineKey: orThrow(parseTokenKey(value(env, 'DIRECT_LINE_TOKEN_KEY'))),
    identity,
    cloud,
    serviceHosts,
    edition: edition(env),
    embedOrigins: orThrow(parseOrigins(entriesOf(env, 'EMBED_ORIGINS'), isInProduction(words))),
    directLine: orThrow(parseService({ secret: value(env, 'DIRECT_LINE_SECRET'), cloud, base, identified })),
    trustProxy: oneOf(env, 'TRUST_PROXY', ['true', 'false']) === 'true',
    rateLimitPerMinute: whole(env, 'RATE_LIMIT_PER_MINUTE', 0, 100_000) ?? CALLS_PER_MINUTE,
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS) ?? 'info',
    metricsPort: whole(env, 'METRICS_PORT', 0, 65535),
    appInsights: orThrow(parseConnectionString(value(env, 'APPLICATIONINSIGHTS_CONNECTION_STRING'))),
    address: orThrow(parseAddress(value(env, 'PUBLIC_URL'))),
    retentionDays: whole(env, 'RETENTION_DAYS', 1, 3650) ?? RETENTION_DAYS,
    caseRetentionDays: whole(env, 'CASE_RETENTION_DAYS', 1, 3650) ?? CASE_RETENTION_DAYS,
    api: api(env, words, identified),
    handOver: orThrow(
      parseHandOver({
        url: value(env, 'HANDOFF_URL'),
        channel: value(env, 'HANDOFF_TEAMS_CHANNEL'),
        serviceUrl: value(env, 'HANDOFF_TEAMS_SERVICE_URL'),
        teams,
        mayAnswerAt: (address) => isServiceAddress(address, serviceHosts),
        identified,
      }),
    ),
  };
}

/** The settings of this process. Throws `ConfigError`. */
export function loadConfig(): Config {
  return parseConfig(loadEnvironment());
}

/** The edition that `POLICY_EDITION` pins, for programs that need no other setting. Throws `ConfigError`. */
export function loadEdition(): EditionId | undefined {
  return edition(loadEnvironment());
}
