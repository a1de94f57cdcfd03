import assert from 'node:assert/strict';
import { call, newcomer } from '../faults/person.js';
import { webhookDesk } from '../handover/webhook-desk.js';
import { startIn, temporaryFolder } from '../start/running.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, taps } from '../turn/card-reader.js';

/** A conversation of somebody without a name, who has as many tokens as they can get. */
async function begin(address: string) {
  const person = await newcomer(address);
  await person.open(address);
  return {
    token: person.token,
    say: (body: Json) => person.send(address, { type: 'message', ...body }),
    /** The taps on the card that came last. */
    async shown(): Promise<readonly Json[]> {
      const last = (await person.heard(address)).at(-1);
      return taps(last?.attachments ? cardOf(last) : {}, 'Action.Submit');
    },
  };
}

describe('One caller without a name', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  async function running(environment: Record<string, string>, run: (address: string) => Promise<void>) {
    const product = await startIn(folder.path, environment);
    try {
      await run(product.address);
    } finally {
      await product.close();
    }
  }

  it('has as many calls a minute with 22 tokens as an address has', async () => {
    await running({}, async (address) => {
      const chats = [];
      for (let i = 0; i < 22; i += 1) chats.push(await begin(address));
      let answered = 44;
      for (let i = 0; i < 60; i += 1) {
        const calls = chats.map(({ token }) =>
          call(`${address}/v3/directline/session/getsessionid`, token, 'GET'),
        );
        answered += (await Promise.all(calls)).filter(({ status }) => status === 200).length;
      }
      assert.ok(answered <= 5 * 120 + 22, `${answered} calls were answered`);
      assert.ok(answered > 500);
    });
  });

  it('hands over 20 cases an hour from one address, and whoever sends more is told that it did not work', async () => {
    const desk = await webhookDesk({ status: 204 });
    try {
      await running({ HANDOFF_URL: desk.url }, async (address) => {
        let last = await begin(address);
        for (let i = 0; i < 24; i += 1) {
          if (i > 0) last = await begin(address);
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
      await running({ HANDOFF_URL: desk.url }, async (address) => {
        const { say, shown } = await begin(address);
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
