import assert from 'node:assert/strict';
import { ELIGIBLE } from '../conversation/talk.js';
import { cardOf, taps } from '../turn/card-reader.js';
import { counted } from './counted.js';
import { ANSWER, asks, BEGUN, FINISHED, gave, TEXT, tapped } from './expected.js';
import { type Talker, talker, toGuidance } from './talker.js';

describe('The counts of what else people do', () => {
  let one: Talker;
  beforeEach(async () => {
    one = await talker();
  });
  afterEach(() => one.close());

  it('of call mode: the form, ticks, another language', async () => {
    await one.say('call');
    await one.grows(TEXT, asks('cloud'));
    await one.act('fill', { ...ELIGIBLE });
    await one.grows(tapped('fill'), BEGUN, FINISHED, gave('eligible'));
    await one.act('tick');
    await one.grows(tapped('tick'));
    await one.act('fill', { ...ELIGIBLE, seller: 'unknown' });
    await one.grows(tapped('fill'), gave('depends'), {
      'unknown_total{fact=seller}': 1,
      'corrections_total{kind=changed}': 1,
    });
    await one.say('magyar');
    await one.grows({ 'turns_total{channel=msteams,input=text}': 1, 'languages_total{language=hu}': 1 });
  });

  it('of opinions, a reason not twice, and of cases handed over', async () => {
    await toGuidance(one);
    await one.act('helped');
    await one.grows(tapped('helped'), { 'opinions_total{opinion=helped}': 1 });
    await one.act('wrong');
    await one.grows(tapped('wrong'), { 'opinions_total{opinion=wrong}': 1 });
    await one.act('reason', { reason: 'the second step is not there any more' });
    await one.grows(tapped('reason'));
    one.broken.desk = true;
    await one.say('person');
    await one.grows(TEXT);
    await one.act('sendToPerson');
    await one.grows(tapped('sendToPerson'), {
      'hand_overs_total{result=failed}': 1,
      'errors_total{kind=handOver}': 1,
    });
    one.broken.desk = false;
    await one.act('sendToPerson');
    await one.grows(tapped('sendToPerson'), { 'hand_overs_total{result=sent}': 1 });
  });

  it('of the message extension are turns, and nothing else', async () => {
    const value = { commandId: 'find', parameters: [{ name: 'situation', value: 'ea' }] };
    await one.bot.post({ type: 'invoke', name: 'composeExtension/query', value });
    await one.grows(tapped('extension'));
  });

  it('of errors: a store that fails, a channel that refuses', async () => {
    await one.say('start');
    await one.grown();
    one.broken.store = true;
    await one.say('1');
    // The turn, and the language to apologise in.
    await one.grows({ 'errors_total{kind=turn}': 1, 'errors_total{kind=storage}': 2 });
    one.broken.store = false;
    one.bot.channel.refuse.all = true;
    await one.say('1');
    const { 'errors_total{kind=reply}': refused, ...rest } = await one.grown();
    assert.deepEqual(rest, { ...TEXT, ...BEGUN, ...asks('partner'), 'errors_total{kind=turn}': 1 });
    assert.ok(refused !== undefined && refused >= 1, 'the answer, and the apology if one was tried');
  });

  it('of the same delivery twice are those of one', async () => {
    const first = { id: 'the-same', type: 'message', text: 'start' };
    await one.bot.post(first);
    await one.grows(TEXT, asks('cloud'));
    await one.bot.post(first);
    await one.grows();
    await one.bot.post({ id: 'again', type: 'message', text: '1' });
    await one.grows(TEXT, BEGUN, asks('partner'));
    await one.bot.post({ id: 'again', type: 'message', text: '1' });
    await one.grows();
  });

  it('of a tap on a card of before change nothing', async () => {
    await one.say('start');
    const [tap = {}] = taps(cardOf(one.bot.last()));
    await one.tap(tap);
    await one.say('4');
    await one.grown();
    await one.tap({ ...tap, value: 'china' });
    await one.grows(ANSWER);
  });

  it('of times: every stage of a turn, every call of the store', async () => {
    await one.say('start');
    const times = await counted(one.registry);
    for (const stage of ['total', 'state', 'render', 'reply']) {
      assert.equal(times[`turn_seconds_count{stage="${stage}"}`], 1, stage);
    }
    assert.equal(times['turn_seconds_count{stage="outside"}'], undefined);
    // The conversation and the person, and the conversation again: which message the card stands in.
    assert.equal(times['store_seconds_count{call="read"}'], 3);
    assert.equal(times['store_seconds_count{call="write"}'], 2);
    await toGuidance(one);
    await one.act('helped');
    assert.equal((await counted(one.registry))['turn_seconds_count{stage="outside"}'], 1);
  });
});
