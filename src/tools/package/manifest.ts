import type { PackageSettings } from './settings.js';
import { wantedParts } from './wanted-parts.js';

/** What of a manifest is read here; the official schema knows the rest. */
export interface Manifest {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly id: string;
  readonly accentColor: string;
  readonly name: Readonly<Record<'short' | 'full', string>>;
  readonly description: Readonly<Record<'short' | 'full', string>>;
  readonly icons: Readonly<Record<'color' | 'outline', string>>;
  readonly developer: PackageSettings['developer'];
  readonly localizationInfo: {
    readonly defaultLanguageTag: string;
    readonly defaultLanguageFile: string;
    readonly additionalLanguages: readonly { readonly languageTag: string; readonly file: string }[];
  };
  readonly bots: readonly BotEntry[];
  readonly composeExtensions?: readonly ExtensionEntry[];
  readonly staticTabs?: readonly TabEntry[];
  readonly validDomains?: readonly string[];
  readonly copilotAgents?: { readonly customEngineAgents?: readonly { readonly id: string }[] };
  readonly agentConnectors?: readonly ConnectorEntry[];
}

export interface CommandEntry {
  readonly title: string;
  readonly description?: string;
  readonly type?: 'basic' | 'prompt';
  readonly prompt?: string;
}

export interface BotEntry {
  readonly botId: string;
  readonly scopes: readonly string[];
  readonly isNotificationOnly?: boolean;
  readonly commandLists?: readonly {
    readonly scopes: readonly string[];
    readonly commands: readonly CommandEntry[];
  }[];
}

export interface ExtensionEntry {
  readonly botId?: string;
  readonly commands?: readonly {
    readonly type?: 'query' | 'action';
    readonly title: string;
    readonly description?: string;
    readonly parameters?: readonly { readonly title: string; readonly description?: string }[];
  }[];
  readonly messageHandlers?: readonly { readonly value: { readonly domains?: readonly string[] } }[];
}

export interface ConnectorEntry {
  readonly id: string;
  readonly toolSource?: {
    readonly remoteMcpServer?: {
      readonly mcpServerUrl: string;
      readonly mcpToolDescription?: { readonly file: string };
    };
  };
}

export interface TabEntry {
  readonly entityId: string;
  readonly name?: string;
  readonly contentUrl?: string;
  readonly websiteUrl?: string;
  readonly scopes: readonly string[];
}

/** What manifest/manifest.json has where an installation has its own: an id, a host. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';
export const NO_HOST = 'advisor.example.com';
/** And the reference of the key that Microsoft 365 shows the MCP server. */
export const NO_REFERENCE = 'REFERENCE_OF_THE_KEY';

/** The same value, with every text in it changed. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}

/** The manifest of one installation. What it does not replace, the checks find. */
export function filledManifest(template: unknown, settings: PackageSettings, version: string): unknown {
  if (typeof template !== 'object' || template === null || Array.isArray(template)) return template;
  const { botId, appId, host, developer, connector } = settings;
  const own = mapTexts(template, (text) =>
    text === NO_ID
      ? botId
      : text.replaceAll(NO_HOST, host).replaceAll(NO_REFERENCE, connector ?? NO_REFERENCE),
  ) as object;
  return wantedParts({ ...own, version, id: appId, developer }, settings);
}

/** Every text in a value, with the key under which localisation files would know it. */
export function* textsIn(value: unknown, key = ''): Generator<readonly [key: string, text: string]> {
  if (typeof value === 'string') yield [key, value];
  else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* textsIn(each, `${key}[${index}]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      yield* textsIn(each, key === '' ? name : `${key}.${name}`);
    }
  }
}
