import { createRequire } from 'node:module';

/**
 * All that runs of botbuilder. Its core alone: the rest of the SDK would be loaded at every start for nothing. And
 * required, not imported: to import it, Node reads all of it a second time to learn the names of its exports.
 */
type Core = typeof import('botbuilder-core');
type Sdk = typeof import('botframework-connector');

const load = createRequire(import.meta.url);
const core = load('botbuilder-core') as Core;
const connector = load('botframework-connector') as Sdk;

export const {
  ActivityTypes,
  BotAdapter,
  CloudAdapterBase,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  TurnContext,
} = core;
export const { FederatedServiceClientCredentialsFactory } = connector;
