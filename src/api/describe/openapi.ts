import { type ApiOperation, pathNames } from '../operations/operation.js';
import { OPERATIONS } from '../operations/operations.js';
import { API_PATH } from '../protocol/api-paths.js';
import { PROBLEM_KINDS, type ProblemKind, STATUS_OF } from '../protocol/problem-details.js';
import { problemDetails } from '../schema/problem-schema.js';
import { type Described, described, IN_OPENAPI, type SchemaData } from './described.js';

/** Of this interface, not of the product: another first number is another base path. */
export const API_VERSION = '1.0.0';

const TITLE = 'Multi-channel Advisor';
const DESCRIPTION =
  'Does multi-channel support apply to this customer of Microsoft’s Cloud Solution Provider program, and what is to be ' +
  'done next: cited, dated, and only from what is given. It keeps nothing.';

/** What every operation may answer with besides. */
const ALWAYS: readonly ProblemKind[] = ['unauthorized', 'forbidden', 'tooMany', 'failed', 'busy'];
const OF_BODY: readonly ProblemKind[] = ['unreadable', 'tooLarge', 'mediaType', 'invalid'];

const problemRef = { $ref: `${IN_OPENAPI}Problem` };

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string | undefined;
  readonly schema: SchemaData;
}

/** What of a `get` stands in its path and in its query. */
export function parametersOf(one: ApiOperation, { schema }: Described): readonly Parameter[] {
  const varying = pathNames(one);
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: varying.includes(name) ? 'path' : 'query',
    required: schema.required?.includes(name) === true,
    description,
    schema: rest,
  }));
}

/** The problems that an operation may answer with, by status. */
export function problemsOf({ method, path }: ApiOperation): readonly ProblemKind[] {
  const own: readonly ProblemKind[] = method === 'post' ? OF_BODY : ['invalid'];
  const missing: readonly ProblemKind[] = path.includes('{') ? ['notFound'] : [];
  return PROBLEM_KINDS.filter((kind) => [...ALWAYS, ...own, ...missing].includes(kind));
}

function problemAnswer(kind: ProblemKind) {
  return {
    description: `Problem: ${kind}`,
    content: { 'application/problem+json': { schema: problemRef } },
  };
}

const HEADERS = {
  'X-Request-Id': { description: 'The id of the request.', schema: { type: 'string' } },
  'Content-Language': { description: 'The language of the answer.', schema: { type: 'string' } },
};
const KNOWN_AGAIN = {
  ETag: { description: 'For If-None-Match.', schema: { type: 'string' } },
};

function operationOf(one: ApiOperation, given: Described, { schema }: Described) {
  const isPost = one.method === 'post';
  const lines = { schema: { type: 'string', description: 'A JSON object a line.' } };
  return {
    operationId: one.id,
    summary: one.summary,
    description: one.description,
    tags: ['advisor'],
    ...(isPost
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: given.schema, example: one.example },
              ...(one.lines && { 'application/x-ndjson': lines }),
            },
          },
        }
      : { parameters: parametersOf(one, given) }),
    responses: {
      200: {
        description: 'The answer.',
        headers: { ...HEADERS, ...(!isPost && KNOWN_AGAIN) },
        content: {
          'application/json': { schema },
          ...(one.lines && { 'application/x-ndjson': lines }),
        },
      },
      ...(!isPost && { 304: { description: 'What If-None-Match names is still so.' } }),
      ...Object.fromEntries(problemsOf(one).map((kind) => [STATUS_OF[kind], problemAnswer(kind)])),
    },
  };
}

function made() {
  const each = OPERATIONS.map((one) => ({
    one,
    given: described(one.given),
    answer: described(one.answer),
  }));
  const named = [...each.flatMap(({ given, answer }) => [given, answer]), described(problemDetails)];
  return {
    openapi: '3.1.0',
    info: { title: TITLE, version: API_VERSION, description: DESCRIPTION },
    servers: [] as readonly { readonly url: string }[],
    security: [{ key: [] }, { token: [] }],
    tags: [{ name: 'advisor' }],
    paths: Object.fromEntries(
      each.map(({ one, given, answer }) => [one.path, { [one.method]: operationOf(one, given, answer) }]),
    ),
    components: {
      schemas: Object.assign({}, ...named.map((all) => all.named)) as Readonly<Record<string, SchemaData>>,
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key, or a token of Microsoft Entra ID with the app role Advisor.Ask.',
        },
      },
    },
  };
}

let known: ReturnType<typeof made> | undefined;

/**
 * The OpenAPI document. It is put together once: that takes long, and everybody may ask for it.
 * @param origin where the server is reached, such as `https://advisor.contoso.com`
 */
export function openApi(origin: string) {
  known ??= made();
  return { ...known, servers: [{ url: `${origin}${API_PATH}` }] };
}
