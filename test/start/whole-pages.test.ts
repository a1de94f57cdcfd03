import assert from 'node:assert/strict';
import { request } from 'node:http';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { startIn, temporaryFolder } from './running.js';

const RECEIPT = writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false });
const ACCEPT = 'text/html,*/*;q=0.8';

/** What a browser is answered that calls the product by a host. */
async function looked(address: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ policy: string; type: string; body: string }>((done, failed) => {
    const call = request(
      address,
      { agent: false, headers: { accept: ACCEPT, ...headers } },
      async (answer) => {
        const { 'content-security-policy': policy, 'content-type': type } = answer.headers;
        const body = (await answer.setEncoding('utf8').toArray()).join('');
        done({ policy: String(policy), type: String(type), body });
      },
    );
    call.on('error', failed).end();
  });
}

describe('The pages of the whole product', () => {
  const folder = temporaryFolder();
  let address = '';
  let close = async (): Promise<void> => undefined;
  before(async () => {
    const settings = { EMBED_ORIGINS: 'https://contoso.com', TRUST_PROXY: 'true' };
    const running = await startIn(folder.path, settings);
    address = running.address;
    close = () => running.close();
  });
  after(async () => {
    await close();
    folder.remove();
  });

  it('are seen in the sites of EMBED_ORIGINS when something is wrong as well', async () => {
    const { policy } = await looked(`${address}/nothing`, {});
    assert.match(policy, /frame-ancestors 'self' https:\/\/contoso\.com$/);
  });

  it('link to where the proxy of TRUST_PROXY was called', async () => {
    const forwarded = { 'x-forwarded-host': 'advisor.contoso.com', 'x-forwarded-proto': 'https' };
    const { body } = await looked(`${address}/print/${RECEIPT}`, forwarded);
    assert.ok(body.includes(`https://advisor.contoso.com/r/${RECEIPT}`));
  });

  it('tell a browser too what to do where they are called by a wrong name', async () => {
    const { type, body } = await looked(address, { host: 'advisor.contoso.com' });
    assert.equal(type, 'application/json');
    assert.match(body, /MicrosoftAppId/);
  });
});
