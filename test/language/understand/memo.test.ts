import assert from 'node:assert/strict';
import { Memo } from '../../../src/language/understand/text/memo.js';

describe('What was made of single words', () => {
  it('is kept for usual words, and of no others: one alone may be as long as a text', () => {
    const memo = new Memo<number>(2);
    assert.equal(memo.keep('azure', 1), 1);
    assert.equal(memo.get('azure'), 1);
    const long = 'ﷺ'.repeat(61);
    assert.equal(memo.keep(long, 2), 2);
    assert.equal(memo.get(long), undefined);
    assert.equal(memo.get('azure'), 1);
    memo.keep('plan', 3);
    memo.keep('seat', 4);
    assert.equal(memo.get('azure'), undefined);
    assert.equal(memo.get('seat'), 4);
  });
});
