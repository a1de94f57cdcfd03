import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openApi } from '../../src/api/describe/openapi.js';
import { swagger } from '../../src/api/describe/swagger.js';
import { ROOT } from '../deployment/dockerfile.js';

const ORIGIN = 'https://advisor.contoso.com';
const SWAGGER_SCHEMA = new URL(
  'node_modules/@seriousme/openapi-schema-validator/schemas/v2.0/schema.json',
  ROOT,
);

/** As far as it is used of a validator by an editor of JSON Schema, which carries OpenAPI’s own schemas. */
interface Validator {
  registerSchema(schema: object): void;
  validate(id: string, value: unknown, output: 'BASIC'): Promise<Outcome>;
}

interface Outcome {
  readonly valid: boolean;
  readonly errors?: readonly { readonly instanceLocation: string }[];
}

/** By a name that the compiler does not follow: whoever has not installed anew since can build all the same. */
function validatorFor(version: string): Promise<Validator> {
  return import(`@hyperjump/json-schema/${version}`) as Promise<Validator>;
}

/** With its Schema Objects, which OpenAPI’s dialect of JSON Schema describes. */
const OPENAPI = 'https://spec.openapis.org/oas/3.1/schema-base';
const SWAGGER = 'http://swagger.io/v2/schema.json';

type Documents = Readonly<Record<string, unknown>>;

/** A copy as it is sent, for a test to spoil. */
function sent(document: object): Documents {
  return JSON.parse(JSON.stringify(document)) as Documents;
}

/** The same with something else at a place in it. */
function spoilt(document: Documents, path: readonly string[], value: unknown): Documents {
  const [name = '', ...rest] = path;
  return rest.length === 0
    ? { ...document, [name]: value }
    : { ...document, [name]: spoilt(document[name] as Documents, rest, value) };
}

describe('What describes the HTTP API, by the schemas of the OpenAPI Initiative', () => {
  it('is OpenAPI 3.1, down to what describes each field', async () => {
    const { validate } = await validatorFor('openapi-3-1');
    const document = sent(openApi(ORIGIN));
    const { valid, errors } = await validate(OPENAPI, document, 'BASIC');
    assert.ok(valid, JSON.stringify(errors?.slice(0, 5)));
    const wrong = [
      spoilt(document, ['paths', '/advise', 'post', 'answers'], {}),
      spoilt(document, ['components', 'schemas', 'Given', 'properties', 'cloud', 'type'], 'word'),
    ];
    for (const each of wrong) assert.equal((await validate(OPENAPI, each, 'BASIC')).valid, false);
  });

  it('is Swagger 2.0', async () => {
    const { registerSchema, validate } = await validatorFor('draft-04');
    const schema = JSON.parse(readFileSync(SWAGGER_SCHEMA, 'utf8')) as { readonly id: string };
    assert.equal(schema.id, `${SWAGGER}#`);
    registerSchema(schema);
    const document = sent(swagger(ORIGIN));
    const { valid, errors } = await validate(SWAGGER, document, 'BASIC');
    assert.ok(valid, JSON.stringify(errors?.slice(0, 5)));
    const wrong = spoilt(document, ['paths', '/advise', 'post', 'requestBody'], {});
    assert.equal((await validate(SWAGGER, wrong, 'BASIC')).valid, false);
  });
});
