import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Running } from '../../src/main.js';
import { startIn, temporaryFolder } from '../start/running.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, textOf } from '../turn/card-reader.js';

/** A Direct Line client that wishes for a user id, and where it is told what the bot says. */
async function chatAs({ address }: Running, id: string | undefined, locale: string) {
  const base = `${address}/v3/directline`;
  const call = async (path: string, token: string | undefined, body?: Json): Promise<Json> => {
    const response = await fetch(`${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(response.ok, `${path}: ${response.status}`);
    return (await response.json()) as Json;
  };
  const generated = await call('/tokens/generate', undefined, { user: { id } });
  const token = String(generated.token);
  const path = `/conversations/${generated.conversationId}/activities`;
  await call('/conversations', token, { locale });
  return {
    say: (text: string) => call(path, token, { type: 'message', text, locale }),
    async last(): Promise<string> {
      const { activities } = await call(`${path}?watermark=0`, token);
      return textOf(cardOf((activities as readonly Json[]).at(-1) ?? {}));
    },
  };
}

describe('What is kept of a person', () => {
  const folder = temporaryFolder();
  let product: Running;
  before(async () => {
    product = await startIn(folder.path);
  });
  after(async () => {
    await product.close();
    folder.remove();
  });

  const ANNA = 'dl_6f1b2c3d4e5f60718293a4b5c6d7e8f9';

  it('is theirs in a later conversation, under an id that nobody guesses', async () => {
    const anna = await chatAs(product, ANNA, 'en');
    await anna.say('magyar');
    await anna.say('start');
    const again = await chatAs(product, ANNA, 'en');
    assert.ok((await again.last()).includes(LANGUAGES.hu.say('welcome.title')));
  });

  const others = [
    undefined,
    ANNA.slice(0, -1),
    `${ANNA}0`,
    ANNA.toUpperCase(),
    ` ${ANNA}`,
    `${ANNA}\u0000`,
    'dl_6f1b2c',
    'anna',
    '29:anna-of-another-channel',
    'multichannel-advisor',
    '["person","directline","dl_6f1b2c3d4e5f60718293a4b5c6d7e8f9"]',
  ];
  for (const id of others) {
    it(`is neither shown to nor changed by ${JSON.stringify(id)}`, async () => {
      const stranger = await chatAs(product, id, 'en');
      assert.ok((await stranger.last()).includes(LANGUAGES.en.say('welcome.title')));
      await stranger.say('русский');
      const anna = await chatAs(product, ANNA, 'en');
      assert.ok((await anna.last()).includes(LANGUAGES.hu.say('welcome.title')));
    });
  }

  it('cannot be reached by an id that is short enough to be guessed: everybody gets another one', async () => {
    const first = await chatAs(product, 'dl_short', 'en');
    await first.say('magyar');
    const second = await chatAs(product, 'dl_short', 'en');
    assert.ok((await second.last()).includes(LANGUAGES.en.say('welcome.title')));
  });
});
