import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { generate, type JsonSchema } from 'json-schema-faker';
import { answerCall } from '../../src/api/answer-call.js';
import { described, IN_OPENAPI } from '../../src/api/describe/described.js';
import { OPERATIONS } from '../../src/api/operations/operations.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { tries } from '../effort.js';
import { type ApiServer, apiServer } from './api-server.js';

const POSTS = OPERATIONS.filter(({ method }) => method === 'post');

/** Numbers from a seed, so that what has failed fails again. */
const SEED = 20_261_123;

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

describe('Hostile input to the HTTP API', () => {
  let server: ApiServer;
  before(async () => {
    server = await apiServer();
  });
  after(() => server.close());

  for (const one of POSTS) {
    const { schema, named } = described(one.given);
    const text = JSON.stringify({ ...schema, $defs: named }).replaceAll(IN_OPENAPI, '#/$defs/');
    const whole = JSON.parse(text) as JsonSchema;

    it(`made from its own schema is answered, or told what is wrong: ${one.id}`, async () => {
      const outcomes = new Set<string>();
      const times = tries({ all: 2000, quick: 150 });
      for (let seed = SEED; seed < SEED + times; seed += 1) {
        const body = await generate(whole, { seed });
        const call = { method: 'POST', path: one.path, query: new URLSearchParams(), body };
        const { kind } = await answerCall(call, {
          language: LANGUAGES.en,
          edition: undefined,
          caller: 'anna',
        });
        outcomes.add(kind);
      }
      assert.ok(outcomes.has('answer'), [...outcomes].join());
    });

    it(`made from its own schema and spoilt never fails the server: ${one.id}`, async () => {
      const good = await Promise.all([1, 2, 3, 4].map((seed) => generate(whole, { seed })));
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
        { numRuns: tries({ all: 2000, quick: 200 }), seed: SEED },
      );
    });
  }

  it('in paths and queries never fails the server', async () => {
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
      { numRuns: tries({ all: 2000, quick: 200 }), seed: SEED },
    );
  });
});
