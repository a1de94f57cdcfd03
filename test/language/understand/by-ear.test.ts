import assert from 'node:assert/strict';
import { together } from '../../../src/language/understand/phrases/compounds.js';
import { Glossary } from '../../../src/language/understand/phrases/glossary.js';
import { soundOf } from '../../../src/language/understand/text/by-ear.js';
import { wordsOf } from '../../../src/language/understand/text/word.js';
import { type LineCase, saysAll } from './reading.js';

const BY_EAR: readonly LineCase[] = [
  ['ru', 'хатим забрать их билинг, офис365', 'service=license, goal=takeOver'],
  ['ru', 'падписка преостановлена за ниуплату, м365', 'service=license, state=suspended'],
  ['ru', 'дистрибьютар прадал им тимс', 'service=license, seller=cspPartner'],
  ['ru', 'абслуживать хатим, азур', 'service=usage, goal=support'],
];

const APART: readonly LineCase[] = [
  ['hu', 'viszont eladói kapcsolat meg van', 'relationship=yes'],
  ['hu', 'fel függesztett azure elő fizetés', 'service=usage, state=suspended'],
  ['hu', 'bank kártyával vették a Microsoft oldalán, E3', 'service=license, seller=microsoft'],
  ['hu', 'közvetett viszont eladók vagyunk', 'partner=indirectReseller'],
  ['hu', 'direct bill partner vagyunk', 'partner=directBill'],
];

function wordsTogether(line: string, language: 'hu' | 'ru'): readonly string[] {
  return together(wordsOf(line), language).map(({ lower }) => lower);
}

describe('Words that are spelled by ear', () => {
  it('are found by their sound where no slip of a letter explains them', () => saysAll(BY_EAR));

  it('are found so in a glossary that knows the rules of its language', () => {
    const near = (tag: 'ru' | 'en') =>
      new Glossary(tag, { 'intent.help': ['помогите'] }).near({ lower: 'памагити', folded: 'памагити' });
    assert.equal(near('ru').length > 0, true);
    assert.deepEqual(near('en'), []);
  });

  it('are long enough to sound like few others', () => {
    const rules = [[/о/g, 'а']] as const;
    assert.equal(soundOf('помогу', rules), 'памагу');
    assert.equal(soundOf('кот', rules), undefined);
  });
});

describe('Compounds that are written apart', () => {
  it('are read as one word', () => saysAll(APART));

  it('are put together only in a language that has them, and only where the whole is known', () => {
    assert.deepEqual(wordsTogether('fel függesztett', 'ru'), ['fel', 'függesztett']);
    assert.deepEqual(wordsTogether('nagy fizetés, fel függesztett', 'hu'), [
      'nagy',
      'fizetés',
      'felfüggesztett',
    ]);
    assert.deepEqual(wordsTogether('fel, függesztve', 'hu'), ['fel', 'függesztve']);
  });
});
