import { verify } from 'node:crypto';
import type { Cloud } from '../../clouds/clouds.js';
import { late } from '../../late/late.js';
import { KEYS_IN_USE } from './botbuilder.js';

const jose = late<typeof import('jose')>('jose');

/** What each algorithm that is taken hashes with. */
const HASHES: ReadonlyMap<unknown, string> = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);

/**
 * Whether a token is signed with a key of the issuer that it names. botbuilder looks at that as well, but prints the key
 * for each that is not: whoever forges tokens would fill the operator's log. Rejects with `KeysUnavailable`.
 * @param authorization the header, that `tokenProblem` found nothing wrong with
 */
export async function hasValidSignature(authorization: string, { issuer, openId, emulatorOpenId }: Cloud) {
  const token = authorization.slice('Bearer '.length);
  const { decodeJwt, decodeProtectedHeader } = jose();
  const { alg, kid } = decodeProtectedHeader(token);
  const hash = HASHES.get(alg);
  if (hash === undefined || typeof kid !== 'string') return false;
  const keys = KEYS_IN_USE.get(decodeJwt(token).iss === issuer ? openId : emulatorOpenId);
  const known = await keys?.getKey(kid);
  if (known === undefined || known === null) return false;
  const end = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  return verify(hash, Buffer.from(token.slice(0, end)), known.key, signature);
}
