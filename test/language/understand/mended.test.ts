import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import { isFingerSlip } from '../../../src/language/understand/text/finger-slips.js';
import { understand } from '../../../src/language/understand/understand.js';
import { type LineCase, said, saysAll } from './reading.js';

const NAMES: readonly LineCase[] = [
  ['en', 'They have Azre', 'service=usage'],
  ['en', '21Vianeet sold them the Office 365', 'cloud=china, service=license, seller=vianet'],
  ['en', "We're one of Inrgam's resellers", 'partner=indirectReseller'],
  ['ru', 'Клиент на Azue', 'service=usage'],
  ['ru', 'мы реселлер Мерлииона', 'partner=indirectReseller'],
  ['zh-CN', '客户用 Azzure', 'service=usage'],
  ['pt-BR', 'o cliente usa Auzre', 'service=usage'],
  ['hu', 'az Azute-t támogatnánk', 'service=usage, goal=support'],
  ['hu', 'a goddadynél vették', 'seller?cspPartner|otherReseller'],
];

const BLANKS: readonly LineCase[] = [
  ['en', "it's an indirectEA", 'seller=enterpriseAgreement, enrollment=indirect'],
  ['en', 'no resellerrelationship so far', 'relationship=no'],
  ['en', 'the subscription is exp ired', 'state=expired'],
  ['ru', 'подписка приостан овлена', 'state=suspended'],
  ['pt-BR', 'a assinatura expi rou', 'state=expired'],
];

const BESIDE: readonly LineCase[] = [
  ['en', 'GCC Hgh tenant', 'cloud=usGov'],
  ['en', 'we are direct bjll', 'partner=directBill'],
  ['en', 'please lok after it', 'goal=support'],
  ['pt-BR', 'estão no azure plsn', 'service=usage, azurePlatform=azurePlan'],
  ['hu', 'az azure pkan', 'service=usage, azurePlatform=azurePlan'],
];

describe('A slip is read as what was meant', () => {
  it('in the name of a product or a company, whatever stands beside it', () => saysAll(NAMES));

  it('where a blank was forgotten, or is one too many', () => saysAll(BLANKS));

  it('in a short word, where the words beside it say which is meant', () => saysAll(BESIDE));

  it('but not where it is a word of its own', () => {
    const others: readonly (readonly [LanguageTag, string])[] = [
      ['en', 'an extraordinary workshop'],
      ['en', 'just a visit'],
      ['en', 'the pan is hot'],
      ['ru', 'сверхновый суперкомпьютер'],
      ['pt-BR', 'isso vai facilitar'],
    ];
    for (const [language, line] of others) assert.equal(said(line, { language }), '', line);
  });

  it('of a finger, which hits what is beside, twice, too late or not at all', () => {
    for (const typed of ['azuure', 'azrue', 'azre', 'azurw']) assert.ok(isFingerSlip(typed, 'azure'), typed);
    for (const typed of ['zure', 'azur', 'asured', 'azuro', 'azure'])
      assert.ok(!isFingerSlip(typed, 'azure'), typed);
  });

  it('and is quoted as it was typed', () => {
    const { readings } = understand('Azre through an indirectEA', { language: 'en' });
    assert.deepEqual(new Set(readings.map((each) => each.said.text)), new Set(['Azre', 'indirectEA']));
  });
});
