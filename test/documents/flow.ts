import assert from 'node:assert/strict';

/**
 * Runs the actions of a flow of Power Automate, as far as the examples go: calls over HTTP, calls through a connector,
 * a condition, and what is composed of them.
 */

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = { readonly [name: string]: Json };

interface Action {
  readonly type: string;
  readonly inputs?: JsonObject | string;
  readonly expression?: JsonObject;
  readonly actions?: Actions;
  readonly else?: { readonly actions: Actions };
  readonly runAfter?: Readonly<Record<string, readonly string[]>>;
}

export type Actions = Readonly<Record<string, Action>>;

/** As far as it is read of the file that a connector is made of. */
export interface ConnectorFile {
  readonly host: string;
  readonly basePath: string;
  readonly schemes: readonly string[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
  readonly securityDefinitions: Readonly<Record<string, { readonly in: string; readonly name: string }>>;
}

export interface FlowWorld {
  readonly trigger: JsonObject;
  readonly parameters: JsonObject;
  /** The connector, and the key of the connection to it. */
  readonly connector: ConnectorFile;
  readonly key: string;
}

interface Call {
  readonly method: string;
  readonly uri: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

/** Such as `body('Ask')?['ask']?['question']`. */
const EXPRESSION = /^(\w+)\((?:'([^']*)')?\)((?:\??\['[^']+'\])*)$/;

/** Each part of a path such as `body/set/cloud`, put where it belongs. */
function nested(fields: readonly (readonly [path: string, value: Json])[]): JsonObject {
  const whole: Record<string, Json> = {};
  for (const [path, value] of fields) {
    const [name = '', ...rest] = path.split('/');
    if (rest.length === 0) whole[name] = value;
    else {
      const within = [...Object.entries((whole[name] ?? {}) as JsonObject), [rest.join('/'), value] as const];
      whole[name] = nested(within as readonly (readonly [string, Json])[]);
    }
  }
  return whole;
}

class Flow {
  readonly #world: FlowWorld;
  readonly outputs = new Map<string, Json>();

  constructor(world: FlowWorld) {
    this.#world = world;
  }

  #evaluate(text: string): Json {
    if (text === 'null') return null;
    const [, name = '', given = '', path = ''] = EXPRESSION.exec(text) ?? assert.fail(text);
    const { trigger, parameters } = this.#world;
    const known: Readonly<Record<string, () => Json | undefined>> = {
      triggerBody: () => trigger,
      parameters: () => parameters[given],
      body: () => this.outputs.get(given),
    };
    const value = known[name]?.();
    assert.ok(value !== undefined, text);
    return [...path.matchAll(/'([^']+)'/g)].reduce<Json>(
      (at, [, field = '']) => (at as JsonObject | null)?.[field] ?? null,
      value,
    );
  }

  resolve(value: Json): Json {
    if (typeof value === 'string') return value.startsWith('@') ? this.#evaluate(value.slice(1)) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((each: Json) => this.resolve(each));
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.resolve(each)]));
  }

  #holds(expression: JsonObject): boolean {
    const [[operator, given] = assert.fail()] = Object.entries(expression);
    if (operator === 'not') return !this.#holds(given as JsonObject);
    assert.equal(operator, 'equals');
    const [one, other] = this.resolve(given ?? null) as readonly Json[];
    return one === other;
  }

  /** What an action of a connector calls, by the connector's file alone. */
  #throughConnector(inputs: JsonObject): Call {
    const { connector, key } = this.#world;
    const { operationId } = inputs.host as { readonly operationId: string };
    const found = Object.entries(connector.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, each]) =>
        each.operationId === operationId ? [{ path, method }] : [],
      ),
    );
    const [{ path, method } = assert.fail(operationId)] = found;
    const { body = null } = nested(Object.entries(inputs.parameters as JsonObject));
    const [security] = Object.values(connector.securityDefinitions);
    assert.equal(security?.in, 'header');
    return {
      method,
      uri: `${connector.schemes[0]}://${connector.host}${connector.basePath}${path}`,
      headers: { 'Content-Type': 'application/json', [security?.name ?? '']: key },
      body,
    };
  }

  async #called({ method, uri, headers, body }: Call): Promise<Json> {
    const response = await fetch(uri, { method, headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as Json;
    assert.ok(response.ok, JSON.stringify(answer));
    return answer;
  }

  async #do(name: string, action: Action): Promise<void> {
    const inputs = this.resolve(action.inputs ?? null);
    if (action.type === 'Http') this.outputs.set(name, await this.#called(inputs as unknown as Call));
    else if (action.type === 'OpenApiConnection')
      this.outputs.set(name, await this.#called(this.#throughConnector(inputs as JsonObject)));
    else if (action.type === 'Compose') this.outputs.set(name, inputs);
    else if (action.type === 'If')
      await this.run(this.#holds(action.expression ?? {}) ? action.actions : action.else?.actions);
    else assert.fail(action.type);
  }

  /** Each action after those that it waits for. */
  async run(actions: Actions = {}): Promise<void> {
    const done = new Set<string>();
    const waiting = new Map(Object.entries(actions));
    while (waiting.size > 0) {
      const [next] = [...waiting].filter(([, { runAfter = {} }]) =>
        Object.keys(runAfter).every((each) => done.has(each)),
      );
      const [name, action] = next ?? assert.fail([...waiting.keys()].join());
      await this.#do(name, action);
      waiting.delete(name);
      done.add(name);
    }
  }
}

/** What each action of a flow has come to. */
export async function runFlow(actions: Actions, world: FlowWorld): Promise<ReadonlyMap<string, Json>> {
  const flow = new Flow(world);
  await flow.run(actions);
  return flow.outputs;
}
