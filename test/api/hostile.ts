import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { generate, type JsonSchema } from 'json-schema-faker';
import { answerCall } from '../../src/api/answer-call.js';
import { described, IN_OPENAPI, type SchemaData } from '../../src/api/describe/described.js';
import type { ApiOperation } from '../../src/api/operations/operation.js';
import { OPERATIONS } from '../../src/api/operations/operations.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { type ApiServer, apiServer } from './api-server.js';

const READER = { language: LANGUAGES.en, edition: undefined, caller: 'anna' } as const;

/** Numbers from a seed, so that what has failed fails again. */
const SEED = 20_261_123;

const POSTS = OPERATIONS.filter(({ method }) => method === 'post');

/** What JSON can be at a place where something else was expected. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '\u0000', '\ud800', '../..', 'MC-', null),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

/** The same with something else somewhere within. */
function spoilt(value: unknown, at: number, put: unknown, name: string): unknown {
  if (at === 0 || typeof value !== 'object' || value === null) return put;
  const entries = Object.entries(value);
  const chosen = entries[at % Math.max(1, entries.length)];
  if (chosen === undefined) return Array.isArray(value) ? [put] : { [name]: put };
  const [field, each] = chosen;
  const within = spoilt(each, Math.floor(at / 3), put, name);
  if (Array.isArray(value))
    return value.map((old: unknown, index) => (String(index) === field ? within : old));
  return at % 2 === 0 ? { ...value, [field]: within } : { ...value, [field]: within, [name]: put };
}

/** The schemas of what may be posted: of all of it, and of one request where a list may be sent as well. */
function schemasOf({ given }: ApiOperation): { readonly all: JsonSchema; readonly one: JsonSchema } {
  const { schema, named } = described(given);
  const whole = (of: SchemaData) =>
    JSON.parse(JSON.stringify({ ...of, $defs: named }).replaceAll(IN_OPENAPI, '#/$defs/')) as JsonSchema;
  return { all: whole(schema), one: whole(schema.anyOf?.[0] ?? schema) };
}

/**
 * Asks with what is made from an operation's own schema: fails unless some of it is answered and nothing throws.
 * @param made how many bodies that are one request
 * @param lists how many that may be whole lists, each a hundred times as much work
 */
async function askWhatIsMade(one: ApiOperation, made: number, lists: number): Promise<void> {
  const schemas = schemasOf(one);
  const outcomes = new Set<string>();
  for (const [schema, times] of [
    [schemas.one, made],
    [schemas.all, lists],
  ] as const) {
    for (let seed = SEED; seed < SEED + times; seed += 1) {
      const body = await generate(schema, { seed });
      const call = { method: 'POST', path: one.path, query: new URLSearchParams(), body };
      const { kind } = await answerCall(call, READER);
      outcomes.add(kind);
    }
  }
  assert.ok(outcomes.has('answer'), [...outcomes].join());
}

/** Asks with the same and something else in it: fails unless each is answered, or told what is wrong. */
async function askWhatIsSpoilt(server: ApiServer, one: ApiOperation, times: number): Promise<void> {
  const { all } = schemasOf(one);
  const good = await Promise.all([1, 2, 3, 4].map((seed) => generate(all, { seed })));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(3),
      fc.nat(80),
      anything,
      fc.string({ maxLength: 20 }),
      async (which, at, put, name) => {
        const response = await server.post(one.path, spoilt(good[which], at, put, name));
        const answer = (await response.json()) as { readonly status?: number };
        assert.ok([200, 400, 422].includes(response.status), `${response.status}`);
        if (response.status !== 200) assert.equal(answer.status, response.status);
      },
    ),
    { numRuns: times, seed: SEED },
  );
}

/** Calls whatever address: fails where one fails the server. */
async function callAnything(server: ApiServer, times: number): Promise<void> {
  const paths = ['/receipts/', '/editions/', '/compare?from=', '/vocabulary?locale=', '/'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.boolean(),
      async (path, more, raw) => {
        const called = raw
          ? more.replaceAll(/[^\x21-\x7e]/g, '%').replaceAll('#', '')
          : encodeURIComponent(more.replaceAll(/\p{Surrogate}/gu, ''));
        const response = await server.get(`${path}${called}`);
        await response.text();
        assert.ok(response.status < 500, `${path}${called}: ${response.status}`);
      },
    ),
    { numRuns: times, seed: SEED },
  );
}

/** How often each is tried. */
interface Often {
  readonly made: number;
  readonly lists: number;
  readonly spoilt: number;
  readonly called: number;
}

/** All of it, as often as there is time for. */
export function describeHostile(title: string, { made, lists, spoilt: changed, called }: Often): void {
  describe(title, () => {
    let server: ApiServer;
    before(async () => {
      server = await apiServer();
    });
    after(() => server.close());

    for (const one of POSTS) {
      it(`made from its own schema is answered, or told what is wrong: ${one.id}`, () =>
        askWhatIsMade(one, made, lists));

      it(`made from its own schema and spoilt never fails the server: ${one.id}`, () =>
        askWhatIsSpoilt(server, one, changed));
    }

    it('in paths and queries never fails the server', () => callAnything(server, called));
  });
}
