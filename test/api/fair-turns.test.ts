import assert from 'node:assert/strict';
import { answerCall } from '../../src/api/answer-call.js';
import { answerLines } from '../../src/api/answer-lines.js';
import { LANGUAGES } from '../../src/language/languages.js';
import { eventually } from '../eventually.js';
import { Sink } from './sink.js';

const readerOf = (caller: string) => ({ language: LANGUAGES.en, edition: undefined, caller }) as const;

/** Each text another one, so that no answer is there already. */
let texts = 0;
function request(): { readonly text: string } {
  texts += 1;
  return { text: `customer ${texts} bought E3 from Microsoft` };
}

function asked(caller: string, body: unknown) {
  const call = { method: 'POST', path: '/advise', query: new URLSearchParams(), body };
  return Promise.resolve(answerCall(call, readerOf(caller)));
}

/** So many of another caller's may come first: the one that is being answered, and one turn. */
const BEFORE = 3;

describe('Whoever asks the API for one thing', () => {
  it('is answered before all that another one has asked for, in calls and in lists', async () => {
    let answers = 0;
    const bodies = [...Array.from({ length: 15 }, request), Array.from({ length: 4 }, request)];
    const all = bodies.map(async (body) => {
      const answer = await asked('anna', body);
      answers += 1;
      return answer.kind;
    });
    assert.equal((await asked('ben', request())).kind, 'answer');
    assert.ok(answers <= BEFORE, `${answers} came first`);
    assert.deepEqual(new Set(await Promise.all(all)), new Set(['answer']));
  });

  it('is answered before all the lines that another one streams', async () => {
    async function* lines(): AsyncGenerator<string> {
      for (let line = 0; line < 4; line += 1) yield `${JSON.stringify(request())}\n`;
    }
    const sinks = Array.from({ length: 10 }, () => new Sink());
    const count = (): number => sinks.reduce((sum, sink) => sum + sink.count, 0);
    const streamed = sinks.map((sink) => answerLines(lines(), sink, readerOf('anna'), 'id'));
    await eventually('the first answer', () => count() > 0);
    const before = count();
    assert.equal((await asked('ben', request())).kind, 'answer');
    assert.ok(count() - before <= BEFORE, `${count() - before} came first`);
    await Promise.all(streamed);
    assert.equal(count(), 40);
  });
});
