import assert from 'node:assert/strict';
import { HandOverError } from '../../src/handover/hand-over.js';
import { webhook } from '../../src/handover/webhook.js';
import { caseOf } from './cases.js';
import { type Reply, webhookDesk } from './webhook-desk.js';

/** What passes by itself, if one tries again. */
const BUSY: readonly Reply[] = [...[429, 502, 503, 504].map((status) => ({ status })), 'break'];

type Desk = Awaited<ReturnType<typeof webhookDesk>>;

/** The message that a sending is refused with, after looking that it keeps what it must. */
async function refusal(sending: Promise<void>): Promise<string> {
  const error: unknown = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof HandOverError, String(error));
  assert.equal(error.cause, undefined);
  assert.doesNotMatch(error.stack ?? '', /secret|Secret words|29:anna/);
  assert.match(error.message, /HANDOFF_URL/);
  return error.message;
}

describe('The webhook', () => {
  let desk: Desk;
  async function open(...replies: readonly Reply[]): Promise<Desk> {
    desk = await webhookDesk(...replies);
    return desk;
  }
  afterEach(() => desk.close());

  for (const status of [200, 201, 202, 204]) {
    it(`has delivered a case when it is answered ${status}`, async () => {
      const { url, received } = await open({ status });
      await webhook(url).send(caseOf('key.1.2.2026-11'));
      assert.equal(received.length, 1);
      const [first] = received;
      assert.ok(first);
      const { method, headers, body } = first;
      assert.equal(method, 'POST');
      assert.equal(headers['content-type'], 'application/json');
      assert.equal(headers['idempotency-key'], 'key.1.2.2026-11');
      assert.deepEqual(body, caseOf('key.1.2.2026-11'));
    });
  }

  for (const status of [400, 401, 404, 409, 500, 501]) {
    it(`gives up at once when it is answered ${status}`, async () => {
      const { url, received } = await open({ status, body: 'Secret words of the case' });
      assert.match(await refusal(webhook(url).send(caseOf('a'))), new RegExp(`${status}`));
      assert.equal(received.length, 1);
    });
  }

  for (const busy of BUSY) {
    it(`tries once more, under the same key, after ${JSON.stringify(busy)}`, async () => {
      const { url, received } = await open(busy, { status: 200 });
      await webhook(url).send(caseOf('a'));
      assert.deepEqual(
        received.map(({ headers }) => headers['idempotency-key']),
        ['a', 'a'],
      );
    });

    it(`tries no third time after ${JSON.stringify(busy)}`, async () => {
      const { url, received } = await open(busy);
      await refusal(webhook(url).send(caseOf('a')));
      assert.equal(received.length, 2);
    });
  }

  it('waits as long as it is asked to', async () => {
    const { url, received } = await open({ status: 503, headers: { 'retry-after': '1' } }, { status: 200 });
    await webhook(url).send(caseOf('a'));
    const [first, second] = received.map(({ at }) => at);
    assert.ok((second ?? 0) - (first ?? 0) >= 990);
  });

  for (const later of ['3', '86400', 'in an hour']) {
    it(`does not let a person wait for "Retry-After: ${later}"`, async () => {
      const date = new Date(Date.now() + 3_600_000).toUTCString();
      const headers = { 'retry-after': later === 'in an hour' ? date : later };
      const { url, received } = await open({ status: 429, headers });
      await refusal(webhook(url).send(caseOf('a')));
      assert.equal(received.length, 1);
    });
  }

  for (const odd of ['soon', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT']) {
    it(`makes a short pause of its own at "Retry-After: ${odd}"`, async () => {
      const { url, received } = await open({ status: 429, headers: { 'retry-after': odd } }, { status: 200 });
      await webhook(url).send(caseOf('a'));
      assert.equal(received.length, 2);
    });
  }

  it('does not try again where there is no time for it', async () => {
    const { url, received } = await open({ status: 503 }, { status: 200 });
    assert.match(await refusal(webhook(url, 500, 100).send(caseOf('a'))), /503/);
    assert.equal(received.length, 1);
  });

  it('gives up on an address that never answers', async () => {
    const { url, received } = await open('silence');
    assert.match(await refusal(webhook(url, 500).send(caseOf('a'))), /in time/);
    assert.equal(received.length, 1);
  });

  it('follows no redirect', async () => {
    const elsewhere = await webhookDesk({ status: 200 });
    const { url, received } = await open({ status: 307, headers: { location: elsewhere.url } });
    assert.match(await refusal(webhook(url).send(caseOf('a'))), /redirects/);
    await elsewhere.close();
    assert.deepEqual([received.length, elsewhere.received.length], [1, 0]);
  });

  it('says that nobody is there', async () => {
    const { url, close } = await open();
    await close();
    assert.match(await refusal(webhook(url).send(caseOf('a'))), /ECONNREFUSED/);
  });

  it('makes a key of any id', async () => {
    const { url, received } = await open({ status: 200 });
    for (const id of ['汉', 'a\r\nX-Evil: 1', '']) await webhook(url).send(caseOf(id));
    const keys = received.map(({ headers }) => String(headers['idempotency-key']));
    assert.equal(new Set(keys).size, 3);
    for (const key of keys) assert.match(key, /^[\w-]{43}$/);
  });
});
