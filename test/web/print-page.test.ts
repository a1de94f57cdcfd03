import assert from 'node:assert/strict';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { startWebServer, type WebServer } from './web-server.js';

const RECEIPT = writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false });
const DAMAGED = `${RECEIPT.slice(0, -1)}${RECEIPT.endsWith('7') ? '8' : '7'}`;
const FORWARDED = {
  host: 'inside:3978',
  'x-forwarded-host': 'advisor.contoso.com',
  'x-forwarded-proto': 'https',
};

describe('The page of a receipt for paper', () => {
  let direct: WebServer;
  let behindProxy: WebServer;
  before(async () => {
    direct = await startWebServer();
    behindProxy = await startWebServer({ trustProxy: true });
  });
  after(async () => {
    await direct.close();
    await behindProxy.close();
  });

  it('links to where the proxy in front was called, if the proxy is believed', async () => {
    const believed = await behindProxy.get(`/print/${RECEIPT}`, FORWARDED);
    assert.ok(believed.body.includes(`https://advisor.contoso.com/r/${RECEIPT}`));
    const anybodys = await direct.get(`/print/${RECEIPT}`, FORWARDED);
    assert.ok(anybodys.body.includes(`http://inside:3978/r/${RECEIPT}`));
    assert.ok(!anybodys.body.includes('contoso'));
  });

  it('lets no host into its links that is none, whoever names it', async () => {
    const headers = { ...FORWARDED, 'x-forwarded-host': 'contoso.com/"><b>' };
    const { status, body } = await behindProxy.get(`/print/${RECEIPT}`, headers);
    assert.equal(status, 200);
    assert.ok(!body.includes('contoso'));
  });

  it('leads to the chat, which says what is wrong, where the receipt is damaged', async () => {
    const { status, headers } = await direct.get(`/print/${DAMAGED}?locale=hu`);
    assert.deepEqual([status, headers.location], [302, `/r/${DAMAGED}?locale=hu`]);
    const nothing = await direct.get('/print/nothing?locale=hu');
    assert.deepEqual([nothing.status, nothing.headers.location], [302, '/?locale=hu']);
  });
});
