import { type Parsed, parsed, problem } from '../../problem/parsed.js';

/** The settings that the package takes its values from. */
export const PACKAGE_SETTINGS = [
  'MicrosoftAppId',
  'TEAMS_APP_ID',
  'COPILOT_AGENT',
  'MCP_KEY_REFERENCE',
  'PUBLIC_URL',
  'DEVELOPER_NAME',
  'DEVELOPER_WEBSITE',
  'PRIVACY_URL',
  'TERMS_URL',
] as const;
export type PackageSetting = (typeof PACKAGE_SETTINGS)[number];

/** Settings of the bot that decide what its package has. */
export const BOT_SETTINGS = ['CLOUD', 'API_KEYS'] as const;

const REQUIRED = ['MicrosoftAppId', 'PUBLIC_URL', 'DEVELOPER_NAME'] as const satisfies PackageSetting[];
export type RequiredSetting = (typeof REQUIRED)[number];

/** The settings as they are written, each undefined where it is not set. */
export type PackageWords = Readonly<
  Partial<Record<PackageSetting | (typeof BOT_SETTINGS)[number], string | undefined>>
>;

/** What the package says of one installation. */
export interface PackageSettings {
  readonly botId: string;
  /** The id of the app in Teams; it must never change, or Teams takes a new version for another app. */
  readonly appId: string;
  /** Where the bot is reached, such as `https://advisor.contoso.com`, and its host. */
  readonly origin: string;
  readonly host: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  /** Whether the bot is an agent in Microsoft 365 Copilot as well. */
  readonly agent: boolean;
  /** What Microsoft 365 calls the key that it shows the MCP server; undefined where that is no connector. */
  readonly connector: string | undefined;
  /** Addresses that were not given, so that the bot's own page stands in for them. */
  readonly borrowed: readonly PackageSetting[];
}

/** A setting that cannot be used. */
export interface WrongSetting {
  readonly setting: PackageSetting;
  readonly kind: 'id' | 'origin' | 'address' | 'name' | 'switch' | 'reference';
  readonly value: string;
}

/** Everything that is missing or wrong, so that nobody has to try again for each. */
export interface Complaint {
  readonly missing: readonly RequiredSetting[];
  readonly wrong: readonly WrongSetting[];
}

const LONGEST_NAME = 32;

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text) && /[1-9a-f]/i.test(text);
}

/** A name that Teams can reach from outside: neither this machine, nor an address in numbers, nor an example. */
function isPublicHost(host: string): boolean {
  return /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/i.test(host) && !/(?:^|\.)example\.(?:com|net|org)$/i.test(host);
}

function httpsUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' && url.username === '' && isPublicHost(url.hostname) ? url : undefined;
}

/** Domains are listed without ports in a manifest, so the address has none; nor a path, which tabs add. */
function isOrigin(text: string): boolean {
  const url = httpsUrl(text);
  return url !== undefined && url.port === '' && url.pathname === '/' && url.search === '' && url.hash === '';
}

const SWITCH = ['on', 'off'];

/** An id that the Developer Portal gives, in Base64 or with hyphens. */
function isReference(text: string): boolean {
  return /^[\w+/=.:-]{1,128}$/.test(text);
}

/** Agents with an engine of their own are in the public cloud; elsewhere somebody has to know better. */
function isAgent({ COPILOT_AGENT: wanted, CLOUD: cloud = 'public' }: PackageWords): boolean {
  return wanted === undefined ? cloud.toLowerCase() === 'public' : wanted.toLowerCase() === 'on';
}

const CHECKS: Readonly<Record<PackageSetting, readonly [WrongSetting['kind'], (text: string) => boolean]>> = {
  MicrosoftAppId: ['id', isId],
  TEAMS_APP_ID: ['id', isId],
  COPILOT_AGENT: ['switch', (text) => SWITCH.includes(text.toLowerCase())],
  MCP_KEY_REFERENCE: ['reference', isReference],
  PUBLIC_URL: ['origin', isOrigin],
  DEVELOPER_NAME: ['name', (text) => text.length <= LONGEST_NAME],
  DEVELOPER_WEBSITE: ['address', (text) => httpsUrl(text) !== undefined],
  PRIVACY_URL: ['address', (text) => httpsUrl(text) !== undefined],
  TERMS_URL: ['address', (text) => httpsUrl(text) !== undefined],
};

function wrongIn(words: PackageWords): readonly WrongSetting[] {
  return PACKAGE_SETTINGS.flatMap((setting) => {
    const value = words[setting];
    const [kind, isRight] = CHECKS[setting];
    return value === undefined || isRight(value) ? [] : [{ setting, kind, value }];
  });
}

/** Reads what the package needs. Pure. */
export function parsePackageSettings(words: PackageWords): Parsed<PackageSettings, Complaint> {
  const missing = REQUIRED.filter((setting) => words[setting] === undefined);
  const wrong = wrongIn(words);
  const { MicrosoftAppId: id, PUBLIC_URL: address, DEVELOPER_NAME: name } = words;
  if (wrong.length > 0 || id === undefined || address === undefined || name === undefined) {
    return problem({ missing, wrong });
  }
  const { origin, hostname: host } = new URL(address);
  const home = `${origin}/`;
  return parsed({
    botId: id.toLowerCase(),
    appId: (words.TEAMS_APP_ID ?? id).toLowerCase(),
    origin,
    host,
    developer: {
      name,
      websiteUrl: words.DEVELOPER_WEBSITE ?? home,
      privacyUrl: words.PRIVACY_URL ?? home,
      termsOfUseUrl: words.TERMS_URL ?? home,
    },
    agent: isAgent(words),
    // Without keys nobody is let in from outside, whatever they show.
    connector: words.API_KEYS === undefined ? undefined : words.MCP_KEY_REFERENCE,
    borrowed: (['DEVELOPER_WEBSITE', 'PRIVACY_URL', 'TERMS_URL'] as const).filter(
      (setting) => words[setting] === undefined,
    ),
  });
}
