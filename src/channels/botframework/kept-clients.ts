import type {
  BotFrameworkAuthentication,
  ConnectorClient,
  ConnectorFactory,
  UserTokenClient,
} from 'botframework-connector';
import { LRUCache } from 'lru-cache';

/** Service addresses that are in use at a time: a few a region, and one a tenant. */
const MOST = 200;

/**
 * The same, but its clients are made once for each service address instead of twice in every turn, which takes longer
 * than the turn itself. The bot has one identity and nobody signs in to it, so that nothing of a turn is in them.
 */
export function keptClients<A extends BotFrameworkAuthentication>(authentication: A): A {
  const connectors = new LRUCache<string, ConnectorClient>({ max: MOST });
  let userTokens: UserTokenClient | undefined;
  const keeping = (factory: ConnectorFactory): ConnectorFactory => ({
    async create(serviceUrl, audience) {
      // The audience is ours or from a token that was verified, and has no space in it.
      const key = `${audience} ${serviceUrl}`;
      const known = connectors.get(key);
      if (known !== undefined) return known;
      const client = await factory.create(serviceUrl, audience);
      connectors.set(key, client);
      return client;
    },
  });
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  const createUserTokens = authentication.createUserTokenClient.bind(authentication);
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.createConnectorFactory = (identity) => keeping(createFactory(identity));
  authentication.createUserTokenClient = async (identity) => {
    userTokens ??= await createUserTokens(identity);
    return userTokens;
  };
  authentication.authenticateRequest = async (activity, header) => {
    const result = await authenticate(activity, header);
    const { connectorFactory } = result;
    return connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: keeping(connectorFactory) };
  };
  return authentication;
}
