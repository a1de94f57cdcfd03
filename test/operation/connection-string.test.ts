import assert from 'node:assert/strict';
import { ConfigError } from '../../src/problem/config-error.js';
import { parseConfig } from '../../src/start/config.js';
import { KEY } from './ingestion.js';

describe('The connection string of Application Insights', () => {
  const bad = [
    'nonsense',
    KEY,
    'InstrumentationKey=',
    'InstrumentationKey=geheim',
    `InstrumentationKey=${KEY};IngestionEndpoint`,
    `InstrumentationKey=${KEY};IngestionEndpoint=http://127.0.0.1:1/`,
    `InstrumentationKey=${KEY};IngestionEndpoint=geheim`,
    'IngestionEndpoint=https://a.example/',
    `InstrumentationKey=${KEY};IngestionEndpoint=https://a b/`,
  ];
  for (const text of bad) {
    it(`stops the start where the connection string is “${text}”, and keeps it out of the message`, () => {
      assert.throws(
        () => parseConfig({ APPLICATIONINSIGHTS_CONNECTION_STRING: text }),
        (error: unknown) => {
          assert.ok(error instanceof ConfigError);
          assert.match(error.message, /^APPLICATIONINSIGHTS_CONNECTION_STRING .*Copy it again from/);
          assert.ok(!error.message.includes('geheim') && !error.message.includes(KEY));
          return true;
        },
      );
    });
  }

  it('takes a string as the portal shows it, with a semicolon at the end or a key in capitals as well', () => {
    const upper = KEY.replace('4444-', 'ABCD-');
    const text = `InstrumentationKey=${upper};IngestionEndpoint=https://westeurope-5.in.applicationinsights.azure.com/;LiveEndpoint=https://westeurope.livediagnostics.monitor.azure.com/;ApplicationId=${KEY};`;
    const { appInsights = '' } = parseConfig({ APPLICATIONINSIGHTS_CONNECTION_STRING: text });
    assert.ok(appInsights.startsWith(`instrumentationkey=${upper.toLowerCase()};ingestionendpoint=https://`));
    assert.ok(!appInsights.endsWith(';'));
  });
});
