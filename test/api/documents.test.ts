import assert from 'node:assert/strict';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApi } from '../../src/api/describe/openapi.js';
import { referencePage } from '../../src/api/describe/reference.js';
import { swagger } from '../../src/api/describe/swagger.js';
import { OPERATIONS } from '../../src/api/operations/operations.js';
import { LANGUAGE_TAGS, LANGUAGES } from '../../src/language/languages.js';
import { type ApiServer, apiServer } from './api-server.js';

const ORIGIN = 'https://advisor.contoso.com';

interface SchemaSeen {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaSeen>>;
  readonly items?: SchemaSeen;
  readonly anyOf?: readonly SchemaSeen[];
}

/** Every field of a schema and of what is in it, with its path. */
function* fieldsOf(schema: SchemaSeen, path: string): Generator<readonly [string, SchemaSeen]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [`${path}.${name}`, field];
    yield* fieldsOf(field, `${path}.${name}`);
  }
  for (const each of schema.anyOf ?? []) yield* fieldsOf(each, path);
  if (schema.items !== undefined) yield* fieldsOf(schema.items, `${path}[]`);
}

/** Everything within a document, with its path. */
function* within(value: unknown, path = ''): Generator<readonly [string, string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    yield [path, name, each];
    yield* within(each, `${path}/${name}`);
  }
}

async function validate(document: object): Promise<string | undefined> {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(
    JSON.parse(JSON.stringify(document)) as Record<string, unknown>,
  );
  assert.ok(valid, JSON.stringify(errors));
  return validator.version;
}

describe('What describes the HTTP API', () => {
  const document = openApi(ORIGIN);

  it('is OpenAPI 3.1, by a validator of others', async () => {
    assert.equal(await validate(document), '3.1');
  });

  it('is Swagger 2.0 as well, by the same', async () => {
    assert.equal(await validate(swagger(ORIGIN)), '2.0');
  });

  it('leads every reference to something', () => {
    for (const [where, whole] of Object.entries({ openapi: document, swagger: swagger(ORIGIN) })) {
      const all = [...within(whole)].filter(([, name]) => name === '$ref').map(([, , to]) => String(to));
      assert.ok(all.length > 20);
      for (const to of all) {
        const found = to
          .slice(2)
          .split('/')
          .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)?.[name], whole);
        assert.ok(found !== undefined, `${where}: ${to}`);
      }
    }
  });

  it('has nothing in Swagger 2.0 that this does not know', () => {
    const unknown = ['anyOf', 'oneOf', 'const', 'propertyNames', '$defs', '$schema', 'nullable'];
    const schemas = { ...swagger(ORIGIN) };
    assert.deepEqual(
      [...within(schemas)].filter(([path, name]) => unknown.includes(name) && !path.endsWith('/properties')),
      [],
    );
  });

  it('has every operation in both, with the same names', () => {
    const names = (paths: object) =>
      [...within(paths)].filter(([, name]) => name === 'operationId').map(([, , id]) => id);
    assert.deepEqual(
      names(document.paths),
      OPERATIONS.map(({ id }) => id),
    );
    assert.deepEqual(names(swagger(ORIGIN).paths), names(document.paths));
  });

  it('says of every field of what is asked and answered what it means, and of every object what it is', () => {
    const schemas = Object.entries(document.components.schemas) as readonly (readonly [string, SchemaSeen])[];
    const bare = schemas.flatMap(([name, schema]) => [
      ...(schema.description === undefined ? [name] : []),
      ...[...fieldsOf(schema, name)].flatMap(([path, field]) =>
        field.description === undefined && field.$ref === undefined ? [path] : [],
      ),
    ]);
    assert.deepEqual(bare, []);
    assert.ok(schemas.flatMap(([name, schema]) => [...fieldsOf(schema, name)]).length > 300);
    const parameters = [...within(document.paths)].flatMap(([, name, each]) =>
      name === 'parameters' ? (each as readonly SchemaSeen[]) : [],
    );
    assert.ok(parameters.length > 5 && parameters.every(({ description = '' }) => description !== ''));
  });

  it('names the server that it is reached at, and how keys are shown', () => {
    assert.equal(document.servers[0]?.url, `${ORIGIN}/api/v1`);
    const { host, basePath, schemes } = swagger(ORIGIN);
    assert.deepEqual([host, basePath, schemes], ['advisor.contoso.com', '/api/v1', ['https']]);
    assert.equal(document.components.securitySchemes.key.name, 'X-API-Key');
  });

  it('is put together once, however often anybody asks for it and by whatever name they call the server', () => {
    const names = [ORIGIN, 'http://localhost:1', 'https://elsewhere.example'];
    assert.equal(new Set(names.map((name) => openApi(name).paths)).size, 1);
    assert.equal(new Set(names.map((name) => openApi(name).components)).size, 1);
    assert.equal(new Set(names.map((name) => swagger(name).definitions)).size, 1);
    assert.equal(new Set(names.map((name) => swagger(name).paths)).size, 1);
    assert.deepEqual(
      names.map((name) => swagger(name).host),
      ['advisor.contoso.com', 'localhost:1', 'elsewhere.example'],
    );
    for (const tag of LANGUAGE_TAGS)
      assert.equal(referencePage(LANGUAGES[tag]), referencePage(LANGUAGES[tag]));
  });

  it('is a page in every language that names every operation and links to nothing that is not there', () => {
    for (const tag of LANGUAGE_TAGS) {
      const { body, headers } = referencePage(LANGUAGES[tag]);
      assert.ok(body.includes(`<html lang="${tag}"`));
      assert.ok(body.includes(LANGUAGES[tag].say('problem.tooMany')));
      const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const { id } of OPERATIONS) assert.ok(ids.has(id), id);
      for (const [, to = ''] of body.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(to), to);
      assert.doesNotMatch(body, /<script|https?:\/\/(?!learn|partner)|undefined|\[object/);
      assert.match(headers['Content-Security-Policy'], /default-src 'none'/);
    }
  });

  describe('from the server', () => {
    let server: ApiServer;
    before(async () => {
      server = await apiServer({ PUBLIC_URL: ORIGIN });
    });
    after(() => server.close());

    it('is the same, and known again', async () => {
      const response = await server.get('/openapi.json');
      assert.deepEqual(await response.json(), JSON.parse(JSON.stringify(document)));
      const tag = response.headers.get('etag') ?? '';
      assert.equal((await server.get('/openapi.json', { 'if-none-match': tag })).status, 304);
      const { host } = (await (await server.get('/swagger.json')).json()) as { readonly host: string };
      assert.equal(host, 'advisor.contoso.com');
    });

    it('is a page in the reader’s language', async () => {
      const response = await server.get('', { 'accept-language': 'hu' });
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.ok((await response.text()).includes(LANGUAGES.hu.say('api.intro')));
    });

    it('leads from a problem to what is told of it', async () => {
      const { type } = (await (await server.get('/nowhere')).json()) as { readonly type: string };
      const { pathname, hash } = new URL(type, server.base);
      const page = await (await fetch(new URL(pathname, server.base))).text();
      assert.ok(page.includes(`id="${hash.slice(1)}"`), hash);
    });
  });
});
