import type { IncomingHttpHeaders } from 'node:http';
import type { Cloud } from '../../clouds/clouds.js';
import { holderOf } from './api-keys.js';
import type { ApiSetting } from './api-setting.js';
import { type TokenRead, tokenReader } from './app-tokens.js';

/** Who calls, by what a request shows. */
export type WhoCalls = (headers: IncomingHttpHeaders) => Promise<TokenRead> | TokenRead;

const BEARER = /^Bearer ([\w.~+/-]{1,8192}=*)$/i;

/**
 * Knows callers by a key (`X-API-Key`, or as a bearer) or by a token; undefined where neither is set, and everybody is
 * taken.
 */
export function knowCallers(
  { keys, tokens }: ApiSetting,
  cloud: Pick<Cloud, 'login' | 'tenantIssuer'>,
): WhoCalls | undefined {
  if (keys.length === 0 && tokens === undefined) return undefined;
  const read = tokens === undefined ? undefined : tokenReader(tokens, cloud);
  return (headers) => {
    const own = headers['x-api-key'];
    const bearer = BEARER.exec(headers.authorization ?? '')?.[1];
    const shown = typeof own === 'string' ? own : bearer;
    if (shown === undefined) return { kind: 'refused' };
    const name = holderOf(shown, keys);
    if (name !== undefined) return { kind: 'caller', name: `key:${name}` };
    return read === undefined || bearer === undefined ? { kind: 'refused' } : read(bearer);
  };
}
