import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { endlessly } from '../faults/endless.js';
import { onLoopback } from '../loopback.js';

interface Pair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** What a token is signed with, when not with the channel's key. */
export interface Signing {
  readonly key?: CryptoKey | Uint8Array;
  readonly kid?: string;
  readonly alg?: string;
}

/** Channels that the channel's key is endorsed for. */
export const ENDORSED = ['msteams', 'directline'];

const pair = (): Promise<Pair> => generateKeyPair('RS256', { extractable: true });

/**
 * The keys of a Microsoft cloud: one of the channel service, one that it publishes under two names without endorsing it
 * for any channel, one of its emulator tenant, and one that nobody has published. OpenID metadata and key sets are served on a free port.
 */
export async function keyServer() {
  const [channel, unendorsed, tenant, unpublished] = await Promise.all([pair(), pair(), pair(), pair()]);
  const bare = { ...(await exportJWK(unendorsed.publicKey)), use: 'sig' };
  const published = {
    channel: [
      { ...(await exportJWK(channel.publicKey)), kid: 'channel', use: 'sig', endorsements: ENDORSED },
      { ...bare, kid: 'unendorsed' },
      { ...bare, kid: 'emptily endorsed', endorsements: [] },
    ],
    tenant: [{ ...(await exportJWK(tenant.publicKey)), kid: 'tenant', use: 'sig' }],
  };
  let down = false;
  let endless = false;
  let asked = 0;
  /** What waits until somebody lets it go on; undefined while the server answers. */
  let held: (() => void)[] | undefined;
  const server = createServer(async (request, response) => {
    asked += 1;
    await new Promise<void>((answer) => {
      if (held === undefined) answer();
      else held.push(answer);
    });
    const [, name = '', what = ''] = (request.url ?? '').split('/');
    if (down || !(name === 'channel' || name === 'tenant')) {
      response.writeHead(503);
      response.end();
      return;
    }
    if (endless) {
      response.writeHead(200, { 'content-type': 'application/json' });
      endlessly(response);
      return;
    }
    const jwks_uri = `http://${request.headers.host}/${name}/keys`;
    const body = what === 'keys' ? { keys: published[name] } : { issuer: 'x', jwks_uri };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  const { url, close } = await onLoopback(server);
  return {
    channel,
    unendorsed,
    tenant,
    unpublished,
    openId: `${url}channel/openid`,
    emulatorOpenId: `${url}tenant/openid`,
    sign(claims: JWTPayload, { key = channel.privateKey, kid = 'channel', alg = 'RS256' }: Signing = {}) {
      return new SignJWT(claims).setProtectedHeader({ alg, typ: 'JWT', kid }).sign(key);
    },
    /** Nobody gets a key any more. */
    breakDown(): void {
      down = true;
    },
    /** Its documents are there, and name no key. */
    publishNothing(): void {
      published.channel.length = 0;
    },
    /** Its documents have no end. */
    neverEnd(): void {
      endless = true;
    },
    /** The server is there and answers nobody, until `goOn`. */
    hang(): void {
      held ??= [];
    },
    /** Whoever waits is answered, and whoever comes. */
    goOn(): void {
      const waiting = held ?? [];
      held = undefined;
      for (const each of waiting) each();
    },
    /** The keys are there again. */
    mend(): void {
      down = false;
    },
    /** How many requests have come. */
    get asked(): number {
      return asked;
    },
    close,
  };
}

export type KeyServer = Awaited<ReturnType<typeof keyServer>>;
