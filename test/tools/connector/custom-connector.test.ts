import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { PNG } from 'pngjs';
import { temporaryFolder } from '../../start/running.js';

const COMMAND = fileURLToPath(new URL('../../../src/tools/connector/custom-connector.js', import.meta.url));
const ORIGIN = 'https://advisor.contoso.com';

/** The properties of a connector, as Microsoft documents them for `paconn`; other fields are refused there. */
const PROPERTIES = {
  type: 'object',
  required: ['properties'],
  additionalProperties: false,
  properties: {
    properties: {
      type: 'object',
      required: ['iconBrandColor', 'connectionParameters', 'capabilities'],
      additionalProperties: false,
      properties: {
        iconBrandColor: { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' },
        capabilities: { type: 'array', items: { enum: ['actions', 'cloud', 'gateway'] } },
        policyTemplateInstances: { type: 'array', items: { type: 'object', required: ['templateId'] } },
        connectionParameters: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            required: ['type', 'uiDefinition'],
            additionalProperties: false,
            properties: {
              type: { enum: ['string', 'securestring', 'oauthSetting'] },
              uiDefinition: {
                type: 'object',
                required: ['displayName', 'description', 'tooltip', 'constraints'],
                additionalProperties: false,
                properties: {
                  displayName: { type: 'string', minLength: 1 },
                  description: { type: 'string', minLength: 1 },
                  tooltip: { type: 'string', minLength: 1 },
                  constraints: {
                    type: 'object',
                    additionalProperties: false,
                    properties: {
                      tabIndex: { type: 'integer' },
                      clearText: { type: 'boolean' },
                      required: { enum: ['true', 'false'] },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

/** The formats that connectors know. */
const FORMATS = ['int32', 'int64', 'float', 'double', 'byte', 'binary', 'date', 'date-time', 'password'];
const MORE_FORMATS = ['date-no-tz', 'html', 'uri'];

/** What connectors may be as large as, in bytes. */
const LARGEST_ICON = 1024 * 1024;

function* within(value: unknown): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    yield [name, each];
    yield* within(each);
  }
}

describe('npm run connector', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  function command(publicUrl: string, ...args: readonly string[]) {
    return new Promise<{ readonly code: unknown; readonly out: string; readonly err: string }>((done) => {
      const env = { PATH: process.env.PATH, PUBLIC_URL: publicUrl };
      execFile(process.execPath, [COMMAND, ...args], { cwd: folder.path, env }, (error, out, err) => {
        done({ code: error?.code ?? 0, out, err });
      });
    });
  }

  it('writes the three files of a connector, which Power Platform takes', async () => {
    const out = join(folder.path, 'made');
    const { code, err } = await command(ORIGIN, '--out', out);
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(readdirSync(out).toSorted(), [
      'apiDefinition.swagger.json',
      'apiProperties.json',
      'icon.png',
    ]);
    const json = (name: string) =>
      JSON.parse(readFileSync(join(out, name), 'utf8')) as Record<string, unknown>;

    const definition = json('apiDefinition.swagger.json');
    const { host, basePath, securityDefinitions } = definition;
    assert.deepEqual([host, basePath], ['advisor.contoso.com', '/api/v1']);
    assert.deepEqual(securityDefinitions, { key: { type: 'apiKey', in: 'header', name: 'X-API-Key' } });
    const formats = [...within(definition)].flatMap(([name, each]) => (name === 'format' ? [each] : []));
    assert.deepEqual(
      formats.filter((each) => ![...FORMATS, ...MORE_FORMATS].includes(String(each))),
      [],
    );
    const validator = new Validator();
    const { valid, errors } = await validator.validate(definition);
    assert.ok(valid, JSON.stringify(errors));
    assert.equal(validator.version, '2.0');

    const check = new Ajv({ strictTypes: false }).compile(PROPERTIES);
    const properties = json('apiProperties.json');
    assert.ok(check(properties), JSON.stringify(check.errors));
    const { api_key: key } = (
      properties.properties as {
        readonly connectionParameters: Readonly<Record<string, { readonly type: string }>>;
      }
    ).connectionParameters;
    assert.equal(key?.type, 'securestring');
    assert.ok(!check({ properties: { ...(properties.properties as object), colour: 'red' } }));

    const icon = readFileSync(join(out, 'icon.png'));
    const { width, height } = PNG.sync.read(icon);
    assert.equal(width, height);
    assert.ok(icon.length < LARGEST_ICON);
  });

  it('says what is missing: where the bot is reached from outside', async () => {
    for (const address of ['', 'http://localhost:3978', 'advisor']) {
      const { code, out, err } = await command(address);
      assert.deepEqual([code, out], [2, ''], address);
      assert.match(err, /PUBLIC_URL.*https:\/\/advisor\.contoso\.com/);
    }
    const { code, err } = await command(ORIGIN, '--output', 'x');
    assert.equal(code, 2);
    assert.match(err, /^Usage: npm run --silent connector/);
  });
});
