import assert from 'node:assert/strict';
import { LANGUAGE_TAGS } from '../../../src/language/languages.js';
import { understand } from '../../../src/language/understand/understand.js';
import { FACT_IDS, isAnswer, isOption, optionsOf } from '../../../src/policy/facts.js';
import { cost } from '../../cost.js';

/** Pieces that trip readers of text: scripts, directions, joiners, halves of characters, syntax, and real words. */
const PIECES = [
  'Azure',
  'не',
  'EA',
  '不是',
  '企业协议',
  'közvetett',
  'não',
  'é',
  'reseller',
  'another',
  'or',
  'no,',
  'sorry',
  "don't know",
  'where',
  'they',
  'bought',
  '🙂',
  '👩‍👩‍👧',
  '\u200b',
  '\u202e',
  '\ud800',
  '\udc00',
  'עברית',
  'العربية',
  '\0',
  '$' + '{x}',
  '<at>bot</at>',
  '…',
  '((',
  '=',
  '*',
  '|',
  "'",
  '’s',
  '.us',
  'a.b.c',
  '\n',
  '\t',
  '。',
  '0145P',
  '1'.repeat(40),
  'ﬁ',
  'Ⅷ',
  '　',
] as const;

/** A small seeded generator: the same lines on every machine. */
function* lines(count: number): Generator<string> {
  let state = 20261121;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  for (let line = 0; line < count; line++) {
    const pieces = Array.from({ length: next(24) }, () =>
      next(5) === 0 ? String.fromCharCode(next(0x10000)) : (PIECES[next(PIECES.length)] ?? ''),
    );
    yield pieces.join(next(2) === 0 ? ' ' : '');
  }
}

describe('understanding any string', () => {
  it('never throws, and every reading is lawful and shows the words that said so', () => {
    let number = 0;
    for (const line of lines(1500)) {
      const language = LANGUAGE_TAGS[number++ % LANGUAGE_TAGS.length] ?? 'en';
      const asked = FACT_IDS[number % FACT_IDS.length];
      const { readings, speech } = understand(line, {
        language,
        ...(asked && number % 2 === 0 ? { asked } : {}),
      });
      for (const reading of readings) {
        const { start, end, text } = reading.said;
        assert.equal(line.slice(start, end), text, line);
        assert.ok(text.trim() !== '', line);
        if (reading.kind === 'is') assert.ok(isAnswer(reading.fact, reading.value), line);
        else
          assert.ok(
            reading.options.every((option) => isOption(reading.fact, option)),
            line,
          );
        if (reading.kind === 'unclear') {
          assert.ok(reading.options.length > 1, line);
          assert.deepEqual(
            reading.options,
            optionsOf(reading.fact).filter((each) => reading.options.includes(each)),
            line,
          );
        }
      }
      const positive = readings.filter(({ kind }) => kind !== 'isNot').map(({ fact }) => fact);
      assert.equal(new Set(positive).size, positive.length, line);
      assert.deepEqual(
        positive,
        FACT_IDS.filter((fact) => positive.includes(fact)),
        line,
      );
      if (speech !== undefined)
        assert.equal(line.slice(speech.said.start, speech.said.end), speech.said.text);
    }
  });

  it('is the same every time', () => {
    for (const line of lines(200)) {
      assert.deepEqual(understand(line, { language: 'en' }), understand(line, { language: 'en' }));
    }
  });

  it('reads a long text in time that grows with its length', () => {
    const read = (times: number) => () =>
      understand('they bought where we sold it from another reseller, '.repeat(times), { language: 'en' });
    assert.ok(cost(read(200)) < 20 * cost(read(20)), 'ten times as long, and not its square');
  });
});
