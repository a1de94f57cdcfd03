import assert from 'node:assert/strict';
import { HanIndex } from '../../../src/language/understand/phrases/han.js';
import { BadPhrase, parse } from '../../../src/language/understand/phrases/pattern.js';
import { Phrasebook } from '../../../src/language/understand/phrases/phrasebook.js';
import { TypoIndex } from '../../../src/language/understand/text/typos.js';
import { fold, wordsOf } from '../../../src/language/understand/text/word.js';

function near(word: string, ...words: readonly string[]): readonly string[] {
  const index = new TypoIndex<string>();
  for (const each of words) index.add(each, each);
  return index.find(word);
}

describe('slips of the finger', () => {
  it('forgives one in five letters, two in nine', () => {
    assert.deepEqual(near('distributer', 'distributor'), ['distributor']);
    assert.deepEqual(near('distribuotr', 'distributor'), ['distributor']);
    assert.deepEqual(near('resller', 'reseller'), ['reseller']);
    assert.deepEqual(near('agreemnet', 'agreement'), ['agreement']);
    assert.deepEqual(near('agremnet', 'agreement'), []);
    assert.deepEqual(near('azur', 'azure'), []);
    assert.deepEqual(near('0145x', '0145p'), []);
  });

  it('takes the nearest', () => {
    assert.deepEqual(near('indirects', 'indirect', 'directs'), ['indirect']);
  });

  it('forgives one wrong character in four of Chinese', () => {
    const index = new HanIndex();
    index.add('间接经销商', 'kind.indirectReseller');
    const [slip] = index.find(wordsOf('我们是简接经销商'));
    assert.deepEqual(slip?.words, [3, 4, 5, 6, 7]);
    assert.equal(slip?.wrong, 3);
  });
});

describe('words', () => {
  it('are cut as people type, with what stands between them', () => {
    const cut = (text: string) => wordsOf(text).map(({ folded, breakBefore }) => `${breakBefore}${folded}`);
    assert.deepEqual(cut('Azure.we ARE'), ['2azure', '2we', '0are']);
    assert.deepEqual(cut('legacy lic. sold'), ['2legacy', '0lic', '0sold']);
    assert.deepEqual(cut('Done. They'), ['2done', '2they']);
    assert.deepEqual(cut('EA-s ügyfél, azure'), ['2ea', '0s', '0ugyfel', '1azure']);
    assert.deepEqual(cut('ends in .us'), ['2ends', '0in', '0.us']);
    assert.deepEqual(cut('从Azure买'), ['2从', '0azure', '0买']);
  });

  it('lose case, accents and width', () => {
    assert.equal(fold('Előfizetés'), 'elofizetes');
    assert.equal(fold('ＥＡ'), 'ea');
  });
});

describe('phrases', () => {
  it('have alternatives, optional words and gaps', () => {
    assert.equal(parse('bought|got it? from').length, 3);
    assert.throws(() => parse('… over'), BadPhrase);
    assert.throws(() => parse('a ()'), BadPhrase);
    assert.throws(() => parse('a? b?'), BadPhrase);
  });

  it('that cannot be read are left out of the tree', () => {
    const { own } = new Phrasebook('en', { language: 'en', concepts: { yes: ['yes', '…'] } });
    assert.deepEqual([...own], ['yes']);
  });
});
