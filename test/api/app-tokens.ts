import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { APP_ROLE } from '../../src/api/callers/app-tokens.js';

/** A tenant of Microsoft Entra ID on this machine: its keys on a free port, and tokens of programs. */
export async function appTokens() {
  const [pair, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', use: 'sig', alg: 'RS256' };
  const tenant = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
  const server = createServer((req, res) => {
    const isThere = req.url === `/${tenant}/discovery/v2.0/keys`;
    res.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' });
    res.end(JSON.stringify(isThere ? { keys: [jwk] } : {}));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const login = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud = { login, tenantIssuer: 'https://sts.example' };
  const audience = 'api://advisor';
  const now = Math.floor(Date.now() / 1000);
  const claims: JWTPayload = {
    iss: `${login}/${tenant}/v2.0`,
    aud: audience,
    azp: 'crm-client',
    roles: [APP_ROLE],
    nbf: now - 60,
    exp: now + 3600,
  };
  const sign = (more: object, key = pair.privateKey): Promise<string> =>
    new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  return {
    tenant,
    cloud,
    audience,
    sign: (more: object) => sign(more),
    forged: () => sign({}, other.privateKey),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
