import assert from 'node:assert/strict';
import { respelled } from '../../../src/language/understand/phrases/respelled.js';
import { wordsOf } from '../../../src/language/understand/text/word.js';
import { understand } from '../../../src/language/understand/understand.js';
import { type LineCase, saysAll } from './reading.js';

function meant(text: string): string {
  return respelled(wordsOf(text), 'zh-CN')
    .map(({ lower }) => lower)
    .join('');
}

function read(lines: readonly (readonly [line: string, readings: string])[]): void {
  saysAll(lines.map(([line, readings]): LineCase => ['zh-CN', line, readings]));
}

describe('Chinese that is typed by its sound', () => {
  it('is read as it was meant, where another character sounds the same', () => {
    read([
      ['客护从分消商买的Azure', 'service=usage, seller=cspPartner'],
      ['定阅已经过其了', 'state=expired'],
      ['虚拟积被战停了', 'service=usage, state=suspended'],
      ['想让我们代馆', 'goal=support'],
      ['我门是间接精销商', 'partner=indirectReseller'],
      ['批量许克买的', 'seller=volumeLicensing'],
      ['企业协义，直千的', 'seller=enterpriseAgreement, enrollment=direct'],
    ]);
    assert.equal(meant('经肖商'), '经销商');
    assert.equal(meant('伟士佳杰'), '伟仕佳杰');
  });

  it('is left alone where what stands there is a word, or a small one is wrong', () => {
    for (const text of [
      '就是用信用卡',
      '没有影响',
      '适用于客户',
      '帮他加二十个',
      '不方便说',
      '客户先确认',
      '国企客户',
      '总部在深圳',
      '请问是由谁开票',
    ])
      assert.equal(meant(text), text);
  });

  it('says nothing where two phrases sound so', () => {
    // 使用 is to use, 试用 is a trial.
    assert.deepEqual(understand('客户式用', { language: 'zh-CN' }).readings, []);
  });

  it('is read in Latin letters, too', () => {
    read([
      ['kehu用的是shijihulian的Azure', 'cloud=china, service=usage'],
      ['我们从fenxiaoshang拿货', 'partner=indirectReseller'],
    ]);
    assert.equal(meant('women'), 'women');
    assert.equal(meant('sharepoint'), 'sharepoint');
  });

  it('is read in the traditional script', () => {
    read([
      ['客戶透過經銷商買的M365', 'service=license, seller?cspPartner|otherReseller'],
      ['訂閱已過期，客戶直接跟微軟買的', 'seller=microsoft, state=expired'],
      ['我們是間接轉售商', 'partner=indirectReseller'],
    ]);
  });

  it('is quoted as it was typed', () => {
    const { readings } = understand('客戶用的shijihulian', { language: 'zh-CN' });
    assert.deepEqual(
      readings.map(({ said }) => said.text),
      ['shijihulian'],
    );
  });

  it('changes nothing in a language that is written in letters', () => {
    const words = wordsOf('客户 kehu');
    assert.equal(respelled(words, 'en'), words);
  });
});
