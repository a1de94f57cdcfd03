import { swagger } from '../../api/describe/swagger.js';

/** What a connector is made from. */
export interface ConnectorSources {
  /** Where the bot is reached, such as `https://advisor.contoso.com`. */
  readonly origin: string;
  /** A picture, and the colour behind it: those of the app in Teams. */
  readonly icon: Buffer;
  readonly colour: string;
}

/** The key that a connection shows; Power Platform asks for it when somebody makes one. */
const API_KEY = {
  type: 'securestring',
  uiDefinition: {
    displayName: 'Key of the advisor',
    description: 'What “npm run --silent api-key” has printed',
    tooltip: 'Each connection can have its own key, so that it can be revoked alone',
    // In words: that is how Microsoft’s own connectors have it.
    constraints: { tabIndex: 2, clearText: false, required: 'true' },
  },
};

function written(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`);
}

/** The files that `paconn`, Microsoft's command line for connectors, takes. Pure. */
export function connectorFiles({ origin, icon, colour }: ConnectorSources): ReadonlyMap<string, Buffer> {
  const properties = {
    connectionParameters: { api_key: API_KEY },
    iconBrandColor: colour,
    capabilities: [],
    policyTemplateInstances: [],
  };
  return new Map([
    ['apiDefinition.swagger.json', written(swagger(origin))],
    ['apiProperties.json', written({ properties })],
    ['icon.png', icon],
  ]);
}
