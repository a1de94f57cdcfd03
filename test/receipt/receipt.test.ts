import assert from 'node:assert/strict';
import { EDITION_IDS, type EditionId } from '../../src/policy/edition.js';
import { newest } from '../../src/policy/editions/registry.js';
import { guide } from '../../src/policy/engine/guidance.js';
import { nextQuestion } from '../../src/policy/engine/interview.js';
import { type Policy, policyFor } from '../../src/policy/engine/policy.js';
import { type Answer, FACT_IDS, type FactId, optionsOf, type Situation } from '../../src/policy/facts.js';
import { ANSWER_CODES, EDITION_CODES, EVERY_CLOUD_CODES, PLACES } from '../../src/receipt/codes.js';
import { findReceipt } from '../../src/receipt/find-receipt.js';
import { LONGEST_BODY, readReceipt, receiptOf, writeReceipt } from '../../src/receipt/receipt.js';
import { reopen } from '../../src/receipt/reopen.js';
import { tries } from '../effort.js';
import { combinations, Dice, POLICIES, randomSituation } from '../proof/worlds.js';
import { ALPHABET, body, USUAL, write } from './receipts.js';

/**
 * Handed out once and for all. What is new in `codes.ts` is written down here as well; what stands here is
 * never changed, because receipts are read for ever.
 */
const HANDED_OUT: { readonly [F in FactId]: string } = {
  cloud: 'unknown=1 public=2 usGov=3 china=4',
  partner: 'unknown=1 directBill=2 indirectProvider=3 indirectReseller=4 notCsp=5',
  service: 'unknown=1 license=2 usage=3 other=4',
  seller:
    'unknown=1 microsoft=2 enterpriseAgreement=3 volumeLicensing=4 advisor=5 ownAdvisor=6 cspPartner=7 ' +
    'formerCspPartner=8 syndicationPartner=9 otherReseller=10 vianet=11 mcaEnterprise=12',
  goal: 'unknown=1 support=2 addServices=3 takeOver=4 resell=5',
  azurePlatform: 'unknown=1 azurePlan=2 legacyAzure=3',
  enrollment: 'unknown=4 direct=5 indirect=6 government=7',
  designation: 'unknown=8 held=9 notHeld=A',
  licensePlatform: 'unknown=S0 newCommerce=B legacy=C',
  region: 'unknown=S1 same=D different=E unlisted=N',
  relationship: 'unknown=S2 yes=F no=G',
  state: 'unknown=S3 active=H trial=J suspended=K expired=M',
};

const EDITIONS_HANDED_OUT: Readonly<Record<EditionId, string>> = {
  '2018-10-21vianet': '2.2',
  '2019-03': '2.3',
  '2020-06': '2.4',
  '2026-11': '2.7',
};

/** What an answer of a fact that has a place adds to the number of the three characters, and where the next one begins. */
const WEIGHTS: Readonly<Record<string, readonly [number, number]>> = {
  cloud: [1, 6],
  partner: [6, 42],
  service: [42, 252],
  seller: [252, 4032],
  goal: [4032, 32_256],
};

const MAIN: readonly FactId[] = ['cloud', 'partner', 'service', 'seller', 'goal'];

/** The characters of a receipt before the edition, and the number of the last three of them. */
function answersIn(code: string): { readonly list: string; readonly number: number } {
  const answers = body(code).slice(0, -3);
  const number = [...answers.slice(-3)].reduce((all, sign) => all * 32 + ALPHABET.indexOf(sign), 0);
  return { list: answers.slice(0, -3), number };
}

function codesOf(fact: FactId): readonly (readonly [string, number | string])[] {
  return Object.entries(ANSWER_CODES[fact]);
}

function same(one: Situation, other: Situation): boolean {
  return FACT_IDS.every((fact) => one[fact] === other[fact]);
}

/** Writes and reads; different situations that read back have different receipts. Returns the length of the body. */
function roundTrip(edition: EditionId, situation: Situation): number {
  const code = write(edition, situation);
  const receipt = readReceipt(code);
  if (receipt?.edition !== edition || !same(receipt.situation, situation)) {
    assert.fail(`${code} does not say ${edition} ${JSON.stringify(situation)}`);
  }
  assert.ok(/[0-9]/.test(code) && /[A-Z]/.test(body(code)), `${code} may be a word or a number`);
  return body(code).length;
}

/** The longest body of these situations, written for one edition after the other. */
function longest(situations: Iterable<Situation>): number {
  let most = 0;
  let count = 0;
  for (const situation of situations) {
    const edition = EDITION_IDS[count % EDITION_IDS.length] ?? '2026-11';
    most = Math.max(most, roundTrip(edition, situation));
    count += 1;
  }
  return most;
}

function everything(fact: FactId): readonly (Answer | undefined)[] {
  return [undefined, 'unknown', ...optionsOf(fact)];
}

/** Every situation in which the interview gives guidance, whoever answers what. */
function guided(policy: Policy, situation: Situation = {}): readonly Situation[] {
  const question = nextQuestion(policy, situation);
  if (question === undefined) return [situation];
  return [...question.options, 'unknown'].flatMap((option) =>
    guided(policy, { ...situation, [question.fact]: option }),
  );
}

describe('The codes of a receipt', () => {
  for (const fact of FACT_IDS) {
    it(`${fact}: are those that were handed out, and written down here`, () => {
      const now = codesOf(fact).map(([answer, code]) => `${answer}=${code}`);
      assert.equal(now.join(' '), HANDED_OUT[fact], `Write the new codes of ${fact} down in HANDED_OUT.`);
    });

    it(`${fact}: are what a receipt says`, () => {
      for (const [answer, code] of codesOf(fact)) {
        const { list, number } = answersIn(write('2026-11', { [fact]: answer }));
        const [weight, next] = WEIGHTS[fact] ?? [0, 0];
        assert.equal(list, typeof code === 'string' ? code : '', answer);
        assert.equal(number, typeof code === 'number' ? code * weight : 0, answer);
        if (typeof code === 'number') assert.ok(code >= 1 && code < next / weight, `${answer}: no room`);
      }
    });
  }

  it('have one fact each, and none in the list begins another', () => {
    const listed = FACT_IDS.flatMap((fact) => codesOf(fact).map(([, code]) => code)).filter(
      (code) => typeof code === 'string',
    );
    assert.deepEqual(listed, [...new Set(listed)]);
    for (const code of listed) assert.match(code, /^([1-9A-R]|[S-Y][0-9A-Z]|Z[0-9A-Z]{2})$/);
    for (const fact of FACT_IDS) {
      const own = codesOf(fact).map(([, code]) => code);
      assert.equal(new Set(own).size, own.length, fact);
    }
    assert.ok(PLACES.reduce((product, [, size]) => product * size, 1) <= 32 ** 3);
  });

  it('have one edition each, the newest of all twice', () => {
    const texts = (codes: Readonly<Partial<Record<EditionId, readonly number[]>>>) =>
      Object.entries(codes).map(([id, code]) => [id, code.join('.')]);
    assert.deepEqual(Object.fromEntries(texts(EDITION_CODES)), EDITIONS_HANDED_OUT);
    const every = [...texts(EDITION_CODES), ...texts(EVERY_CLOUD_CODES)].map(([, code]) => code ?? '');
    assert.deepEqual(every, [...new Set(every)]);
    for (const code of every) assert.match(code, /^([2-9]|1[0-5])\.[2-9]$/);
    assert.ok(EVERY_CLOUD_CODES[newest('global').id], 'Give the newest edition a code in EVERY_CLOUD_CODES.');
  });
});

describe('The receipt', () => {
  it('stays what it was', () => {
    assert.equal(write('2026-11', USUAL), 'MC-8Q27-6Y');
    assert.equal(write('2026-11', { ...USUAL, region: 'different' }), 'MC-E8Q2-7Y8');
    assert.equal(writeReceipt({ edition: '2026-11', situation: {}, everyCloud: true }), 'MC-6BF');
  });

  it('reads back: the five main facts in every way, known, unknown and absent', () => {
    assert.equal(longest(combinations(MAIN, everything)), 6);
  });

  it('reads back: any three of the other facts in every way', () => {
    const others = FACT_IDS.filter((fact) => !MAIN.includes(fact));
    for (const [at, one] of others.entries()) {
      for (const [next, other] of others.slice(at + 1).entries()) {
        for (const third of others.slice(at + next + 2)) {
          assert.ok(longest(combinations([one, other, third], everything)) <= 12);
        }
      }
    }
  });

  it('reads back: the longest answers to everything', () => {
    const answers = FACT_IDS.flatMap((fact) => {
      const codes = codesOf(fact).filter(([, code]) => typeof code === 'string');
      const longest = codes.sort(([, a], [, b]) => String(b).length - String(a).length)[0];
      return longest === undefined ? [] : [[fact, longest[0]] as const];
    });
    assert.equal(longest([Object.fromEntries(answers)]), LONGEST_BODY);
    assert.ok(findReceipt(write('2026-11', Object.fromEntries(answers)))?.receipt);
  });

  it('reads back: the main facts and one more, in seven characters', () => {
    for (const fact of FACT_IDS.filter((each) => !MAIN.includes(each))) {
      for (const option of optionsOf(fact)) {
        assert.equal(longest([{ ...USUAL, [fact]: option }]), 7, `${fact}=${option}`);
      }
    }
  });

  it('reads back: thousands of situations of any kind', () => {
    const dice = new Dice(2026);
    for (let count = 0; count < tries({ all: 200_000, quick: 20_000 }); count += 1) {
      roundTrip(dice.pick(EDITION_IDS), randomSituation(dice, dice.roll(10)));
    }
  });

  for (const policy of POLICIES) {
    it(`${policy.pinned ?? 'the newest'}: gives every guidance of the interview again`, () => {
      const lengths: number[] = [];
      for (const situation of guided(policy)) {
        const guidance = guide(policy, situation);
        lengths.push(roundTrip(guidance.edition, situation));
        const receipt = readReceipt(receiptOf(guidance));
        assert.ok(receipt);
        const { pinned } = reopen(receipt);
        const { pinned: _, ...again } = guide(policyFor(pinned), receipt.situation);
        const { pinned: __, ...before } = guidance;
        assert.deepEqual(again, before);
      }
      assert.ok(Math.max(...lengths) <= 8, `${Math.max(...lengths)}`);
      const usual = lengths.filter((length) => length <= 6).length;
      assert.ok(usual / lengths.length > 0.85, `${usual} of ${lengths.length}`);
    });
  }
});
