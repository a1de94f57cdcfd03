import type { Pipeline } from '@azure/core-rest-pipeline';
import type { BotFrameworkAuthentication, ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { withTimeout } from '../../async/with-timeout.js';
import { DeliveryError } from '../seam/delivery-error.js';
import { retryPolicy, type SendTimeouts, TIMEOUTS } from './retry-policy.js';

/** How long the bot's own token may take, in milliseconds. */
const TOKEN_TIMEOUT = 4000;
const RETRIES_OF_THE_SDK = 'defaultRetryPolicy';

/** botbuilder keeps it to itself, and wires no setting for retries; its last version will not change any more. */
interface Inside {
  readonly client: { readonly pipeline: Pipeline };
}

function limitToken(client: ConnectorClient): void {
  const { credentials } = client;
  type Sign = typeof credentials.signRequest;
  const signRequest: Sign = (request) =>
    withTimeout(credentials.signRequest(request), TOKEN_TIMEOUT, () => {
      throw new DeliveryError(false);
    });
  client.credentials = Object.create(credentials, {
    signRequest: { value: signRequest },
  }) as typeof credentials;
}

function retrying(client: ConnectorClient, timeouts: SendTimeouts): ConnectorClient {
  const { pipeline } = (client as unknown as Inside).client;
  pipeline.removePolicy({ name: RETRIES_OF_THE_SDK });
  pipeline.addPolicy(retryPolicy(timeouts), { phase: 'Retry' });
  limitToken(client);
  return client;
}

function retryingFactory(factory: ConnectorFactory, timeouts: SendTimeouts): ConnectorFactory {
  return {
    create: async (serviceUrl, audience) => retrying(await factory.create(serviceUrl, audience), timeouts),
  };
}

/** The same, but all that is sent to channels is sent with `retryPolicy`. */
export function retryingAuthentication<A extends BotFrameworkAuthentication>(
  authentication: A,
  timeouts: SendTimeouts = TIMEOUTS,
): A {
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.createConnectorFactory = (identity) => retryingFactory(createFactory(identity), timeouts);
  authentication.authenticateRequest = async (activity, header) => {
    const result = await authenticate(activity, header);
    const { connectorFactory } = result;
    return connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: retryingFactory(connectorFactory, timeouts) };
  };
  return authentication;
}
