import assert from 'node:assert/strict';
import { newKey } from '../../src/api/callers/api-keys.js';
import { type ApiServer, apiServer, SITUATION } from './api-server.js';

/** Of everybody their own. */
const OWN = new Set(['date', 'x-request-id', 'ratelimit']);
const { key, entry } = newKey('crm');
const KEY = { 'x-api-key': key };

const CALLS: readonly (readonly [string, unknown, Readonly<Record<string, string>>])[] = [
  ['a question', { set: { cloud: 'public' } }, KEY],
  ['guidance', { set: SITUATION }, KEY],
  ['guidance in another language', { set: SITUATION }, { ...KEY, 'accept-language': 'hu' }],
  ['a text', { text: 'I am an indirect reseller' }, KEY],
  ['a list', [{ set: SITUATION }, {}], KEY],
  ['what the schema does not know', { sets: {} }, KEY],
  ['no JSON', '{', KEY],
  ['nothing', '', KEY],
  ['a body that is too large', `"${'a'.repeat(300_000)}"`, KEY],
  ['whoever has no key', { set: SITUATION }, {}],
  ['whoever has another key', { set: SITUATION }, { 'x-api-key': newKey('crm').key }],
  ['another type', { set: SITUATION }, { ...KEY, 'content-type': 'text/plain' }],
  ['a page that is listed', { set: SITUATION }, { ...KEY, origin: 'https://crm.example' }],
  ['a page that is not', { set: SITUATION }, { ...KEY, origin: 'https://other.example' }],
];

describe('Advice by its straight way', () => {
  let api: ApiServer;
  before(async () => {
    api = await apiServer({ API_KEYS: entry, API_ORIGINS: 'https://crm.example' });
  });
  after(() => api.close());

  async function told(path: string, body: unknown, headers: Readonly<Record<string, string>>) {
    const response = await api.post(path, body, headers);
    const text = await response.text();
    return {
      status: response.status,
      headers: Object.fromEntries([...response.headers].filter(([name]) => !OWN.has(name))),
      // Each problem names its request.
      text: text.replace(/"instance":"[^"]*"/, ''),
    };
  }

  for (const [name, body, headers] of CALLS) {
    it(`is for ${name} what it is by restify's`, async () => {
      const usual = await told('/advise?', body, headers);
      assert.deepEqual(await told('/advise', body, headers), usual);
      assert.deepEqual(await told('/advis%65', body, headers), usual);
    });
  }
});
