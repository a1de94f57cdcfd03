import assert from 'node:assert/strict';
import { roleText } from '../../../src/cards/guidance-text.js';
import { guidanceIn } from '../../../src/conversation/interview/viewed.js';
import { LANGUAGES } from '../../../src/language/languages.js';
import { EDITION_IDS, type EditionId } from '../../../src/policy/edition.js';
import { EDITIONS, newest } from '../../../src/policy/editions/registry.js';
import { type Guidance, guidanceToday, guide } from '../../../src/policy/engine/guidance.js';
import { policyFor } from '../../../src/policy/engine/policy.js';
import type { Situation } from '../../../src/policy/facts.js';
import { reopen } from '../../../src/receipt/reopen.js';
import { fresh, having } from '../../conversation/talk.js';
import { tries } from '../../effort.js';
import { Dice, randomSituation } from '../../proof/worlds.js';
import { todays } from '../todays.js';

const { en } = LANGUAGES;

function stepsPrinted(steps: Guidance['steps']): readonly string[] {
  return steps.map((step) => `${en.say(`step.${step.id}`)} (${roleText(en, step)})`);
}

/** The verdict as people read it, and while something is open that of each way it may turn out. */
function verdictPrinted({ eligibility, groups }: Guidance): string {
  const ways =
    eligibility === 'depends'
      ? groups.map((group) => [en.say(`eligibility.${group.eligibility}`), group.options])
      : [];
  return JSON.stringify([en.say(`eligibility.${eligibility}`), ways]);
}

/** The verdict and the steps as people read them. */
function printed(guidance: Guidance): string {
  const ways = guidance.groups.map(({ steps, differing }) => [
    stepsPrinted(steps),
    differing.map((each) => [each.options, stepsPrinted(each.steps)]),
  ]);
  return JSON.stringify([verdictPrinted(guidance), stepsPrinted(guidance.steps), ways]);
}

function check(pinned: EditionId, situation: Situation): Guidance['now'] {
  const guidance = guide(policyFor(pinned), situation);
  const { now } = guidance;
  const [edition, asked] = todays(pinned, situation);
  const today = guide(policyFor(undefined), asked);
  const name = `${pinned} ${JSON.stringify(situation)}`;
  const same = edition === pinned || printed(guidance) === printed(today);
  assert.equal(now === undefined, same, name);
  if (now === undefined) return undefined;
  assert.equal(now.edition, edition, name);
  assert.equal(now.eligibility, today.eligibility, name);
  assert.deepEqual(
    now.turnsOn,
    today.dependsOn.map(({ fact }) => fact),
    name,
  );
  const covered =
    asked.cloud === undefined ||
    asked.cloud === 'unknown' ||
    EDITIONS[pinned].clouds.some((cloud) => cloud === asked.cloud);
  if (!covered) assert.equal(now.differs, 'cloud', name);
  else
    assert.equal(now.differs, verdictPrinted(today) === verdictPrinted(guidance) ? 'steps' : 'verdict', name);
  assert.equal(printed(guidanceToday(guidance)), printed(today), name);
  return now;
}

const LICENSE = { cloud: 'public', partner: 'indirectReseller', service: 'license' } as const;

describe('What is true today, beside what another edition says', () => {
  for (const pinned of EDITION_IDS) {
    it(`is there exactly if the verdict or the steps that people read differ: ${pinned}`, () => {
      const dice = new Dice(31);
      const found = new Set<string | undefined>();
      for (let times = 0; times < tries({ all: 20_000, quick: 2000 }); times += 1) {
        // Complete, and with more and more that is open.
        const situation = randomSituation(dice, times % 4);
        found.add(check(pinned, situation)?.differs);
      }
      assert.ok(found.has('cloud'), [...found].join());
      // Of the article of 2020 nothing is left as it was: its roles stand at every step of the partner's.
      assert.equal(found.has(undefined), pinned !== '2020-06', [...found].join());
      const isOld = newest(EDITIONS[pinned].family).id !== pinned;
      assert.equal(found.has('verdict') && found.has('steps'), isOld, [...found].join());
    });

    it(`is there for every example of ${pinned} that today answers in another way`, () => {
      for (const { example } of EDITIONS[pinned].rules) check(pinned, example);
    });
  }

  it('is never there where nobody asked for an edition', () => {
    const dice = new Dice(32);
    for (let times = 0; times < 300; times += 1) {
      assert.equal(guide(policyFor(undefined), randomSituation(dice, times % 4)).now, undefined);
    }
  });

  it('R-8: US Government under the article of 2019 or 2020: it applied, today one asks first', () => {
    for (const pinned of ['2019-03', '2020-06'] as const) {
      const { eligibility, now } = guide(policyFor(pinned), {
        ...LICENSE,
        cloud: 'usGov',
        seller: 'enterpriseAgreement',
        goal: 'support',
      });
      assert.equal(eligibility, 'eligible');
      assert.equal(now?.eligibility, 'confirm');
      assert.equal(now.differs, 'verdict');
    }
  });

  it('gives the answer of the edition that covers the cloud, where the one asked for does not', () => {
    const vianet = { cloud: 'china', partner: 'directBill', service: 'license', seller: 'vianet' } as const;
    for (const pinned of ['2019-03', '2020-06', '2026-11'] as const) {
      const situation = { ...vianet, goal: 'support' } as const;
      const { now } = guide(policyFor(pinned), situation);
      assert.equal(now?.differs, 'cloud');
      assert.equal(now.edition, '2018-10-21vianet');
      assert.equal(now.eligibility, guide(policyFor('2018-10-21vianet'), situation).eligibility);
    }
    const { now } = guide(policyFor('2018-10-21vianet'), {
      ...LICENSE,
      seller: 'microsoft',
      goal: 'support',
    });
    assert.equal(now?.differs, 'cloud');
    assert.equal(now.edition, '2026-11');
  });

  it('names what today’s edition would have to know beside', () => {
    const { eligibility, now } = guide(policyFor('2020-06'), {
      ...LICENSE,
      partner: 'unknown',
      seller: 'cspPartner',
      goal: 'support',
    });
    assert.equal(eligibility, 'notEligible');
    assert.equal(now?.eligibility, 'depends');
    assert.ok(now.turnsOn.includes('partner'));
  });

  it('counts answers that the old edition has no use for', () => {
    const answers = {
      ...LICENSE,
      seller: 'cspPartner',
      goal: 'takeOver',
      licensePlatform: 'newCommerce',
    } as const;
    const near = guidanceIn(having(fresh(), answers, '2020-06').conversation);
    const far = guidanceIn(having(fresh(), { ...answers, region: 'different' }, '2020-06').conversation);
    assert.equal(near.eligibility, far.eligibility);
    assert.equal(far.situation.region, undefined);
    assert.equal(near.now?.eligibility, guide(policyFor(undefined), answers).eligibility);
    assert.equal(
      far.now?.eligibility,
      guide(policyFor(undefined), { ...answers, region: 'different' }).eligibility,
    );
    assert.notEqual(near.now.eligibility, far.now.eligibility);
  });

  it('is told of a reopened receipt for a cloud that its edition does not cover', () => {
    const situation = { ...LICENSE, cloud: 'china', seller: 'vianet', goal: 'support' } as const;
    const { pinned, changed } = reopen({ edition: '2020-06', situation, everyCloud: false });
    assert.equal(pinned, '2020-06');
    assert.equal(changed?.edition, '2018-10-21vianet');
  });
});
