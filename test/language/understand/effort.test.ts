import assert from 'node:assert/strict';
import { quoted } from '../../../src/cards/quote.js';
import { redact } from '../../../src/feedback/redact.js';
import { LANGUAGE_TAGS } from '../../../src/language/languages.js';
import { lexiconOf } from '../../../src/language/lexicon/lexicons.js';
import { MOST_DOUBTS, unsureIn } from '../../../src/language/understand/claims/unsure.js';
import {
  clausesOf,
  hasValue,
  MOST_CLAUSES,
  partsOf,
  valuesIn,
} from '../../../src/language/understand/clauses/clauses.js';
import { runsOf } from '../../../src/language/understand/phrases/han.js';
import { MOST_MENTIONS, mentionsOf } from '../../../src/language/understand/phrases/mentions.js';
import { wordsOf } from '../../../src/language/understand/text/word.js';
import { type Understanding, understand } from '../../../src/language/understand/understand.js';
import { someOf } from '../../effort.js';

/** As much of a line as is read. */
const READ = 4000;

/** What a character may cost, in steps, and a line besides: every mention beside every other. */
const A_CHARACTER = 60;
const A_LINE = MOST_MENTIONS ** 2;

function repeated(text: string, length = READ): string {
  return `${text} `.repeat(Math.ceil(length / (text.length + 1))).slice(0, length);
}

/** One way of writing a phrase of a lexicon, without its marks. */
function written(phrase: string): string {
  const words = phrase.split(/\s+/).map((each) => each.split('|')[0] ?? '');
  return words.map((word) => word.replaceAll(/[=*?…]/g, '')).join(' ');
}

function effort(text: string, language: (typeof LANGUAGE_TAGS)[number]): number {
  let steps = 0;
  understand(text, { language, count: (more) => (steps += more) });
  return steps;
}

/** Every 40th entry: the others differ from these in nothing that counts here. */
const SAMPLE = 40;
/** So many entries fit into a line, three times over. */
const TOGETHER = 100;

describe('Reading is linear', () => {
  for (const language of LANGUAGE_TAGS) {
    it(`whatever entry of its lexicon a line repeats (${language})`, () => {
      const phrases = Object.values(lexiconOf(language).concepts).flat();
      for (const phrase of phrases.filter((_, place) => place % SAMPLE === 0)) {
        const text = repeated(written(phrase));
        const steps = effort(text, language);
        assert.ok(steps <= A_CHARACTER * READ + A_LINE, `${phrase}: ${steps} steps`);
      }
    });

    it(`whatever entries of its lexicon follow one another in a line (${language})`, () => {
      const phrases = Object.values(lexiconOf(language).concepts).flat().map(written);
      const groups = Array.from({ length: Math.ceil(phrases.length / TOGETHER) }, (_, at) => at * TOGETHER);
      for (const first of someOf(groups, 4)) {
        const text = repeated(phrases.slice(first, first + TOGETHER).join(' '));
        const steps = effort(text, language);
        assert.ok(steps <= A_CHARACTER * READ + A_LINE, `${phrases[first]} …: ${steps} steps`);
      }
    });
  }

  const HOSTILE: Readonly<Record<string, string>> = {
    'one word without end': 'x'.repeat(READ),
    'slips of many words': repeated('goverment manageing licnse microsft'),
    'marks on one letter': `a${'\u0301'.repeat(READ - 1)}`,
    'joined signs': '\u{1F468}\u200d'.repeat(READ / 3),
    'Han without a space': '政府间接经销商'.repeat(300).slice(0, READ),
    'all scripts': repeated('EA ЕА 企业协议 ﷽ ก็ नमस्ते 한국어 שלום'),
    'doubts about doubts': repeated("don't know whether direct or indirect or not EA"),
    'doubts without end': repeated('not sure EA,'),
    'nothing but doubts': repeated('"фз" "хз"'),
    'doubts without a space': '不知道企业协议'.repeat(600).slice(0, READ),
    countries: repeated('tenant in Germany we in Austria'),
    'countries without a space': '德国奥地利客户'.repeat(600).slice(0, READ),
    'whose countries': '客户在德国我们在奥地利'.repeat(400).slice(0, READ),
    'punctuation alone': '?!.,;:—'.repeat(290),
  };

  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`for ${what}`, () => {
      for (const language of LANGUAGE_TAGS) {
        const steps = effort(text, language);
        assert.ok(steps <= A_CHARACTER * READ + A_LINE, `${language}: ${steps} steps`);
      }
    });

    it(`and ends where a line ends, for ${what}`, () => {
      const long = repeated(text, 128_000);
      const read = (line: string): Understanding => understand(line, { language: 'en' });
      assert.equal(effort(long, 'en'), effort(long.slice(0, READ), 'en'));
      assert.deepEqual(read(long), read(long.slice(0, READ)));
    });
  }

  it('looks around so many doubts and no more', () => {
    for (const line of [
      "don't know whether EA or MCA ",
      'not sure EA,',
      'no idea ',
      'unsure about the EA ',
    ]) {
      const words = wordsOf(repeated(line));
      const clauses = clausesOf(words, mentionsOf(words, 'en'));
      let steps = 0;
      unsureIn(
        clauses,
        [],
        () => [],
        (more) => (steps += more),
      );
      assert.ok(steps > 0 && steps <= 2 * MOST_DOUBTS * MOST_MENTIONS, `${line}: ${steps} steps`);
    }
  });

  it('finds the runs of Han characters as far as a phrase can go, and no further', () => {
    const words = wordsOf('政府间接经销商企业协议，a客户');
    const runs = runsOf(words);
    assert.deepEqual(
      [runs[0], runs[6], runs[10], runs.at(-2)],
      ['政府间接经销商企', '商企业协议', '议', '客户'],
    );
    assert.equal(runs[words.findIndex(({ lower }) => lower === 'a')], '');
  });

  it('has so many mentions and no more', () => {
    const words = wordsOf('政府'.repeat(1000));
    assert.equal(mentionsOf(words, 'zh-CN').length, MOST_MENTIONS);
  });

  it('has so many clauses and no more, where nothing is named in them', () => {
    for (const line of ['县\n', 'x! ', 'x,']) {
      const words = wordsOf(line.repeat(1300));
      assert.ok(clausesOf(words, []).length <= MOST_CLAUSES, line);
    }
    const last = clausesOf(wordsOf('x! '.repeat(1300)), []).at(-1);
    assert.equal(last?.sentence, 1299);
  });

  it('puts together once what every part of a line asks for', () => {
    const words = wordsOf('tier-2" and direct. '.repeat(100));
    const clauses = clausesOf(words, mentionsOf(words, 'en'));
    assert.ok(partsOf(0, clauses).length > 0);
    assert.equal(partsOf(0, clauses), partsOf(0, clauses));
    assert.equal(valuesIn(clauses), valuesIn(clauses));
    assert.deepEqual(valuesIn(clauses), clauses.flatMap(({ parts }) => parts).filter(hasValue));
    assert.deepEqual(partsOf(9999, clauses), []);
  });

  it('does not look at what a quotation or an opinion would not keep', () => {
    // Whoever looked at all of it would see the letters; whoever normalised it first would take seconds.
    const marks = '\u0301'.repeat(128_000);
    assert.equal(quoted(`Anna${marks}Kovacs`).includes('Kovacs'), false);
    assert.equal(redact(`${' \u200b'.repeat(1990)} good anna.kovacs@example.com`), 'good');
  });
});
