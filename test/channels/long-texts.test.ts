import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import { READABLE } from '../../src/problem/readable.js';
import { startIn, temporaryFolder } from '../start/running.js';
import type { Json } from '../turn/bot-server.js';
import { cardOf, textOf } from '../turn/card-reader.js';
import { call, startChat } from './directline/direct-line-call.js';
import type { EchoServer } from './directline/echo-server.js';

const english = LANGUAGES.en;

describe('A long text in Web Chat', () => {
  const folder = temporaryFolder();
  let product: Awaited<ReturnType<typeof startIn>>;
  before(async () => {
    product = await startIn(folder.path);
  });
  after(async () => {
    await product.close();
    folder.remove();
  });

  /** What the bot answers to a text of so many characters that says something at its end only. */
  async function answerTo(length: number, end: string): Promise<string> {
    const server = { domain: `${product.address}/v3/directline` } as EchoServer;
    const { path, token } = await startChat(server, 'en');
    const text = `${'The garden was lovely. '.repeat(length).slice(0, length - end.length - 1)}\n${end}`;
    assert.equal(text.length, length);
    await call(server, `POST ${path}/activities`, { token, body: { type: 'message', text, locale: 'en' } });
    const { body } = await call(server, `GET ${path}/activities`, { token });
    return textOf(cardOf((body.activities?.at(-1) ?? {}) as Json));
  }

  const SAID = 'They bought Office 365 through an Enterprise Agreement.';

  it('is read to its end, as far as texts are read', async () => {
    const answer = await answerTo(READABLE, SAID);
    assert.ok(answer.includes(english.say('understood.title')), answer);
    assert.ok(answer.includes(english.say('option.seller.enterpriseAgreement')), answer);
  });

  it('has its receipt opened wherever that stands', async () => {
    const answer = await answerTo(READABLE, 'MC-8Q27-6Y');
    assert.ok(answer.includes('MC-8Q27-6Y'), answer);
  });

  it('is not read at all where it is longer, and the person is told', async () => {
    for (const length of [READABLE + 1, READABLE + 99, 3 * READABLE]) {
      const answer = await answerTo(length, SAID);
      assert.ok(answer.includes(english.say('notice.tooLong')), `${length}: ${answer}`);
    }
  });
});
