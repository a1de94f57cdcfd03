import assert from 'node:assert/strict';
import type { LanguageTag } from '../../../src/language/languages.js';
import type { FactId } from '../../../src/policy/facts.js';
import { said } from './reading.js';

type Case = readonly [LanguageTag, line: string, readings: string, asked?: FactId];

const DENIED: readonly Case[] = [
  ['en', 'not an EA, and not one of the Open / VL programmes', 'seller≠enterpriseAgreement|volumeLicensing'],
  ['en', 'they are no longer on an EA', 'seller≠enterpriseAgreement'],
  ['ru', 'на сайте Microsoft они не покупали', 'seller≠microsoft'],
  ['pt-BR', 'o cliente não comprou direto da Microsoft', 'seller≠microsoft'],
  ['hu', 'A számlázást nem akarjuk átvenni.', 'goal≠takeOver'],
  ['zh-CN', '客户说肯定不是世纪互联版', 'cloud≠china'],
  ['en', 'not Azure', 'service≠usage'],
  ['pt-BR', 'não é CSP, comprou direto com a microsoft', 'seller=microsoft, seller≠cspPartner'],
  ['pt-BR', 'assinatura fora do NCE', 'licensePlatform=legacy'],
  ['en', 'the seller is not a Microsoft partner', 'seller=otherReseller'],
  ['zh-CN', '卖家不是微软代理', 'seller=otherReseller'],
  ['zh-CN', '我们不是直签，是走分销的', 'partner=indirectReseller'],
  ['hu', 'ez nem EA, sima előfizetés a webről', 'seller≠enterpriseAgreement'],
];

/** What is denied can mean two things, or two of three are out: the third is asked for. */
const OPEN: readonly Case[] = [
  ['en', "It's not GCC", '', 'cloud'],
  ['ru', 'это не GCC', '', 'cloud'],
  ['en', 'not Azure and not licences', 'service≠license|usage', 'service'],
  ['en', 'neither GCC High nor China', 'cloud≠usGov|china', 'cloud'],
];

const NAMES: readonly Case[] = [
  ['en', "we don't have the Infrastructure (Azure) designation", 'designation=notHeld'],
  ['en', 'what is the admin URL', ''],
  ['en', 'they asked about a digital partner of record', ''],
  ['zh-CN', '我们是微软金牌合作伙伴', ''],
];

const DOUBTED: readonly Case[] = [
  ['ru', 'legacy или nce не знаю, хотим перевести', 'goal=takeOver, licensePlatform=unknown'],
  ['en', 'Azure plan or 0145P, not sure', 'service=usage, azurePlatform=unknown'],
  ['en', 'EA or Open, not sure which', 'seller?enterpriseAgreement|volumeLicensing'],
];

describe('What a line denies', () => {
  for (const [title, cases] of [
    ['is found before and behind the verb, across a slash, and inside a phrase', DENIED],
    ['leaves open what it does not settle', OPEN],
    ['is nothing where it is part of a name', NAMES],
    ['is unknown where each of all that there are may be meant', DOUBTED],
  ] as const) {
    it(title, () => {
      for (const [language, line, readings, asked] of cases)
        assert.equal(said(line, { language, ...(asked && { asked }) }), readings, line);
    });
  }
});
