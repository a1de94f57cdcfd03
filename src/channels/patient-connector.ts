import type { Pipeline } from '@azure/core-rest-pipeline';
import type { BotFrameworkAuthentication, ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { DeliveryError } from './delivery-error.js';
import { LIMITS, type Limits, patiencePolicy } from './patience.js';

/** How long the bot's own token may take, in milliseconds. */
const TOKEN_PATIENCE = 4000;
const RETRIES_OF_THE_SDK = 'defaultRetryPolicy';

/** botbuilder keeps it to itself, and wires no setting for retries; its last version will not change any more. */
interface Inside {
  readonly client: { readonly pipeline: Pipeline };
}

function limitToken(client: ConnectorClient): void {
  const { credentials } = client;
  type Sign = typeof credentials.signRequest;
  const signRequest: Sign = async (request) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new DeliveryError(false)), TOKEN_PATIENCE);
    });
    try {
      return await Promise.race([credentials.signRequest(request), late]);
    } finally {
      clearTimeout(timer);
    }
  };
  client.credentials = Object.create(credentials, {
    signRequest: { value: signRequest },
  }) as typeof credentials;
}

function patient(client: ConnectorClient, limits: Limits): ConnectorClient {
  const { pipeline } = (client as unknown as Inside).client;
  pipeline.removePolicy({ name: RETRIES_OF_THE_SDK });
  pipeline.addPolicy(patiencePolicy(limits), { phase: 'Retry' });
  limitToken(client);
  return client;
}

function patientFactory(factory: ConnectorFactory, limits: Limits): ConnectorFactory {
  return {
    create: async (serviceUrl, audience) => patient(await factory.create(serviceUrl, audience), limits),
  };
}

/** The same, but all that is sent to channels is sent with `patiencePolicy`. */
export function patientAuthentication<A extends BotFrameworkAuthentication>(
  authentication: A,
  limits: Limits = LIMITS,
): A {
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  const authenticate = authentication.authenticateRequest.bind(authentication);
  authentication.createConnectorFactory = (identity) => patientFactory(createFactory(identity), limits);
  authentication.authenticateRequest = async (activity, header) => {
    const result = await authenticate(activity, header);
    const { connectorFactory } = result;
    return connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: patientFactory(connectorFactory, limits) };
  };
  return authentication;
}
