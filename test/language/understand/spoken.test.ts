import assert from 'node:assert/strict';
import { spelledOut } from '../../../src/language/understand/phrases/spoken.js';
import { wordsOf } from '../../../src/language/understand/text/word.js';
import { type LineCase, saysAll } from './reading.js';

const DICTATED: readonly LineCase[] = [
  ['ru', 'купили у партнёра который в си эс пи', 'seller=cspPartner'],
  ['ru', 'у них эм пи эс эй лицензии', 'service=license, seller=volumeLicensing'],
  ['ru', 'эм три по е а', 'seller=enterpriseAgreement'],
  ['ru', 'подписка по ноль сто сорок пять пэ', 'service=usage, azurePlatform=legacyAzure'],
  ['ru', 'эф три на складских', 'service=license'],
  ['ru', 'эн си и а не старые', 'licensePlatform=newCommerce'],
  ['hu', 'egy másik cé es pé partnertől van', 'seller=cspPartner'],
  ['hu', 'em pé es á szerződésük van', 'seller=volumeLicensing'],
  ['hu', 'nulla száznegyvenöt pé', 'service=usage, azurePlatform=legacyAzure'],
  ['hu', 'az en cé e licencek', 'service=license, licensePlatform=newCommerce'],
];

describe('Codes that are spelled aloud', () => {
  it('are read as they are written', () => saysAll(DICTATED));

  it('keep their place in the line, and their ending', () => {
    const words = spelledOut(wordsOf('hát cé es pétől vette'), 'hu');
    assert.deepEqual(
      words.map(({ lower, start, end }) => [lower, start, end]),
      [
        ['hát', 0, 3],
        ['csptől', 4, 15],
        ['vette', 16, 21],
      ],
    );
  });

  it('are more than one letter, in one breath', () => {
    for (const [language, line] of [
      ['ru', 'а, е, и три сервера'],
      ['ru', 'он и три лицензии'],
      ['hu', 'van-e öt gép'],
    ] as const) {
      const words = wordsOf(line);
      assert.equal(spelledOut(words, language), words, line);
    }
  });
});
