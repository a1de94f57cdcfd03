import assert from 'node:assert/strict';
import { type Case, caseOf, MOST_SUBSCRIPTIONS } from '../../src/policy/case/case.js';
import { planFor } from '../../src/policy/case/case-plan.js';
import { EDITION_IDS, type EditionId } from '../../src/policy/edition.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { relevant } from '../../src/policy/engine/interview.js';
import { type Policy, policyFor } from '../../src/policy/engine/policy.js';
import { answersIn, FACT_IDS } from '../../src/policy/facts.js';
import {
  LONGEST_CASE_BODY,
  readCaseReceipt,
  receiptOfCase,
  writeCaseReceipt,
} from '../../src/receipt/case-receipt.js';
import { formatOf, printed, sealed } from '../../src/receipt/check.js';
import { CASE_FORMATS, COMMON_PLACES, OWN_PLACES } from '../../src/receipt/codes.js';
import { findReceipt } from '../../src/receipt/find-receipt.js';
import { readReceipt, receiptOf } from '../../src/receipt/receipt.js';
import { reopenCase } from '../../src/receipt/reopen.js';
import { tries } from '../effort.js';
import { Dice, POLICIES, randomSituation } from '../proof/worlds.js';
import { ALPHABET, body, slips } from './receipts.js';

const SHARED = { cloud: 'public', partner: 'directBill', designation: 'held' } as const;
const THREE = caseOf(SHARED, [
  { service: 'license', seller: 'enterpriseAgreement', goal: 'support' },
  { service: 'usage', seller: 'enterpriseAgreement', goal: 'takeOver', enrollment: 'direct' },
  { service: 'usage', seller: 'microsoft', goal: 'support' },
]);

function write(edition: EditionId, all: Case): string {
  return writeCaseReceipt({ edition, all, everyCloud: false });
}

function randomCase(dice: Dice, count: number, openInTen: number): Case {
  const own = Array.from({ length: count }, () => randomSituation(dice, openInTen));
  return caseOf(randomSituation(dice, openInTen), own);
}

/** With every answer to be listed, the longest ones. */
const FULL = caseOf(
  { cloud: 'unknown', partner: 'unknown', designation: 'held', region: 'unknown', relationship: 'unknown' },
  Array.from(
    { length: MOST_SUBSCRIPTIONS },
    () =>
      ({
        service: 'other',
        seller: 'vianet',
        goal: 'resell',
        licensePlatform: 'unknown',
        azurePlatform: 'unknown',
        enrollment: 'unknown',
        state: 'unknown',
      }) as const,
  ),
);

function told(policy: Policy, all: Case): string {
  const { pinned: _, guidances, ...plan } = planFor(policy, all);
  return JSON.stringify([plan, guidances.map(({ pinned: __, ...guidance }) => guidance)]);
}

describe('The receipt of a case', () => {
  it('stays what it was: receipts are read for ever', () => {
    assert.equal(write('2026-11', THREE), 'MC-9005-6MCN-6F4C-7AV');
    assert.deepEqual(
      [CASE_FORMATS, COMMON_PLACES, OWN_PLACES],
      [
        14,
        [
          ['cloud', 6],
          ['partner', 7],
          ['subscriptions', 24],
        ],
        [
          ['service', 6],
          ['seller', 16],
          ['goal', 8],
        ],
      ],
    );
  });

  it('reads back: cases of any kind, in every edition', () => {
    const dice = new Dice(2026);
    for (let count = 0; count < tries({ all: 50_000, quick: 5000 }); count += 1) {
      const edition = dice.pick(EDITION_IDS);
      const all = randomCase(dice, 2 + dice.roll(MOST_SUBSCRIPTIONS - 1), dice.roll(10));
      const code = write(edition, all);
      assert.deepEqual(readCaseReceipt(code), { edition, all, everyCloud: false }, code);
      assert.ok(/[0-9]/.test(code) && /[A-Z]/.test(body(code)));
      assert.equal(readReceipt(code), undefined, `${code} is one of a subscription`);
      assert.ok(body(code).length <= LONGEST_CASE_BODY);
    }
  });

  it('reads back: the longest there is', () => {
    const code = write('2026-11', FULL);
    assert.deepEqual(readCaseReceipt(code)?.all, FULL);
    assert.deepEqual(findReceipt(`see ${code}`)?.whole?.all, FULL);
    assert.equal(body(code).length, LONGEST_CASE_BODY);
  });

  it('is short: two characters a subscription, where only the usual is known', () => {
    const usual = { service: 'license', seller: 'cspPartner', goal: 'support' } as const;
    const many = (count: number) =>
      caseOf(
        { cloud: 'public', partner: 'directBill' },
        Array.from({ length: count }, () => usual),
      );
    for (let count = 2; count <= MOST_SUBSCRIPTIONS; count += 1)
      assert.equal(body(write('2026-11', many(count))).length, 2 * count + 5);
    const dice = new Dice(5);
    const lengths = Array.from({ length: 2000 }, () => {
      const five = caseOf(
        randomSituation(dice, 0),
        [1, 2, 3, 4, 5].map(() => randomSituation(dice, 0)),
      );
      return body(receiptOfCase(policyFor(undefined), five)).length;
    });
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    console.log(
      `      five subscriptions: ${mean.toFixed(1)} characters on average, ${Math.max(...lengths)} at most`,
    );
    assert.ok(mean < 22 && Math.max(...lengths) <= 31, `${mean} ${Math.max(...lengths)}`);
  });

  it('of one subscription is that of its guidance', () => {
    const dice = new Dice(11);
    for (let count = 0; count < tries({ all: 3000, quick: 500 }); count += 1) {
      const policy = dice.pick(POLICIES);
      const situation = randomSituation(dice, dice.roll(8));
      const guidance = guide(policy, relevant(policy, answersIn(situation)));
      assert.equal(receiptOfCase(policy, caseOf(situation, [situation])), receiptOf(guidance));
    }
    assert.throws(() => write('2026-11', caseOf(SHARED, [{}])), /subscriptions=1/);
    assert.throws(
      () => write('2026-11', caseOf(SHARED, Array(MOST_SUBSCRIPTIONS + 1).fill({}))),
      /subscriptions=6/,
    );
  });

  it('gives the same plan again', () => {
    const dice = new Dice(12);
    for (let count = 0; count < tries({ all: 2000, quick: 200 }); count += 1) {
      const policy = dice.pick(POLICIES);
      const all = randomCase(dice, 2 + dice.roll(4), dice.roll(6));
      const receipt = readCaseReceipt(receiptOfCase(policy, all));
      assert.ok(receipt);
      const again = policyFor(reopenCase(receipt).pinned);
      const opened = caseOf({ ...receipt.all.asker, ...receipt.all.customer }, receipt.all.subscriptions);
      const alike = (one: Policy, other: Case) => {
        const { guidances } = planFor(one, other);
        return guidances.map(({ edition, situation, eligibility, steps }) => [
          edition,
          situation,
          eligibility,
          steps,
        ]);
      };
      assert.deepEqual(alike(again, opened), alike(policy, all));
      assert.equal(receiptOfCase(again, opened), receiptOfCase(policy, all));
      if (policy.pinned === undefined) assert.equal(told(again, opened), told(policy, all));
    }
  });

  it('tells of each subscription what changed since', () => {
    const then = { edition: '2020-06', all: THREE, everyCloud: false } as const;
    const { pinned, changed } = reopenCase(then);
    assert.equal(pinned, '2020-06');
    assert.deepEqual(
      changed.map((each) => each?.edition),
      ['2026-11', '2026-11', '2026-11'],
    );
    assert.deepEqual(reopenCase({ ...then, edition: '2026-11' }), {
      pinned: undefined,
      changed: [undefined, undefined, undefined],
    });
  });

  it('is found in what people type and paste', () => {
    const code = 'MC-9005-6MCN-6F4C-7AV';
    for (const text of [
      code,
      code.toLowerCase(),
      `https://advisor.contoso.com/r/${code}`,
      `the case ${code.replaceAll('-', ' ')}, please`,
      `MC${body(code)}`,
      code.replaceAll('0', 'O'),
      `МС${code.slice(2)}`,
    ]) {
      const found = findReceipt(text);
      assert.deepEqual(found?.whole?.all, THREE, text);
      assert.equal(found.receipt, undefined);
      assert.equal(found.code, code);
    }
  });

  it('refuses every slip, and every swap of neighbours', () => {
    const dice = new Dice(13);
    for (let count = 0; count < tries({ all: 200, quick: 30 }); count += 1) {
      const right = write(
        dice.pick(EDITION_IDS),
        randomCase(dice, 2 + dice.roll(MOST_SUBSCRIPTIONS - 1), dice.roll(10)),
      );
      for (const wrong of slips(body(right))) {
        assert.equal(readCaseReceipt(printed(wrong)), undefined, `${wrong} for ${right}`);
        assert.equal(readReceipt(printed(wrong)), undefined, `${wrong} for ${right}`);
      }
    }
  });

  it('refuses what would say the same in another way, and what says nothing', () => {
    const format = CASE_FORMATS + 2;
    const payload = body(write('2026-11', THREE)).slice(0, -2);
    const resealed = (text: string) => printed(sealed(text, format));
    assert.equal(readCaseReceipt(resealed(payload))?.all.subscriptions.length, 3);
    for (const text of [
      `0${payload}`,
      `${payload.slice(0, 4)}0${payload.slice(4)}`,
      payload.slice(0, -1),
      `S${payload}`,
      '7',
      '007',
      '',
      payload.repeat(9),
    ])
      assert.equal(readCaseReceipt(resealed(text)), undefined, text);
    // An edition that this format has no digit for, and the digit of every cloud where the cloud is said.
    for (const digit of '0156')
      assert.equal(readCaseReceipt(resealed(`${payload.slice(0, -1)}${digit}`)), undefined);
    for (const other of [0, 2, 15, 17, 31])
      assert.equal(readCaseReceipt(printed(sealed(payload, other))), undefined, `${other}`);
    for (const nothing of [undefined, 7, {}, 'MC-', '', 'x'.repeat(100_000), `MC-${'0'.repeat(60)}`])
      assert.equal(readCaseReceipt(nothing), undefined);
  });

  it('is hardly ever read out of chance: nothing that is read is written otherwise', () => {
    const dice = new Dice(14);
    for (let count = 0; count < tries({ all: 200_000, quick: 20_000 }); count += 1) {
      const text = Array.from({ length: 6 + dice.roll(40) }, () => dice.pick([...ALPHABET])).join('');
      const code = printed(sealed(text, 16));
      const receipt = readCaseReceipt(code);
      if (receipt !== undefined) assert.equal(writeCaseReceipt(receipt), code);
      assert.equal(formatOf(code.slice(3).replaceAll('-', '')), 16);
    }
  });

  it('knows every answer of every fact', () => {
    for (const fact of FACT_IDS) assert.ok(JSON.stringify(FULL).includes(`"${fact}"`), fact);
  });
});
