import type { ApiOperation } from '../operations/operation.js';
import { OPERATIONS } from '../operations/operations.js';
import { API_PATH } from '../protocol/api-paths.js';
import { STATUS_OF } from '../protocol/problem-details.js';
import { problemDetails } from '../schema/problem-schema.js';
import { type Described, described, IN_OPENAPI, type SchemaData } from './described.js';
import { openApi, parametersOf, problemsOf } from './openapi.js';

/**
 * The same in Swagger 2.0, which custom connectors of Power Platform take. It has no choices: where a list may be sent as
 * well, it tells of one; and what may be null is marked as Microsoft's own documents mark it.
 */

const IN_SWAGGER = '#/definitions/';

/** Longer summaries are refused. */
const LONGEST_SUMMARY = 80;

/** Keywords that Swagger 2.0 does not have, or has otherwise. */
const OTHERWISE = new Set([
  '$schema',
  'anyOf',
  'const',
  'propertyNames',
  'additionalProperties',
  'properties',
  'items',
]);
/** The bounds of numbers that JavaScript can tell apart: without meaning here, and too much for a connector. */
const isSafeBound = (value: unknown): boolean => Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER;

type Named = Described['named'];

function plain(schema: SchemaData, named: Named): SchemaData {
  if (schema.$ref !== undefined) return { $ref: schema.$ref.replace(IN_OPENAPI, IN_SWAGGER) };
  const choices = schema.anyOf?.filter(({ type }) => type !== 'null');
  const [first] = choices ?? [];
  if (schema.anyOf !== undefined && first !== undefined) {
    const isNullable = schema.anyOf.length !== choices?.length;
    // Beside a reference nothing else is read.
    const whole = isNullable && first.$ref !== undefined ? named[first.$ref.slice(IN_OPENAPI.length)] : first;
    const one = plain(whole ?? first, named);
    if (one.$ref !== undefined) return one;
    const { description } = schema;
    return { ...one, ...(description && { description }), ...(isNullable && { 'x-nullable': true }) };
  }
  const kept = Object.entries(schema).filter(
    ([name, value]) => !OTHERWISE.has(name) && !(/^(?:minimum|maximum)$/.test(name) && isSafeBound(value)),
  );
  const { properties, items, additionalProperties: others } = schema;
  return {
    ...Object.fromEntries(kept),
    ...(schema.const !== undefined && { enum: [schema.const] }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, plain(each, named)]),
      ),
    }),
    ...(items && { items: plain(items, named) }),
    ...(typeof others === 'object' && { additionalProperties: plain(others, named) }),
  };
}

function operationOf(one: ApiOperation, given: Described, answer: Described, named: Named) {
  const body = { name: 'body', in: 'body', required: true, schema: plain(given.schema, named) };
  const inUrl = parametersOf(one, given).map(({ schema, ...parameter }) => ({
    ...parameter,
    ...plain(schema, named),
    ...(parameter.in === 'path' && { 'x-ms-url-encoding': 'single' }),
  }));
  return {
    operationId: one.id,
    summary: one.summary.slice(0, LONGEST_SUMMARY),
    description: one.description,
    parameters: one.method === 'post' ? [body] : inUrl,
    responses: {
      200: { description: 'The answer.', schema: plain(answer.schema, named) },
      ...Object.fromEntries(
        problemsOf(one).map((kind) => [
          STATUS_OF[kind],
          { description: `Problem: ${kind}`, schema: { $ref: `${IN_SWAGGER}Problem` } },
        ]),
      ),
    },
  };
}

function made() {
  const { info, components } = openApi('');
  const each = OPERATIONS.map((one) => [one, described(one.given), described(one.answer)] as const);
  const named = { ...components.schemas, ...described(problemDetails).named };
  return {
    swagger: '2.0',
    info,
    host: '',
    basePath: API_PATH,
    schemes: [] as readonly string[],
    consumes: ['application/json'],
    produces: ['application/json', 'application/problem+json'],
    paths: Object.fromEntries(
      each.map(([one, given, answer]) => [
        one.path,
        { [one.method]: operationOf(one, given, answer, named) },
      ]),
    ),
    definitions: Object.fromEntries(
      Object.entries(named).map(([name, schema]) => [name, plain(schema, named)]),
    ),
    securityDefinitions: { key: { type: 'apiKey', in: 'header', name: 'X-API-Key' } },
    security: [{ key: [] }],
  };
}

let known: ReturnType<typeof made> | undefined;

/**
 * The Swagger 2.0 document, put together once.
 * @param origin where the server is reached
 */
export function swagger(origin: string) {
  known ??= made();
  const { protocol, host } = new URL(origin);
  return { ...known, host, schemes: [protocol.replace(':', '')] };
}
