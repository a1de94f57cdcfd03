import type * as Sdk from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Cloud } from '../../clouds/clouds.js';
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  FederatedServiceClientCredentialsFactory,
  KEYS_IN_USE,
} from './botbuilder.js';
import type { Identity } from './identity.js';
import { type KeyTimes, SigningKeys } from './signing-keys.js';

/** What proves the identity, as botbuilder takes it. */
function credentials({ appId, tenantId, credential }: Identity): ServiceClientCredentialsFactory {
  const tenant = tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId };
  const MicrosoftAppType = tenantId === undefined ? 'MultiTenant' : 'SingleTenant';
  const common = { MicrosoftAppId: appId, MicrosoftAppType, ...tenant };
  switch (credential.kind) {
    case 'secret':
      return new ConfigurationServiceClientCredentialFactory({
        ...common,
        MicrosoftAppPassword: credential.secret,
      });
    case 'certificate':
      return new ConfigurationServiceClientCredentialFactory({
        ...common,
        CertificateThumbprint: credential.thumbprint,
        CertificatePrivateKey: credential.privateKey,
      });
    case 'managedIdentity':
      return new ConfigurationServiceClientCredentialFactory({
        ...common,
        MicrosoftAppType: 'UserAssignedMsi',
      });
    case 'federated':
      // Not reachable through settings in botbuilder: it has to be made by hand.
      return new FederatedServiceClientCredentialsFactory(appId, credential.clientId, tenantId);
  }
}

/** Who may send activities, and how the bot's answers are signed, in one Microsoft cloud. */
export function botAuthentication(
  identity: Identity | undefined,
  cloud: Cloud,
  keyTimes?: KeyTimes,
): Sdk.ConfigurationBotFrameworkAuthentication {
  if (identity === undefined) return new ConfigurationBotFrameworkAuthentication({});
  KEYS_IN_USE.set(cloud.openId, new SigningKeys(cloud.openId, 'channels', keyTimes));
  KEYS_IN_USE.set(cloud.emulatorOpenId, new SigningKeys(cloud.emulatorOpenId, 'itself', keyTimes));
  // All seven: as soon as one is given, botbuilder has no defaults for the others.
  const addresses = {
    ToChannelFromBotLoginUrl: `${cloud.login}/${identity.tenantId ?? cloud.botFrameworkTenant}`,
    ToChannelFromBotOAuthScope: cloud.audience,
    ToBotFromChannelTokenIssuer: cloud.issuer,
    OAuthUrl: cloud.tokenService,
    ToBotFromChannelOpenIdMetadataUrl: cloud.openId,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorOpenId,
    CallerId: '',
  };
  return new ConfigurationBotFrameworkAuthentication(addresses, credentials(identity));
}
