import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { LanguageTag } from '../../../src/language/languages.js';
import { QUESTION_CUES } from '../../../src/language/lexicon/concepts.js';
import { questionWordsOf } from '../../../src/language/lexicon/question-words.js';
import { parse } from '../../../src/language/understand/phrases/pattern.js';
import { understand } from '../../../src/language/understand/understand.js';
import { UNDERSTOOD } from '../stories.js';
import { short } from './reading.js';

/** Questions about the rules, with what each is about, and questions about somebody's own case. */
interface Questions {
  readonly rules: readonly {
    readonly text: string;
    readonly kind: string;
    /** `fact=option`, or a fact alone. */
    readonly named: readonly string[];
  }[];
  readonly case: readonly string[];
}

function questionsOf(tag: LanguageTag): Questions {
  const file = new URL(`../../../../test/language/understand/${tag}.questions.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Questions;
}

function namedIn(text: string, language: LanguageTag): readonly string[] {
  const named = understand(text, { language }).question?.named ?? [];
  return named.map(({ fact, option }) => (option === undefined ? fact : `${fact}=${option}`));
}

/** Of thirty questions so many may be about more than was found in them: that makes an answer wider, not wrong. */
const WIDER = 5;

for (const tag of UNDERSTOOD) {
  const { rules, case: cases } = questionsOf(tag);

  describe(`Questions in ${tag}`, () => {
    it('about the rules are known as such, and say nothing of a customer', () => {
      for (const { text, kind, named } of rules) {
        const heard = understand(text, { language: tag });
        // What a question names may be out of the reader's reach; that it is one is not.
        const kinds = named.length > 0 ? [kind, 'program'] : [kind];
        assert.ok(kinds.includes(heard.question?.kind ?? 'none'), `${text}: ${heard.question?.kind}`);
        assert.deepEqual([short(heard), heard.intent], [[], undefined], text);
      }
    });

    it('are about nothing that they do not name', () => {
      for (const { text, named } of rules) {
        for (const each of namedIn(text, tag)) assert.ok(named.includes(each), `${text}: ${each}`);
      }
      const narrow = rules.filter(({ text, named }) => namedIn(text, tag).length < named.length);
      assert.ok(narrow.length <= WIDER, narrow.map(({ text }) => text).join('\n'));
    });

    it('about somebody’s own case are read as what they say of it', () => {
      for (const text of cases) assert.equal(understand(text, { language: tag }).question, undefined, text);
    });

    it('are known by words of which each can be read', () => {
      const { language, cues } = questionWordsOf(tag);
      assert.equal(language, tag);
      assert.deepEqual(new Set(Object.keys(cues)), new Set<string>(QUESTION_CUES));
      for (const phrase of Object.values(cues).flat()) assert.ok(parse(phrase).length > 0, phrase);
    });
  });
}

describe('A question about the rules', () => {
  it('beside something that is said of a customer is about that customer', () => {
    for (const text of [
      'The customer has an EA. Is it allowed to take it over?',
      'Indirect reseller here. Does multi-channel work with an EA?',
    ]) {
      const { question, readings } = understand(text, { language: 'en' });
      assert.equal(question, undefined, text);
      assert.ok(readings.length > 0, text);
    }
  });

  it('behind a greeting is one', () => {
    const { question } = understand('Hi there! Does multi-channel work with an EA?', { language: 'en' });
    assert.equal(question?.kind, 'rules');
  });

  it('is none of a customer who writes a mail', () => {
    const text = 'Is it allowed to take over an EA?';
    assert.equal(understand(text, { language: 'en', perspective: 'customer' }).question, undefined);
    assert.equal(understand(text, { language: 'en' }).question?.kind, 'rules');
  });

  it('about why something is asked is about the question on the table', () => {
    const { question } = understand('why do you ask?', { language: 'en', asked: 'seller' });
    assert.deepEqual(question, { kind: 'why', named: [{ fact: 'seller' }] });
    assert.equal(understand('why do you ask?', { language: 'en' }).question, undefined);
  });

  it('is short: a long text tells of a case', () => {
    const text = `Does multi-channel work with an EA${', and so on and so forth'.repeat(15)}?`;
    assert.equal(understand(text, { language: 'en' }).question, undefined);
  });
});
