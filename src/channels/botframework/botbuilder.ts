import { late } from '../../late/late.js';

/**
 * All that runs of botbuilder. Its core alone: the rest of the SDK would be loaded at every start for nothing. And
 * required, not imported: to import it, Node reads all of it a second time to learn the names of its exports.
 */
type Core = typeof import('botbuilder-core');
type Sdk = typeof import('botframework-connector');

const core = late<Core>('botbuilder-core')();
const connector = late<Sdk>('botframework-connector')();

/**
 * An entity may have any field, and botbuilder's own type says so. What it sends by, knows three of them and leaves out the
 * rest, such as the citations of a text.
 */
const mappers = late<{ readonly Entity: { readonly type: object } }>(
  'botframework-connector/lib/connectorApi/models/mappers',
)();
Object.assign(mappers.Entity.type, { additionalProperties: { type: { name: 'any' } } });

/** What is wanted of botbuilder's keeper of an issuer's keys. */
interface Keys {
  getKey(name: string): Promise<{ readonly key: string; readonly endorsements?: readonly string[] } | null>;
}

/** By the address of their metadata. botbuilder keeps it to itself; its last version will not change any more. */
interface Extractor {
  readonly JwtTokenExtractor: { readonly openIdMetadataCache: Map<string, Keys> };
}

const extractor = late<Extractor>('botframework-connector/lib/auth/jwtTokenExtractor')();

/** Where botbuilder looks for who knows an issuer's keys, before it makes one of its own. */
export const KEYS_IN_USE = extractor.JwtTokenExtractor.openIdMetadataCache;

export const {
  ActivityTypes,
  BotAdapter,
  CloudAdapterBase,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  INVOKE_RESPONSE_KEY,
  TurnContext,
} = core;
export const { FederatedServiceClientCredentialsFactory } = connector;
