import { createPrivateKey } from 'node:crypto';
import { type Parsed, parsed, problem } from '../../problem/parsed.js';

/** How the bot proves who it is. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** A certificate of the app registration: its thumbprint, and its private key in PEM. */
  | { readonly kind: 'certificate'; readonly thumbprint: string; readonly privateKey: string }
  /** The identity is a managed one itself: the machine vouches for it, there is no secret. */
  | { readonly kind: 'managedIdentity' }
  /** The app registration trusts a managed identity, by that one's client id. */
  | { readonly kind: 'federated'; readonly clientId: string };

/** Who the bot is for Azure Bot Service. */
export interface Identity {
  readonly appId: string;
  /** The tenant of the app registration; undefined for a bot of many tenants, of which no new ones are made. */
  readonly tenantId: string | undefined;
  readonly credential: Credential;
}

export const IDENTITY_SETTINGS = [
  'MicrosoftAppId',
  'MicrosoftAppType',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'CertificateThumbprint',
  'CertificatePrivateKey',
  'FederatedClientId',
  'NODE_ENV',
] as const;

/** The settings as they are written, each undefined where it is not set. */
export type IdentityWords = Readonly<Record<(typeof IDENTITY_SETTINGS)[number], string | undefined>>;

const TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

function isPrivateKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** Whether the bot is for others than whoever tries it out: then nothing may be left open. */
export function isInProduction({ NODE_ENV }: Pick<IdentityWords, 'NODE_ENV'>): boolean {
  return NODE_ENV?.toLowerCase() === 'production';
}

/** A key pasted into one line of a `.env` file has its line breaks written out. */
function pem(text: string): string {
  return text.replaceAll('\\n', '\n');
}

function parseCredential(words: IdentityWords): Parsed<Credential> {
  const { MicrosoftAppPassword: secret, CertificateThumbprint: thumbprint } = words;
  const { CertificatePrivateKey: privateKey, FederatedClientId: clientId } = words;
  if ((thumbprint === undefined) !== (privateKey === undefined)) {
    const missing = thumbprint === undefined ? 'CertificateThumbprint' : 'CertificatePrivateKey';
    return problem(
      `A certificate needs its thumbprint and its private key, but ${missing} is not set. Set it.`,
    );
  }
  const given = [secret, thumbprint, clientId].filter((each) => each !== undefined).length;
  if (given > 1) {
    return problem(
      'Only one of MicrosoftAppPassword, CertificateThumbprint and FederatedClientId may be set. Remove the others.',
    );
  }
  if (secret !== undefined) return parsed({ kind: 'secret', secret });
  if (clientId !== undefined) return parsed({ kind: 'federated', clientId });
  if (thumbprint !== undefined && privateKey !== undefined) {
    const key = pem(privateKey);
    // Otherwise every answer would fail later.
    return isPrivateKey(key)
      ? parsed({ kind: 'certificate', thumbprint, privateKey: key })
      : problem(
          'CertificatePrivateKey is no RSA key in PEM without a password. Copy all of it, with its first and its last line.',
        );
  }
  return problem(
    'There is no proof of the identity. Set MicrosoftAppPassword, or CertificateThumbprint and CertificatePrivateKey, or FederatedClientId.',
  );
}

/** Reads who the bot is; undefined for nobody. Pure; nothing of a secret is in what it says. */
export function parseIdentity(words: IdentityWords): Parsed<Identity | undefined> {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppType } = words;
  if (appId === undefined) {
    return isInProduction(words)
      ? problem(
          'NODE_ENV is production, but MicrosoftAppId is not set: without it anybody could speak for Teams. Set it.',
        )
      : parsed(undefined);
  }
  // Misspelt, botbuilder would take it for MultiTenant, and every answer would fail later.
  const named = MicrosoftAppType ?? 'SingleTenant';
  const type = TYPES.find((each) => each.toLowerCase() === named.toLowerCase());
  if (type === undefined) {
    return problem(`MicrosoftAppType is "${named}", but must be one of ${TYPES.join(', ')}.`);
  }
  if (type !== 'MultiTenant' && tenantId === undefined) {
    return problem(
      `MicrosoftAppType is ${type}, but MicrosoftAppTenantId is not set. Set it to the bot's tenant id.`,
    );
  }
  if (type === 'UserAssignedMSI') {
    const secrets = [
      'MicrosoftAppPassword',
      'CertificateThumbprint',
      'CertificatePrivateKey',
      'FederatedClientId',
    ] as const;
    const set = secrets.find((name) => words[name] !== undefined);
    if (set !== undefined) {
      return problem(`MicrosoftAppType is UserAssignedMSI, which proves itself. Remove ${set}.`);
    }
    return parsed({ appId, tenantId, credential: { kind: 'managedIdentity' } });
  }
  const credential = parseCredential(words);
  if (credential.kind === 'problem') return credential;
  return parsed({
    appId,
    tenantId: type === 'MultiTenant' ? undefined : tenantId,
    credential: credential.value,
  });
}
