import assert from 'node:assert/strict';
import { answerCall } from '../../src/api/answer-call.js';
import { ReadyAnswers } from '../../src/api/ready-answers.js';
import { LANGUAGES } from '../../src/language/languages.js';

const READER = { language: LANGUAGES.en, edition: undefined, caller: 'anna' } as const;

async function advised(body: object, reader: Parameters<typeof answerCall>[1] = READER): Promise<Buffer> {
  const call = { method: 'POST', path: '/advise', query: new URLSearchParams(), body };
  const answer = await answerCall(call, reader);
  assert.equal(answer.kind, 'answer');
  return answer.kind === 'answer' ? answer.body : Buffer.alloc(0);
}

const kept = (length: number) => ({ body: Buffer.alloc(length), tag: undefined, language: 'en' });

describe('The finished answers of the API', () => {
  it('are put together once, and are the same afterwards', async () => {
    const body = { set: { cloud: 'public', partner: 'directBill' } };
    const first = await advised(body);
    assert.equal(await advised(structuredClone(body)), first);
  });

  it('are others for another situation, language or edition', async () => {
    const body = { set: { cloud: 'public', partner: 'directBill', service: 'usage' } };
    const english = await advised(body);
    const others = await Promise.all([
      advised({ set: { ...body.set, partner: 'indirectReseller' } }),
      advised(body, { ...READER, language: LANGUAGES.hu }),
      advised({ ...body, locale: 'ru' }),
      advised(body, { ...READER, edition: '2019-03' }),
      advised({ ...body, why: true }),
    ]);
    const all = [english, ...others].map((each) => each.toString());
    assert.equal(new Set(all).size, all.length);
    assert.equal(await advised(body), english);
  });

  it('are not kept where somebody’s own words are read', async () => {
    const body = { text: 'They bought from Microsoft directly.' };
    const first = await advised(body);
    const again = await advised(body);
    assert.notEqual(again, first);
    assert.deepEqual(again, first);
  });

  it('take no more than their bytes, whatever is asked', () => {
    const ready = new ReadyAnswers();
    for (let at = 0; at < 100; at += 1) ready.keep(`asked ${at}`, kept(100_000));
    assert.ok(ready.size > 3e6 && ready.size <= 4 * 1024 * 1024, `${ready.size} bytes`);
    assert.equal(ready.get('asked 0'), undefined);
    assert.equal(ready.get('asked 99')?.body.length, 100_000);
    ready.keep('large', kept(300_000));
    ready.keep('x'.repeat(2000), kept(1));
    assert.equal(ready.get('large'), undefined);
    assert.equal(ready.get('x'.repeat(2000)), undefined);
  });
});
