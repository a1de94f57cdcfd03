import { config as readEnvFile } from 'dotenv';
import { CLOUD_NAMES, CLOUDS, type CloudName } from './channels/clouds.js';
import type { DirectLineService } from './channels/directline-service.js';
import { type Identity, parseIdentity } from './channels/identity.js';
import { isServiceAddress, LOOPBACK_HOSTS, type ServiceHosts } from './channels/service-hosts.js';
import { type HandOverSetting, parseHandOver } from './handover/setting.js';
import { parseConnectionString } from './operation/connection-string.js';
import { PACKAGE_SETTINGS, type PackageWords } from './package/settings.js';
import { EDITION_IDS, type EditionId, isEditionId } from './policy/edition.js';
import { parseLocation, type StorageLocation } from './storage/location.js';

/** A setting that cannot be used. The message names the setting and the remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

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
  /** Where "talk to a person" sends the case; undefined: the text can be copied. */
  readonly handOver: HandOverSetting | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A month: a case is rarely open for longer. */
const RETENTION_DAYS = 30;

/** Two a second, all the time: people are slower, and so is a client that asks for news. */
const CALLS_PER_MINUTE = 120;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A setting's value; blank counts as not set, as an empty line of a `.env` file means. */
function value(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === undefined || text === '' ? undefined : text;
}

function oneOf<T extends string>(env: Environment, name: string, allowed: readonly T[], usual: T): T {
  const text = value(env, name);
  if (text === undefined) return usual;
  const found = allowed.find((each) => each.toLowerCase() === text.toLowerCase());
  if (found === undefined)
    throw new ConfigError(`${name} is "${text}", but must be one of ${allowed.join(', ')}.`);
  return found;
}

function whole(env: Environment, name: string, least: number, most: number): number | undefined {
  const text = value(env, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^\d{1,6}$/.test(text) || number < least || number > most) {
    throw new ConfigError(`${name} is "${text}", but must be a number from ${least} to ${most}.`);
  }
  return number;
}

function identity(env: Environment): Identity | undefined {
  const parsed = parseIdentity({
    MicrosoftAppId: value(env, 'MicrosoftAppId'),
    MicrosoftAppType: value(env, 'MicrosoftAppType'),
    MicrosoftAppPassword: value(env, 'MicrosoftAppPassword'),
    MicrosoftAppTenantId: value(env, 'MicrosoftAppTenantId'),
    CertificateThumbprint: value(env, 'CertificateThumbprint'),
    CertificatePrivateKey: value(env, 'CertificatePrivateKey'),
    FederatedClientId: value(env, 'FederatedClientId'),
  });
  if (parsed.kind === 'problem') throw new ConfigError(parsed.message);
  if (parsed.identity === undefined && value(env, 'NODE_ENV') === 'production') {
    throw new ConfigError(
      'NODE_ENV is production, but MicrosoftAppId is not set: without it anybody could speak for Teams. Set it.',
    );
  }
  return parsed.identity;
}

/** Further hosts to answer at, for channels that are not Microsoft's. */
function serviceHosts(env: Environment, cloud: CloudName, identified: boolean): ServiceHosts {
  const listed = (value(env, 'SERVICE_HOSTS') ?? '').split(/[\s,]+/).filter((each) => each !== '');
  const wrong = listed.find((host) => !/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$|^localhost$/i.test(host));
  if (wrong !== undefined) {
    throw new ConfigError(
      `SERVICE_HOSTS has "${wrong}", but every entry must be a host such as channel.example.com.`,
    );
  }
  const usual: ServiceHosts = identified ? CLOUDS[cloud].serviceHosts : LOOPBACK_HOSTS;
  return [...usual, ...listed.map((host) => host.toLowerCase())];
}

function edition(env: Environment): EditionId | undefined {
  const text = value(env, 'POLICY_EDITION');
  if (text === undefined || isEditionId(text)) return text;
  throw new ConfigError(`POLICY_EDITION is "${text}", but must be one of ${EDITION_IDS.join(', ')}.`);
}

function origins(env: Environment): readonly string[] {
  const listed = (value(env, 'EMBED_ORIGINS') ?? '').split(/[\s,]+/).filter((each) => each !== '');
  if (listed.includes('*') && value(env, 'NODE_ENV') === 'production') {
    throw new ConfigError(
      'EMBED_ORIGINS is *, which lets every site show and use this bot. Name the origins that may, such as https://www.example.com.',
    );
  }
  return listed.map((origin) => {
    if (origin === '*') return origin;
    if (/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i.test(origin) && URL.canParse(origin)) {
      // As browsers write it: in lower case, without the usual port.
      return new URL(origin).origin;
    }
    throw new ConfigError(
      `EMBED_ORIGINS has "${origin}", but every entry must be an origin such as https://www.example.com.`,
    );
  });
}

function directLine(env: Environment, cloud: CloudName, identified: boolean): DirectLineService | undefined {
  const secret = value(env, 'DIRECT_LINE_SECRET');
  if (secret === undefined) return undefined;
  const { directLine: base } = CLOUDS[cloud];
  if (base === undefined) {
    throw new ConfigError(
      `DIRECT_LINE_SECRET is set, but the cloud ${cloud} has no Direct Line service. Remove it: the bot then serves Web Chat itself.`,
    );
  }
  if (!identified) {
    throw new ConfigError(
      'DIRECT_LINE_SECRET is set, but MicrosoftAppId is not: Direct Line reaches only a registered bot. Set it, or remove DIRECT_LINE_SECRET.',
    );
  }
  // What no header can carry would make a call fail in words that quote it.
  if (!/^[!-~]+$/.test(secret)) {
    throw new ConfigError(
      'DIRECT_LINE_SECRET has a space, a line break or a letter that no key has. Copy the key again from the Direct Line channel.',
    );
  }
  return { base, secret };
}

function storage(env: Environment): StorageLocation | undefined {
  const parsed = parseLocation(value(env, 'STORAGE_URL'));
  if (parsed.kind === 'problem') throw new ConfigError(parsed.message);
  return parsed.location;
}

function directLineKey(env: Environment): Uint8Array | undefined {
  const text = value(env, 'DIRECT_LINE_TOKEN_KEY');
  if (text === undefined) return undefined;
  const key = /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (key.length >= 32) return key;
  throw new ConfigError(
    'DIRECT_LINE_TOKEN_KEY must be at least 32 bytes in Base64, such as `openssl rand -base64 32` prints.',
  );
}

function handOver(
  env: Environment,
  cloud: CloudName,
  hosts: ServiceHosts,
  identified: boolean,
): HandOverSetting | undefined {
  const parsed = parseHandOver({
    url: value(env, 'HANDOFF_URL'),
    channel: value(env, 'HANDOFF_TEAMS_CHANNEL'),
    serviceUrl: value(env, 'HANDOFF_TEAMS_SERVICE_URL'),
    teams: CLOUDS[cloud].teams,
    identified,
  });
  if (parsed.kind === 'problem') throw new ConfigError(parsed.message);
  const { setting } = parsed;
  if (setting?.kind === 'teamsChannel' && !isServiceAddress(setting.serviceUrl, hosts)) {
    throw new ConfigError(
      'HANDOFF_TEAMS_SERVICE_URL is no address of Teams in this cloud. Correct it, or name its host in SERVICE_HOSTS.',
    );
  }
  return setting;
}

function appInsights(env: Environment): string | undefined {
  const text = value(env, 'APPLICATIONINSIGHTS_CONNECTION_STRING');
  if (text === undefined) return undefined;
  const parsed = parseConnectionString(text);
  if (parsed.kind === 'problem') throw new ConfigError(parsed.message);
  return parsed.connectionString;
}

/** Reads every setting. Throws `ConfigError`. */
export function parseConfig(env: Environment): Config {
  const who = identity(env);
  const cloud = oneOf(env, 'CLOUD', CLOUD_NAMES, 'public');
  const hosts = serviceHosts(env, cloud, who !== undefined);
  return {
    host: value(env, 'HOST') ?? (who === undefined ? '127.0.0.1' : '0.0.0.0'),
    port: whole(env, 'PORT', 0, 65535) ?? 3978,
    dataDir: value(env, 'DATA_DIR') ?? 'data',
    storage: storage(env),
    directLineKey: directLineKey(env),
    identity: who,
    cloud,
    serviceHosts: hosts,
    edition: edition(env),
    embedOrigins: origins(env),
    directLine: directLine(env, cloud, who !== undefined),
    trustProxy: oneOf(env, 'TRUST_PROXY', ['true', 'false'], 'false') === 'true',
    rateLimitPerMinute: whole(env, 'RATE_LIMIT_PER_MINUTE', 0, 100_000) ?? CALLS_PER_MINUTE,
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    metricsPort: whole(env, 'METRICS_PORT', 0, 65535),
    appInsights: appInsights(env),
    retentionDays: whole(env, 'RETENTION_DAYS', 1, 3650) ?? RETENTION_DAYS,
    handOver: handOver(env, cloud, hosts, who !== undefined),
  };
}

/** The settings of this process: the environment, and a `.env` file for what the environment does not set. */
export function loadConfig(): Config {
  readEnvFile({ quiet: true });
  return parseConfig(process.env);
}

/** Keeps Microsoft's exporter, which reads its own settings, from telling Microsoft about this process. */
export function quietExporter(): void {
  Object.assign(process.env, { APPLICATION_INSIGHTS_NO_STATSBEAT: 'true' });
}

/** The edition that `POLICY_EDITION` pins, for programs that need no other setting. Throws `ConfigError`. */
export function loadEdition(): EditionId | undefined {
  readEnvFile({ quiet: true });
  return edition(process.env);
}

/** The settings of the Teams app package, as they are written: whoever builds it says all that is missing at once. */
export function loadPackageWords(): PackageWords {
  readEnvFile({ quiet: true });
  return Object.fromEntries(PACKAGE_SETTINGS.map((name) => [name, value(process.env, name)]));
}
