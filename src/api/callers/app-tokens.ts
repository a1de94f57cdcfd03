import type { JWTPayload } from 'jose';
import type { Cloud } from '../../clouds/clouds.js';
import { late } from '../../late/late.js';

/** The app role that a program needs; whoever registers the API defines it there. */
export const APP_ROLE = 'Advisor.Ask';

/** Whose tokens are taken. */
export interface TokenSetting {
  /** Whom they are for: the client id of the API's app registration, or its `api://…`. */
  readonly audience: string;
  /** The tenant that issues them. */
  readonly tenant: string;
}

export type TokenRead =
  | { readonly kind: 'caller'; readonly name: string }
  | { readonly kind: 'refused' }
  /** It is a good token of a program without the role. */
  | { readonly kind: 'noRole' }
  /** The keys that it would be checked by could not be had. */
  | { readonly kind: 'unavailable' };

/** As elsewhere: a channel forgives clocks as much. In seconds. */
const CLOCK_TOLERANCE = 300;
/** Times in milliseconds. */
const TIMES = { timeoutDuration: 4000, cooldownDuration: 5000, cacheMaxAge: 24 * 3_600_000 };

const jose = late<typeof import('jose')>('jose');

const NOT_TO_BE_HAD = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

function isUnavailable(error: unknown): boolean {
  const { JOSEError } = jose().errors;
  return !(error instanceof JOSEError) || NOT_TO_BE_HAD.has(error.code);
}

function callerIn({ roles, azp, appid }: JWTPayload): TokenRead {
  if (!Array.isArray(roles) || !roles.includes(APP_ROLE)) return { kind: 'noRole' };
  return { kind: 'caller', name: `app:${String(azp ?? appid ?? 'unnamed').slice(0, 64)}` };
}

/** Reads tokens of Microsoft Entra ID for an app role. The keys are fetched with the first one, and kept. */
export function tokenReader(
  { audience, tenant }: TokenSetting,
  { login, tenantIssuer }: Pick<Cloud, 'login' | 'tenantIssuer'>,
) {
  let keys: ReturnType<typeof import('jose').createRemoteJWKSet> | undefined;
  return async (token: string): Promise<TokenRead> => {
    const { createRemoteJWKSet, jwtVerify } = jose();
    keys ??= createRemoteJWKSet(new URL(`${login}/${tenant}/discovery/v2.0/keys`), TIMES);
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: [`${login}/${tenant}/v2.0`, `${tenantIssuer}/${tenant}/`],
        audience,
        algorithms: ['RS256'],
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp'],
      });
      return callerIn(payload);
    } catch (error) {
      return { kind: isUnavailable(error) ? 'unavailable' : 'refused' };
    }
  };
}
