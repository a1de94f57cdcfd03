/**
 * Where the services of one Microsoft cloud are. All addresses are given, because botbuilder takes either all of
 * them or none, and knows no preset of its own for GCC High's tokens, for DoD or for China.
 */
export interface Cloud {
  /** Where the bot gets its tokens; the tenant comes behind it. */
  readonly login: string;
  /** Who issues the tokens of a tenant in their first version; the tenant comes behind it. */
  readonly tenantIssuer: string;
  /** The tenant of the Bot Framework itself, for a bot of many tenants. */
  readonly botFrameworkTenant: string;
  /** Whom the bot's tokens are for, and who issues the channel's. */
  readonly audience: string;
  readonly issuer: string;
  /** The keys of the channel's tokens. */
  readonly openId: string;
  /** The keys of tokens that the bot's own tenant issues. */
  readonly emulatorOpenId: string;
  readonly tokenService: string;
  /** The Direct Line service, where there is one. */
  readonly directLine: string | undefined;
  /** Hosts that channels are answered at; a leading "*." stands for every name below. */
  readonly serviceHosts: readonly string[];
  /** Where Teams takes messages that begin a conversation. */
  readonly teams: string;
  /** Origins whose pages show the tabs and side panels of Teams; a "*." stands for every name below. */
  readonly teamsPages: readonly string[];
  /** Below it every storage account has its Blob Storage. */
  readonly blobs: string;
}

const PUBLIC: Cloud = {
  login: 'https://login.microsoftonline.com',
  tenantIssuer: 'https://sts.windows.net',
  botFrameworkTenant: 'botframework.com',
  audience: 'https://api.botframework.com',
  issuer: 'https://api.botframework.com',
  openId: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  emulatorOpenId: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
  tokenService: 'https://token.botframework.com',
  directLine: 'https://directline.botframework.com',
  serviceHosts: ['smba.trafficmanager.net', '*.botframework.com'],
  teams: 'https://smba.trafficmanager.net/teams/',
  teamsPages: [
    'https://teams.microsoft.com',
    'https://*.teams.microsoft.com',
    'https://*.cloud.microsoft',
    'https://*.microsoft365.com',
    'https://*.office.com',
    // What is left of clients that are no longer supported.
    'https://*.skype.com',
  ],
  blobs: 'blob.core.windows.net',
};

const US_GOV_TENANT = 'cab8a31a-1906-4287-a0d8-4eef66b95f6e';

const GCC_HIGH: Cloud = {
  login: 'https://login.microsoftonline.us',
  tenantIssuer: 'https://sts.windows.net',
  botFrameworkTenant: 'MicrosoftServices.onmicrosoft.us',
  audience: 'https://api.botframework.us',
  issuer: 'https://api.botframework.us',
  openId: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  emulatorOpenId: `https://login.microsoftonline.us/${US_GOV_TENANT}/v2.0/.well-known/openid-configuration`,
  tokenService: 'https://tokengcch.botframework.azure.us',
  directLine: 'https://directline.botframework.azure.us',
  serviceHosts: ['smba.infra.gov.teams.microsoft.us', '*.botframework.azure.us'],
  teams: 'https://smba.infra.gov.teams.microsoft.us/gcch/',
  teamsPages: ['https://gov.teams.microsoft.us', 'https://*.gov.teams.microsoft.us'],
  blobs: 'blob.core.usgovcloudapi.net',
};

const CHINA_TENANT = 'a55a4d5b-9241-49b1-b4ff-befa8db00269';

/** Every cloud that a partner may run the bot in. The addresses are Microsoft's own, as its deployment guides give them. */
export const CLOUDS = {
  public: PUBLIC,
  /** GCC is served by the public cloud, but for its Teams. */
  gcc: {
    ...PUBLIC,
    serviceHosts: [...PUBLIC.serviceHosts, 'smba.infra.gcc.teams.microsoft.com'],
    teams: 'https://smba.infra.gcc.teams.microsoft.com/teams/',
  },
  gccHigh: GCC_HIGH,
  dod: {
    ...GCC_HIGH,
    tokenService: 'https://apiDoD.botframework.azure.us',
    directLine: undefined,
    serviceHosts: ['smba.infra.dod.teams.microsoft.us', '*.botframework.azure.us'],
    teams: 'https://smba.infra.dod.teams.microsoft.us/dod/',
    teamsPages: ['https://dod.teams.microsoft.us', 'https://*.dod.teams.microsoft.us'],
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    tenantIssuer: 'https://sts.chinacloudapi.cn',
    botFrameworkTenant: CHINA_TENANT,
    audience: 'https://api.botframework.azure.cn',
    issuer: 'https://api.botframework.azure.cn',
    openId: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    emulatorOpenId: `https://login.partner.microsoftonline.cn/${CHINA_TENANT}/v2.0/.well-known/openid-configuration`,
    tokenService: 'https://token.botframework.azure.cn',
    directLine: 'https://directline.botframework.azure.cn',
    serviceHosts: ['frontend.botapi.msg.infra.teams.microsoftonline.cn', '*.botframework.azure.cn'],
    teams: 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/teams/',
    teamsPages: ['https://teams.microsoftonline.cn', 'https://*.teams.microsoftonline.cn'],
    blobs: 'blob.core.chinacloudapi.cn',
  },
} as const satisfies Record<string, Cloud>;

export type CloudName = keyof typeof CLOUDS;
export const CLOUD_NAMES = Object.keys(CLOUDS) as readonly CloudName[];
