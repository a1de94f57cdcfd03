import type { JWTPayload } from 'jose';
import type { Cloud } from '../../clouds/clouds.js';
import { late } from '../../late/late.js';
import type { Identity } from './identity.js';

/** What a token is looked at for, before its signature is. */
export interface Presented {
  /** The `Authorization` header. */
  readonly authorization: string;
  readonly channelId: unknown;
  readonly serviceUrl: unknown;
}

/** Why a request was refused: for the log, one of few words and nothing of the caller's. */
export type Reason =
  | 'no token'
  | 'malformed'
  | 'algorithm'
  | 'channel'
  | 'expiry'
  | 'not yet valid'
  | 'issuer'
  | 'audience'
  | 'tenant'
  | 'service address'
  | 'sender'
  | 'signature';

const ALGORITHMS: ReadonlySet<unknown> = new Set(['RS256', 'RS384', 'RS512']);
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** The tenants of the Bot Framework, whose tokens the emulator presents to a bot of many tenants. */
const BOT_FRAMEWORK_TENANTS = [
  'd6d49420-f39b-4df7-a1dc-d59a935871db',
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
];

/** As long as botbuilder forgives clocks, in seconds. */
const CLOCK_TOLERANCE = 300;

/** Only where there are credentials is anything looked at, so that this need not be loaded at every start. */
const jose = late<typeof import('jose')>('jose');

function parts(token: string): { readonly header: object; readonly claims: JWTPayload } | undefined {
  const { decodeJwt, decodeProtectedHeader } = jose();
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

/** What the issuer of the channels says: for this bot, and about where it is answered. */
function channelProblem(claims: JWTPayload, appId: string, serviceUrl: unknown): Reason | undefined {
  if (claims.aud !== appId) return 'audience';
  // botbuilder would add a tenant named here, unverified, to the issuers that it trusts. Channels name none.
  if (claims.tid !== undefined) return 'tenant';
  // botbuilder compares only where the activity has an address.
  const hasAddress = typeof serviceUrl === 'string' && serviceUrl !== '';
  return hasAddress && claims.serviceurl === serviceUrl ? undefined : 'service address';
}

/**
 * What the bot's own tenant says: a tool that knows the bot's credentials speaks to the bot. botbuilder compares no
 * audience here: whoever is sent one of the bot's own tokens, such as a channel, could come back with it.
 */
function ownProblem(claims: JWTPayload, appId: string, tenants: readonly string[]): Reason | undefined {
  if (claims.aud !== appId) return 'audience';
  if (!tenants.some((tenant) => tenant === claims.tid)) return 'tenant';
  const sender = claims.ver === '2.0' ? claims.azp : claims.appid;
  return sender === appId ? undefined : 'sender';
}

/**
 * Looks at what a token claims, without believing it: what is wrong in any case is refused here, so that botbuilder,
 * which then verifies the signature, the times and the endorsements, is only asked about the two kinds of tokens
 * that this bot takes. Pure but for the clock; undefined when nothing is wrong.
 */
export function tokenProblem(
  { authorization, channelId, serviceUrl }: Presented,
  { appId, tenantId }: Identity,
  { issuer, login, tenantIssuer }: Cloud,
  now = Date.now(),
): Reason | undefined {
  if (authorization.trim() === '') return 'no token';
  const token = BEARER.exec(authorization)?.[1];
  const read = token === undefined ? undefined : parts(token);
  if (read === undefined) return 'malformed';
  const { header, claims } = read;
  if (!('alg' in header) || !ALGORITHMS.has(header.alg)) return 'algorithm';
  // Without a channel botbuilder looks at no endorsement, and for this one it has other rules, which nobody has set up.
  const channel = typeof channelId === 'string' ? channelId.trim().toLowerCase() : '';
  if (channel === '' || channel === 'asechannel') return 'channel';
  const seconds = now / 1000;
  if (typeof claims.exp !== 'number' || claims.exp + CLOCK_TOLERANCE <= seconds) return 'expiry';
  if (typeof claims.nbf === 'number' && claims.nbf - CLOCK_TOLERANCE > seconds) return 'not yet valid';
  if (claims.iss === issuer) return channelProblem(claims, appId, serviceUrl);
  const tenants = tenantId === undefined ? BOT_FRAMEWORK_TENANTS : [tenantId];
  const own = tenants.flatMap((tenant) => [`${tenantIssuer}/${tenant}/`, `${login}/${tenant}/v2.0`]);
  return own.some((each) => each === claims.iss) ? ownProblem(claims, appId, tenants) : 'issuer';
}
