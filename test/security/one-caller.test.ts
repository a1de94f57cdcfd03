import assert from 'node:assert/strict';
import { webhookDesk } from '../handover/webhook-desk.js';
import { startIn, temporaryFolder } from '../start/running.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, taps } from '../turn/card-reader.js';

/** Somebody without a name, who has as many tokens as they can get. */
class Visitor {
  readonly #base: string;

  constructor(address: string) {
    this.#base = `${address}/v3/directline`;
  }

  async call(path: string, token = '', body?: Json): Promise<{ status: number; body: Json }> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const options = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(this.#base + path, { headers, ...options });
    return { status: response.status, body: (await response.json()) as Json };
  }

  /** A conversation that has begun. */
  async begin() {
    const { token } = (await this.call('/tokens/generate', '', {})).body as { token: string };
    const { conversationId } = (await this.call('/conversations', token, { locale: 'en' })).body;
    const path = `/conversations/${conversationId}/activities`;
    const say = (body: Json) => this.call(path, token, { type: 'message', ...body });
    /** The taps on the card that came last. */
    const shown = async (): Promise<readonly Json[]> => {
      let last: Json | undefined;
      for (let from = '0'; ; ) {
        const read = (await this.call(`${path}?watermark=${from}`, token)).body;
        const { activities, watermark } = read as { activities: Json[]; watermark: string };
        if (activities.length === 0) break;
        last = activities.at(-1);
        from = watermark;
      }
      return taps(last?.attachments ? cardOf(last) : {}, 'Action.Submit');
    };
    return { token, say, shown };
  }
}

describe('One caller without a name', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  async function running(environment: Record<string, string>, run: (visitor: Visitor) => Promise<void>) {
    const product = await startIn(folder.path, environment);
    try {
      await run(new Visitor(product.address));
    } finally {
      await product.close();
    }
  }

  it('has as many calls a minute with 22 tokens as an address has', async () => {
    await running({}, async (visitor) => {
      const chats = [];
      for (let i = 0; i < 22; i += 1) chats.push(await visitor.begin());
      let answered = 44;
      for (let i = 0; i < 60; i += 1) {
        const calls = chats.map(({ token }) => visitor.call('/session/getsessionid', token));
        answered += (await Promise.all(calls)).filter(({ status }) => status === 200).length;
      }
      assert.ok(answered <= 5 * 120 + 22, `${answered} calls were answered`);
      assert.ok(answered > 500);
    });
  });

  it('hands over 20 cases an hour from one address, and whoever sends more is told that it did not work', async () => {
    const desk = await webhookDesk({ status: 204 });
    try {
      await running({ HANDOFF_URL: desk.url }, async (visitor) => {
        let last = await visitor.begin();
        for (let i = 0; i < 24; i += 1) {
          if (i > 0) last = await visitor.begin();
          for (const text of ['start', '1', '4', 'person']) await last.say({ text });
          const send = (await last.shown()).find(({ action }) => action === 'sendToPerson');
          assert.ok(send);
          assert.equal((await last.say({ value: send })).status, 200);
        }
        assert.equal(desk.received.length, 20);
        assert.ok(
          (await last.shown()).some(({ action }) => action === 'sendToPerson'),
          'it is offered again',
        );
      });
    } finally {
      await desk.close();
    }
  });

  it('hands over five cases an hour as one person', async () => {
    const desk = await webhookDesk({ status: 204 });
    try {
      await running({ HANDOFF_URL: desk.url }, async (visitor) => {
        const { say, shown } = await visitor.begin();
        for (let i = 0; i < 8; i += 1) {
          for (const text of ['restart', '1', '4', 'person']) await say({ text });
          const send = (await shown()).find(({ action }) => action === 'sendToPerson');
          assert.ok(send);
          await say({ value: send });
        }
        assert.equal(desk.received.length, 5);
      });
    } finally {
      await desk.close();
    }
  });
});
