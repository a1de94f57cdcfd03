import { type Parsed, parsed, problem } from '../../problem/parsed.js';
import { type ApiKey, parseKeys } from './api-keys.js';
import type { TokenSetting } from './app-tokens.js';

/** Who may use the API, and how much. */
export interface ApiSetting {
  readonly keys: readonly ApiKey[];
  /** Undefined: tokens are not taken. */
  readonly tokens: TokenSetting | undefined;
  /** Origins whose pages may call it; '*' allows any. */
  readonly origins: readonly string[];
  /** Calls of one key or program in a minute; 0 is no limit. */
  readonly perMinute: number;
}

export interface ApiWords {
  readonly keys: readonly string[];
  readonly audience: string | undefined;
  readonly tenant: string | undefined;
  readonly origins: readonly string[];
  readonly perMinute: number;
  /** Whether the bot has credentials: without them everybody on the own machine is believed. */
  readonly identified: boolean;
}

/** A tenant by id or by domain: it becomes a part of an address. */
const TENANT = /^[\w.-]{1,253}$/;

function parseTokens({ audience, tenant }: ApiWords): Parsed<TokenSetting | undefined> {
  if (audience === undefined) return parsed(undefined);
  if (tenant !== undefined && TENANT.test(tenant)) return parsed({ audience, tenant });
  return problem(
    'API_AUDIENCE is set, but no tenant whose tokens are taken. Set API_TENANT to its id, or MicrosoftAppTenantId.',
  );
}

/** Reads the settings of the API; undefined: it is off, as with credentials but without anybody who may call. */
export function parseApi(words: ApiWords): Parsed<ApiSetting | undefined> {
  const keys = parseKeys(words.keys);
  if (keys.kind === 'problem') return keys;
  const tokens = parseTokens(words);
  if (tokens.kind === 'problem') return tokens;
  const isConfigured = keys.value.length > 0 || tokens.value !== undefined;
  if (words.identified && !isConfigured) return parsed(undefined);
  const { origins, perMinute } = words;
  return parsed({ keys: keys.value, tokens: tokens.value, origins, perMinute });
}
