import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { WORDS } from '../../src/operation/vocabularies.js';
import { temporaryFolder } from '../start/running.js';
import type { Json } from '../turn/bot-server.js';
import { ingestion, KEY } from './ingestion.js';
import { startProduct } from './process.js';

const SECRETS = ['geheimestext', 'annasname', 'dl_annas-id-0123456789', 'geheimelocale'];

describe('Application Insights', () => {
  it('gets the counts of the real process when it ends, and nothing else', async () => {
    const folder = temporaryFolder();
    const service = await ingestion();
    const trusted = join(folder.path, 'ca.pem');
    writeFileSync(trusted, service.cert);
    const product = await startProduct(join(folder.path, 'data'), {
      APPLICATIONINSIGHTS_CONNECTION_STRING: service.connectionString,
      NODE_EXTRA_CA_CERTS: trusted,
    });
    try {
      const base = `${product.address}/v3/directline`;
      const call = async (path: string, body: Json, token = ''): Promise<Json> => {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const answer = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
        return (await answer.json()) as Json;
      };
      const user = { id: SECRETS[2], name: SECRETS[1] };
      const { token, conversationId } = await call('/tokens/generate', { user });
      await call('/conversations', { locale: 'en' }, String(token));
      const said = [SECRETS[0], 'start', '1', '4'];
      for (const text of said) {
        const activity = { type: 'message', text, locale: SECRETS[3], from: user };
        await call(`/conversations/${conversationId}/activities`, activity, String(token));
      }
      product.stop('SIGTERM');
      assert.deepEqual(await product.ended, { code: 0 });
      const envelopes = service.received.flatMap((each) => each.envelopes);
      const value = (name: string, properties: object): number | undefined =>
        envelopes.find(({ data: { baseData } }) => {
          const same = JSON.stringify(baseData.properties) === JSON.stringify(properties);
          return baseData.metrics[0]?.name === name && same;
        })?.data.baseData.metrics[0]?.value;
      assert.equal(value('advisor_turns_total', { channel: 'directline', input: 'text' }), 4);
      assert.equal(value('advisor_turns_total', { channel: 'directline', input: 'arrive' }), 1);
      assert.equal(value('advisor_interviews_total', { state: 'finished' }), 1);
      assert.equal(value('advisor_turn_seconds_count', { stage: 'total' }), 5);
      assert.ok((value('advisor_turn_seconds_sum', { stage: 'total' }) ?? 0) > 0);

      const labels = new Set(Object.values(WORDS).flatMap((words) => Object.keys(words)));
      for (const { name, iKey, tags, data } of envelopes) {
        assert.equal(name, 'Microsoft.ApplicationInsights.Metric');
        assert.equal(iKey, KEY);
        assert.deepEqual(
          new Set(Object.keys(tags)),
          new Set(['ai.cloud.role', 'ai.cloud.roleInstance', 'ai.internal.sdkVersion']),
        );
        assert.equal(tags['ai.cloud.role'], 'multichannel-advisor');
        for (const label of Object.keys(data.baseData.properties)) {
          assert.ok(labels.has(label) || label === 'stage' || label === 'call', label);
        }
        for (const metric of data.baseData.metrics) assert.match(metric.name, /^advisor_/);
      }
      const all = JSON.stringify(service.received).toLowerCase();
      const { username } = userInfo();
      for (const word of [...SECRETS, String(conversationId), `"${hostname()}"`, `"${username}"`, 'bucket']) {
        assert.ok(!all.includes(word.toLowerCase()), word);
      }
      assert.ok(service.received.every(({ path }) => path === '/v2.1/track'));
      assert.ok(!product.output().includes(KEY), 'the connection string is not in the log');
    } finally {
      await product.kill();
      await service.close();
      folder.remove();
    }
  });
});
