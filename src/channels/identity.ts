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

/** The settings as they are written, each undefined where it is not set. */
export interface IdentityWords {
  readonly MicrosoftAppId: string | undefined;
  readonly MicrosoftAppType: string | undefined;
  readonly MicrosoftAppPassword: string | undefined;
  readonly MicrosoftAppTenantId: string | undefined;
  readonly CertificateThumbprint: string | undefined;
  readonly CertificatePrivateKey: string | undefined;
  readonly FederatedClientId: string | undefined;
}

export type IdentityParsed =
  | { readonly kind: 'identity'; readonly identity: Identity | undefined }
  /** One sentence that names the setting and the remedy. */
  | { readonly kind: 'problem'; readonly message: string };

const TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;

function problem(message: string): IdentityParsed {
  return { kind: 'problem', message };
}

/** A key pasted into one line of a `.env` file has its line breaks written out. */
function pem(text: string): string {
  return text.replaceAll('\\n', '\n');
}

function credentialOf(words: IdentityWords): Credential | string {
  const { MicrosoftAppPassword: secret, CertificateThumbprint: thumbprint } = words;
  const { CertificatePrivateKey: privateKey, FederatedClientId: clientId } = words;
  if ((thumbprint === undefined) !== (privateKey === undefined)) {
    const missing = thumbprint === undefined ? 'CertificateThumbprint' : 'CertificatePrivateKey';
    return `A certificate needs its thumbprint and its private key, but ${missing} is not set. Set it.`;
  }
  const given = [secret, thumbprint, clientId].filter((each) => each !== undefined).length;
  if (given > 1) {
    return 'Only one of MicrosoftAppPassword, CertificateThumbprint and FederatedClientId may be set. Remove the others.';
  }
  if (secret !== undefined) return { kind: 'secret', secret };
  if (clientId !== undefined) return { kind: 'federated', clientId };
  if (thumbprint !== undefined && privateKey !== undefined) {
    return { kind: 'certificate', thumbprint, privateKey: pem(privateKey) };
  }
  return 'There is no proof of the identity. Set MicrosoftAppPassword, or CertificateThumbprint and CertificatePrivateKey, or FederatedClientId.';
}

/** Reads who the bot is. Pure; nothing of a secret is in what it says. */
export function parseIdentity(words: IdentityWords): IdentityParsed {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppType } = words;
  if (appId === undefined) return { kind: 'identity', identity: undefined };
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
    return { kind: 'identity', identity: { appId, tenantId, credential: { kind: 'managedIdentity' } } };
  }
  const credential = credentialOf(words);
  if (typeof credential === 'string') return problem(credential);
  return {
    kind: 'identity',
    identity: { appId, tenantId: type === 'MultiTenant' ? undefined : tenantId, credential },
  };
}
