import assert from 'node:assert/strict';
import { type Document, OpenAPIClientAxios } from 'openapi-client-axios';
import { newKey } from '../../src/api/callers/api-keys.js';
import { type ApiServer, apiServer, SITUATION } from './api-server.js';

/** What a client has that a tool of others makes of the document alone. */
interface Made {
  advise(
    given: null,
    body: unknown,
  ): Promise<{ readonly data: { readonly eligibility: string; readonly receipt: string } }>;
  openReceipt(given: object): Promise<{ readonly data: { readonly eligibility: string } }>;
  compareEditions(given: object): Promise<{ readonly data: { readonly groups: readonly unknown[] } }>;
  getVocabulary(): Promise<{ readonly data: { readonly facts: readonly unknown[] } }>;
}

describe('A client that is made from the OpenAPI document', () => {
  const { key, entry } = newKey('client');
  let server: ApiServer;
  before(async () => {
    server = await apiServer({ API_KEYS: entry });
  });
  after(() => server.close());

  it('asks everything by name, and is answered', async () => {
    const definition = (await (await server.get('/openapi.json')).json()) as Document;
    const api = new OpenAPIClientAxios({
      definition,
      axiosConfigDefaults: { headers: { 'X-API-Key': key } },
    });
    const client = (await api.init()) as unknown as Made;
    const { data } = await client.advise(null, { set: SITUATION });
    assert.equal(data.eligibility, 'eligible');
    const again = await client.openReceipt({ code: data.receipt });
    assert.equal(again.data.eligibility, data.eligibility);
    const { groups } = (await client.compareEditions({ from: '2019-03', to: '2020-06' })).data;
    assert.ok(groups.length > 0);
    assert.ok((await client.getVocabulary()).data.facts.length > 8);
  });
});
