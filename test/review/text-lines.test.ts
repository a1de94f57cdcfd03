import assert from 'node:assert/strict';
import { textLines, textWidth, widthForLines } from '../../src/review/text-lines.js';

describe('lines of text in a drawing', () => {
  it('break between words', () => {
    assert.deepEqual(textLines('one two three', 10, textWidth('one two', 10)), ['one two', 'three']);
  });

  it('break anywhere in a script without spaces, but not before a comma', () => {
    const lines = textLines('直接计费合作伙伴，间接提供商', 10, 60);
    assert.ok(lines.length > 1);
    assert.ok(lines.every((line) => !line.startsWith('，')));
    assert.equal(lines.join(''), '直接计费合作伙伴，间接提供商');
  });

  it('keep a bullet with its word', () => {
    assert.deepEqual(textLines('•\u00a0Direct-bill', 10, 1), ['•\u00a0Direct-bill']);
  });

  it('are as few as wanted in the width that was found for them', () => {
    const text = 'A reseller that has left the CSP program';
    for (const most of [1, 2, 3]) {
      assert.ok(textLines(text, 12, widthForLines(text, 12, most)).length <= most);
    }
  });
});
