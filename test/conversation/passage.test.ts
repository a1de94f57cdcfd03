import assert from 'node:assert/strict';
import { LONGEST_QUOTE, proposalOf, quote } from '../../src/conversation/hear.js';
import { readMessage } from '../../src/conversation/lookup.js';
import { passage } from '../../src/conversation/passage.js';
import { type Said, understand } from '../../src/language/understand/understand.js';

function inside(text: string, words: string): Said {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
}

function upTo(longest: number) {
  return (shown: string) => shown.length <= longest;
}

const MAIL =
  'Hello,\n\nwe are a small firm. All of our licences come through the Enterprise Agreement we signed two years ago. ' +
  'Could your team look after our Microsoft 365?\n\nThanks,\nAnna';

describe('Where something was read', () => {
  it('is shown with its neighbours in the sentence, as far as there is room', () => {
    const said = inside(MAIL, 'Enterprise Agreement');
    assert.equal(passage(MAIL, said, upTo(40)), 'through the Enterprise Agreement we');
    assert.equal(
      passage(MAIL, said, upTo(200)),
      'All of our licences come through the Enterprise Agreement we signed two years ago',
    );
    assert.equal(passage(MAIL, said, upTo(5)), 'Enterprise Agreement');
  });

  it('is the words alone in a short line', () => {
    assert.equal(passage('they have an EA', inside('they have an EA', 'EA'), upTo(40)), 'EA');
  });

  it('is told character by character in Chinese', () => {
    const text = '您好。我们的许可是去年通过企业协议采购的，今后也不会变。希望贵公司帮我们管理。';
    assert.equal(passage(text, inside(text, '企业协议'), upTo(10)), '年通过企业协议采购的');
  });

  it('is kept in few letters', () => {
    const { readings } = understand(MAIL, { language: 'en' });
    const { read } = proposalOf(readings, MAIL);
    assert.ok(read.length >= 3);
    for (const [, , said] of read) assert.ok([...said].length <= 2 * LONGEST_QUOTE, said);
    assert.ok(
      read.some(([fact, , said]) => fact === 'seller' && said.includes('through the Enterprise Agreement')),
    );
  });

  it('is kept in few letters as well where it stands on several lines', () => {
    const words = `the licences that were bought\nthrough the Enterprise Agreement of the group`;
    const text = `Hello. ${words}.`;
    const { read } = proposalOf(
      [{ kind: 'is', fact: 'seller', value: 'enterpriseAgreement', said: inside(text, words) }],
      text,
    );
    assert.deepEqual(
      read.map(([, , said]) => [[...said].length <= LONGEST_QUOTE, said.endsWith('…')]),
      [[true, true]],
    );
  });

  it('is cut between letters as people count them, as many in any writing, and says so', () => {
    for (const letter of ['a', 'ж', '客', 'ő', 'e\u0301', '👩‍👩‍👧']) {
      const cut = quote(letter.repeat(100));
      assert.match(cut, /…$/, letter);
      assert.equal(cut.replaceAll(letter, ''), '…', `${letter} is whole`);
    }
    for (const letter of ['a', 'ж', '客', 'ő'])
      assert.equal([...quote(letter.repeat(100))].length, LONGEST_QUOTE);
    assert.equal(quote('под Enterprise Agreement, 2024'), 'под Enterprise Agreement, 2024');
  });

  it('is shown for a message in Teams', () => {
    const { understood } = readMessage(MAIL, 'en');
    const goal = understood.find(({ fact }) => fact === 'goal');
    assert.equal(goal?.said, 'Could your team look after our Microsoft 365');
  });
});
