import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../src/language/languages.js';
import { lexiconOf } from '../../../src/language/lexicon/lexicons.js';
import { MOST_MENTIONS } from '../../../src/language/understand/phrases/mentions.js';
import { timeLimit } from '../../effort.js';
import type { Counted, Pass } from './count-calls.js';

/** As much of a line as is read. */
const READ = 4000;
const LONG = 128_000;

/** Calls of functions that a character may cost. */
const A_CHARACTER = 60;
/** What weighs a mention looks at the others, of which there are so many at most: each other one is looked at so often. */
const A_LOOK = 20;

const MOST: Readonly<Record<Pass, (length: number) => number>> = {
  understand: (length) => A_CHARACTER * Math.min(length, READ) + A_LOOK * MOST_MENTIONS ** 2,
  'understand a customer': (length) => A_CHARACTER * Math.min(length, READ) + A_LOOK * MOST_MENTIONS ** 2,
  // Each compares a text with a list of words that is the same for everybody.
  typed: (length) => 20_000 + length,
  'the gate': (length) => 20_000 + length,
  fold: (length) => 100 + length,
  quote: (length) => 100 + length,
  redact: (length) => 1000 + 4 * Math.min(length, READ),
};

function repeated(text: string, length: number, between = ' '): string {
  const one = `${text}${between}`;
  return one.repeat(Math.ceil(length / one.length)).slice(0, length);
}

/** One way of writing a phrase of a lexicon, without its marks. */
function written(phrase: string): string {
  const words = phrase.split(/\s+/).map((each) => each.split('|')[0] ?? '');
  return words.map((word) => word.replaceAll(/[=*?…]/g, '')).join(' ');
}

const SCRIPTS = 'EA ЕА 企业协议 ﷽ ก็ नमस्ते 한국어 שלום';

/** What somebody hostile would send, as long as is wanted. */
const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  'one word': (length) => 'x'.repeat(length),
  'marks on one letter': (length) => `a${'\u0301'.repeat(length - 1)}`,
  'letters with marks': (length) => repeated('e\u0301\u0323', length, ''),
  'all scripts': (length) => repeated(SCRIPTS, length),
  'all scripts without a space': (length) => repeated(SCRIPTS.replaceAll(' ', ''), length, ''),
  'joined signs': (length) => repeated('\u{1F468}\u200d', length, ''),
  'nothing that is seen': (length) => repeated('\u200b', length),
  'punctuation alone': (length) => repeated('?!.,;:—', length, ''),
  'spaces alone': (length) => ' '.repeat(length),
  'lines alone': (length) => '\n'.repeat(length),
  'quotation in quotation': (length) => repeated('> "', length),
  addresses: (length) => repeated('a@b.example', length, ''),
  'numbers without end': (length) => '1'.repeat(length),
  'one product after the other': (length) => repeated('E3 Azure', length),
  'products in one breath': (length) => repeated('E3 and Azure the', length),
  'sellers and products': (length) => repeated('from Microsoft E3, EA Azure', length),
  'companies that are words as well': (length) => repeated('Arrow Vivo', length),
  'slips of many words': (length) => repeated('goverment manageing licnse microsft', length),
  'Han without a space': (length) => repeated('政府间接经销商企业协议', length, ''),
};

describe('Every pass over a text of somebody else’s', function () {
  this.timeout(timeLimit(120_000));
  let worker: Worker;
  before(() => {
    worker = new Worker(new URL('count-calls.js', import.meta.url));
  });
  after(() => worker.terminate());

  async function callsOf(counted: Counted): Promise<number> {
    worker.postMessage(counted);
    const [calls] = await once(worker, 'message');
    return Number(calls);
  }

  async function check(pass: Pass, text: string, language: LanguageTag, what: string): Promise<void> {
    const calls = await callsOf({ pass, text, language });
    const most = MOST[pass](text.length);
    assert.ok(calls > 0 && calls <= most, `${what}, ${pass}, ${language}: ${calls} calls, at most ${most}`);
  }

  for (const [place, language] of LANGUAGE_TAGS.entries()) {
    it(`reads in so many calls, whatever word of its lexicon a text repeats (${language})`, async () => {
      // What is said in one language is weighed as in another: each concept is tried in one of them, from both sides.
      const all = Object.values(lexiconOf(language).concepts);
      for (const [phrase] of all.filter((_, at) => at % LANGUAGE_TAGS.length === place)) {
        if (phrase === undefined) continue;
        await check('understand', repeated(written(phrase), READ), language, phrase);
        await check('understand a customer', repeated(written(phrase), READ), language, phrase);
      }
    });
  }

  for (const [what, made] of Object.entries(HOSTILE)) {
    it(`takes so many calls for ${what}, however long it is`, async () => {
      for (const pass of Object.keys(MOST) as Pass[]) {
        for (const length of [READ, LONG]) await check(pass, made(length), 'en', what);
        await check(pass, made(READ), 'zh-CN', what);
      }
    });
  }
});
