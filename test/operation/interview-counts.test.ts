import assert from 'node:assert/strict';
import { writeReceipt } from '../../src/receipt/receipt.js';
import { ELIGIBLE } from '../conversation/talk.js';
import { cardOf, taps } from '../turn/card-reader.js';
import { ANSWER, asks, BEGUN, CHANGE_SELLER, FINISHED, gave, TEXT, tapped } from './expected.js';
import { type Talker, talker, toGuidance } from './talker.js';

describe('The counts of interviews', () => {
  let one: Talker;
  beforeEach(async () => {
    one = await talker();
  });
  afterEach(() => one.close());

  function interviews(grown: object): readonly string[] {
    return Object.keys(grown).filter((series) => series.startsWith('interviews'));
  }

  it('of an interview, typed and tapped: questions, unknown, corrections, guidance', async () => {
    await one.say('start');
    await one.grows(TEXT, asks('cloud'));
    await one.say('start');
    await one.grows(TEXT);
    await one.answer('public');
    await one.grows(ANSWER, BEGUN, asks('partner'));
    await one.say('4');
    await one.grows(TEXT, FINISHED, gave('notEligible'));
    await one.say('back');
    await one.grows(TEXT, asks('partner'), { 'corrections_total{kind=takenBack}': 1 });
    await one.say('i don’t know');
    await one.grows(TEXT, asks('goal'), { 'unknown_total{fact=partner}': 1 });
    await one.answer('support');
    await one.grows(ANSWER, asks('service'));
    await one.answer('license');
    await one.grows(ANSWER, asks('seller'));
    await one.answer('unknown');
    await one.grows(ANSWER, gave('depends'), { 'unknown_total{fact=seller}': 1 });
    await one.say('change cloud');
    await one.grows(TEXT, asks('cloud'));
    await one.answer('public');
    await one.grows(ANSWER, gave('depends'));
    await one.say('restart');
    await one.grows(TEXT, asks('cloud'));
    await one.say('1');
    // Who asks is as last time.
    await one.grows(TEXT, BEGUN, FINISHED, gave('notEligible'));
  });

  it('of one interview say begun and finished once, however often answers go and come', async () => {
    await toGuidance(one);
    for (const times of [1, 2, 3]) {
      await one.say(CHANGE_SELLER);
      await one.grows(TEXT, asks('seller'));
      const value = times % 2 === 1 ? 'volumeLicensing' : 'enterpriseAgreement';
      await one.answer(value);
      const grown = await one.grown();
      assert.equal(grown['corrections_total{kind=changed}'], 1);
      assert.deepEqual(interviews(grown), []);
    }
    for (let times = 0; times < 5; times += 1) await one.say('back');
    await one.answer('public');
    const grown = await one.grown();
    assert.equal(grown['corrections_total{kind=takenBack}'], 5);
    assert.deepEqual(interviews(grown), []);
  });

  it('of own words: read, unclear, not understood, put away, accepted', async () => {
    await one.say('public cloud, indirect reseller, Microsoft 365 licences, enterprise agreement');
    await one.grows(TEXT, { 'heard_total{result=read}': 1 });
    await one.say('no');
    await one.grows(TEXT, asks('cloud'), { 'corrections_total{kind=dismissed}': 1 });
    await one.say('qwrtz plmk vbnh');
    await one.grows(TEXT, { 'heard_total{result=nothing}': 1 });
    await one.say('public cloud, indirect reseller, Microsoft 365 licences, enterprise agreement, support');
    await one.grows(TEXT, { 'heard_total{result=read}': 1 });
    await one.act('accept');
    await one.grows(tapped('accept'), BEGUN, FINISHED, gave('eligible'));
    await one.say('x'.repeat(3000));
    await one.grows(TEXT, { 'heard_total{result=nothing}': 1 });
  });

  it('of a receipt: opened, and neither begun nor finished', async () => {
    await one.say(writeReceipt({ edition: '2026-11', situation: ELIGIBLE, everyCloud: false }));
    await one.grows(TEXT, gave('eligible'), { 'interviews_total{state=opened}': 1 });
    await one.say(CHANGE_SELLER);
    await one.grows(TEXT, asks('seller'));
    await one.answer('unknown');
    await one.grows(ANSWER, gave('depends'), {
      'unknown_total{fact=seller}': 1,
      'corrections_total{kind=changed}': 1,
    });
    await one.say(writeReceipt({ edition: '2026-11', situation: { cloud: 'public' }, everyCloud: false }));
    await one.grows(TEXT, asks('partner'), { 'interviews_total{state=opened}': 1 });
    await one.say('4');
    await one.grows(TEXT, BEGUN, FINISHED, gave('notEligible'));
  });

  it('of another edition: its guidance, and no new interview', async () => {
    await toGuidance(one);
    await one.say('edition');
    await one.grows(TEXT);
    const older = taps(cardOf(one.bot.last())).find(({ wanted }) => wanted === '2019-03');
    await one.tap(older ?? {});
    await one.grows(tapped('setEdition'), { 'guidance_total{eligibility=eligible,edition=2019-03}': 1 });
  });
});
