import { config as readEnvFile } from 'dotenv';
import { EDITION_IDS, type EditionId, isEditionId } from './policy/edition.js';

/** A setting that cannot be used. The message names the setting and the remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export const APP_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
export type AppType = (typeof APP_TYPES)[number];

/** Who the bot is for Azure Bot Service. */
export interface Identity {
  readonly appId: string;
  readonly appType: AppType;
  readonly password: string | undefined;
  readonly tenantId: string | undefined;
}

export interface Config {
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Undefined: no credentials, every caller is accepted, so only on the loopback interface by default. */
  readonly identity: Identity | undefined;
  /** The edition that conversations begin with; undefined for the newest of the customer's cloud. */
  readonly edition: EditionId | undefined;
  /** Origins whose pages may embed the chat and use Direct Line. */
  readonly embedOrigins: readonly string[];
  /** Whether a proxy in front sets X-Forwarded-Proto. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

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

function port(env: Environment): number {
  const text = value(env, 'PORT') ?? '3978';
  const number = Number(text);
  if (!/^\d{1,5}$/.test(text) || number > 65535) {
    throw new ConfigError(`PORT is "${text}", but must be a number from 0 to 65535.`);
  }
  return number;
}

function identity(env: Environment): Identity | undefined {
  const appId = value(env, 'MicrosoftAppId');
  if (appId === undefined) {
    if (value(env, 'NODE_ENV') === 'production') {
      throw new ConfigError(
        'NODE_ENV is production, but MicrosoftAppId is not set: without it anybody could speak for Teams. Set it.',
      );
    }
    return undefined;
  }
  const appType = oneOf(env, 'MicrosoftAppType', APP_TYPES, 'SingleTenant');
  const password = value(env, 'MicrosoftAppPassword');
  const tenantId = value(env, 'MicrosoftAppTenantId');
  if (appType !== 'MultiTenant' && tenantId === undefined) {
    throw new ConfigError(
      `MicrosoftAppType is ${appType}, but MicrosoftAppTenantId is not set. Set it to the bot's tenant id.`,
    );
  }
  if (appType !== 'UserAssignedMSI' && password === undefined) {
    throw new ConfigError(
      `MicrosoftAppType is ${appType}, but MicrosoftAppPassword is not set. Set it to the app's secret.`,
    );
  }
  if (appType === 'UserAssignedMSI' && password !== undefined) {
    throw new ConfigError(
      'MicrosoftAppType is UserAssignedMSI, which uses no password. Remove MicrosoftAppPassword.',
    );
  }
  return { appId, appType, password, tenantId };
}

function edition(env: Environment): EditionId | undefined {
  const text = value(env, 'POLICY_EDITION');
  if (text === undefined || isEditionId(text)) return text;
  throw new ConfigError(`POLICY_EDITION is "${text}", but must be one of ${EDITION_IDS.join(', ')}.`);
}

function origins(env: Environment): readonly string[] {
  const listed = (value(env, 'EMBED_ORIGINS') ?? '').split(/[\s,]+/).filter((each) => each !== '');
  for (const origin of listed) {
    if (origin !== '*' && !/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i.test(origin)) {
      throw new ConfigError(
        `EMBED_ORIGINS has "${origin}", but every entry must be an origin such as https://www.example.com.`,
      );
    }
  }
  return listed;
}

/** Reads every setting. Throws `ConfigError`. */
export function parseConfig(env: Environment): Config {
  const who = identity(env);
  return {
    host: value(env, 'HOST') ?? (who === undefined ? '127.0.0.1' : '0.0.0.0'),
    port: port(env),
    dataDir: value(env, 'DATA_DIR') ?? 'data',
    identity: who,
    edition: edition(env),
    embedOrigins: origins(env),
    trustProxy: oneOf(env, 'TRUST_PROXY', ['true', 'false'], 'false') === 'true',
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
  };
}

/** The settings of this process: the environment, and a `.env` file for what the environment does not set. */
export function loadConfig(): Config {
  readEnvFile({ quiet: true });
  return parseConfig(process.env);
}

/** The edition that `POLICY_EDITION` pins, for programs that need no other setting. Throws `ConfigError`. */
export function loadEdition(): EditionId | undefined {
  readEnvFile({ quiet: true });
  return edition(process.env);
}
