import assert from 'node:assert/strict';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { isOption, type Situation } from '../../src/policy/facts.js';
import { findReceipt } from '../../src/receipt/find-receipt.js';
import { readReceipt, writeReceipt } from '../../src/receipt/receipt.js';
import { ALPHABET, body, FIRST, sealed } from './receipts.js';

/** The facts and options that receipts of the first format could say. */
const VOCABULARY = {
  cloud: ['public', 'usGov', 'china'],
  partner: ['directBill', 'indirectProvider', 'indirectReseller', 'notCsp'],
  service: ['license', 'usage'],
  seller: [
    'microsoft',
    'enterpriseAgreement',
    'volumeLicensing',
    'advisor',
    'ownAdvisor',
    'cspPartner',
    'formerCspPartner',
    'syndicationPartner',
    'otherReseller',
    'vianet',
  ],
  goal: ['support', 'addServices', 'takeOver', 'resell'],
  licensePlatform: ['newCommerce', 'legacy'],
  azurePlatform: ['azurePlan', 'legacyAzure'],
  enrollment: ['direct', 'indirect', 'government'],
  designation: ['held', 'notHeld'],
  region: ['same', 'different'],
  relationship: ['yes', 'no'],
} as const;

/** What each answer added to the number that a receipt stood for, and where the next fact began. */
const WEIGHTS: readonly (readonly [weight: number, answers: number, size: number])[] = [
  [32, 4, 7],
  [224, 5, 7],
  [1568, 3, 5],
  [7840, 11, 16],
  [125_440, 5, 8],
  [1_003_520, 3, 5],
  [5_017_600, 4, 6],
  [30_105_600, 3, 5],
  [150_528_000, 3, 6],
  [903_168_000, 3, 6],
  [5_419_008_000, 3, 6],
];

function spell(number: number): string {
  const last = ALPHABET[number % 32] ?? '';
  return number < 32 ? last : spell(Math.floor(number / 32)) + last;
}

describe('A receipt of the first format', () => {
  it('is read for ever: every one that was recorded says what it said', () => {
    assert.ok(FIRST.size > 250);
    for (const [code, said] of FIRST) assert.deepEqual(readReceipt(code), said, code);
  });

  it('is recorded for every fact, option and edition, with unknown facts and for every cloud', () => {
    const all = [...FIRST.values()];
    for (const [fact, options] of Object.entries(VOCABULARY)) {
      for (const answer of ['unknown', ...options]) {
        assert.ok(
          all.some(({ situation }) => situation[fact as keyof Situation] === answer),
          `${fact}=${answer}`,
        );
      }
    }
    const editions = new Set(all.map(({ edition }) => edition));
    assert.deepEqual(editions, new Set(['2018-10-21vianet', '2019-03', '2020-06', '2026-11']));
    assert.ok(all.filter(({ everyCloud }) => everyCloud).length > 10);
    assert.ok([...FIRST.keys()].some((code) => !/[0-9]..$/.test(body(code))));
  });

  it('says nothing that is not in the vocabulary any more: what it could say stays', () => {
    for (const [fact, options] of Object.entries(VOCABULARY)) {
      for (const option of options) assert.ok(isOption(fact as keyof Situation, option), `${fact}=${option}`);
    }
    for (const { edition } of FIRST.values()) assert.ok(EDITION_IDS.includes(edition));
  });

  it('is found wherever it is typed', () => {
    for (const [code, receipt] of FIRST) {
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), `/r/${code}`]) {
        assert.deepEqual(findReceipt(typed)?.receipt, receipt, typed);
      }
    }
  });

  it('is no text of the present format, which writes the same situation otherwise', () => {
    for (const [code, receipt] of FIRST) {
      const now = writeReceipt(receipt);
      assert.notEqual(now, code);
      assert.deepEqual(readReceipt(now), receipt);
    }
  });

  it('is refused where it says what nobody could answer', () => {
    const readable = (number: number): number =>
      [number, number + 16].filter((each) => readReceipt(sealed(spell(each), 0)) !== undefined).length;
    assert.equal(readable(5), 1);
    // 6 stands for the newest editions of every cloud, so only while the cloud is open.
    assert.deepEqual([6, 6 + 32, 6 + 64].map(readable), [1, 1, 0]);
    for (const edition of [0, 1, 7, 15]) assert.equal(readable(edition), 0);
    for (const [weight, answers, size] of WEIGHTS) {
      for (let code = 1; code < size; code += 1) {
        assert.equal(readable(5 + weight * code), code <= answers ? 1 : 0, `${weight} ${code}`);
      }
    }
    for (const beyond of [32_514_048_000 + 5, 32 ** 7 + 5, 32 ** 9 + 5, 32 ** 11 + 5]) {
      assert.equal(readable(beyond), 0);
    }
    for (const zeros of ['0', '00']) assert.equal(readReceipt(sealed(`${zeros}5`, 0)), undefined);
    assert.ok(readReceipt(sealed('5', 0)));
  });
});
