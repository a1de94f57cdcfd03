import assert from 'node:assert/strict';
import { setImmediate as yielding } from 'node:timers/promises';
import {
  type ActivityLog,
  END,
  KEPT_ACTIVITIES,
  PAGE_SIZE,
} from '../../../src/channels/directline/log/activity-log.js';
import { StorageError } from '../../../src/storage/error.js';

const DAY = 24 * 60 * 60 * 1000;

/**
 * What every activity log promises. `open` gives an empty log; the suite closes it.
 * @param expires whether conversations expire by themselves, so that there is nothing to sweep
 */
export function logContract(open: () => ActivityLog | Promise<ActivityLog>, expires = false): void {
  let log: ActivityLog;
  beforeEach(async () => {
    log = await open();
  });
  afterEach(() => log.close());

  async function appendMany(conversationId: string, count: number): Promise<void> {
    for (let i = 1; i <= count; i += 1) await log.append(conversationId, { text: String(i) });
  }

  async function texts(conversationId: string, after: number, limit?: number): Promise<unknown[]> {
    return (await log.read(conversationId, after, limit)).activities.map((activity) => activity.text);
  }

  it('can be checked while it is open, which nobody hears of', async () => {
    await log.append('c', { text: '1' });
    for (let times = 0; times < 3; times += 1) await log.check();
    assert.deepEqual(await texts('c', 0), ['1']);
    await log.close();
    await assert.rejects(log.check(), StorageError);
  });

  it('is empty for an unknown conversation', async () => {
    assert.deepEqual(await log.read('c', 0), { activities: [], watermark: 0 });
    assert.deepEqual(await log.read('c', END), { activities: [], watermark: 0 });
  });

  it('gives an id and a time, and leaves the rest untouched', async () => {
    const channelData = { clientActivityID: 'x1', nested: { 汉: '😀', list: [null, 1.5] } };
    const before = Date.now();
    const logged = await log.append('c', { type: 'message', id: 'forged', timestamp: 'forged', channelData });
    const time = Date.parse(logged.timestamp);
    assert.equal(logged.id, 'c|0000001');
    assert.ok(before <= time && time <= Date.now());
    assert.deepEqual(await log.read('c', 0), { activities: [logged], watermark: 1 });
    assert.deepEqual(logged, { type: 'message', id: logged.id, timestamp: logged.timestamp, channelData });
  });

  it('keeps a copy', async () => {
    const activity = { channelData: { list: [1] } };
    await log.append('c', activity);
    activity.channelData.list.push(2);
    assert.deepEqual((await log.read('c', 0)).activities[0]?.channelData, { list: [1] });
  });

  it('reads on from a watermark, a page at a time', async () => {
    await appendMany('c', 5);
    assert.deepEqual(await texts('c', 0, 2), ['1', '2']);
    assert.equal((await log.read('c', 0, 2)).watermark, 2);
    assert.deepEqual(await texts('c', 2, 2), ['3', '4']);
    assert.deepEqual(await texts('c', 4, 2), ['5']);
    assert.deepEqual(await log.read('c', 5, 2), { activities: [], watermark: 5 });
  });

  it('gives less at once where activities are large, and all of it in turn', async () => {
    const text = 'x'.repeat(12_000);
    for (let i = 1; i <= 30; i += 1) await log.append('c', { number: i, text });
    const read: unknown[] = [];
    for (let after = 0; read.length < 30; ) {
      const { activities, watermark } = await log.read('c', after, END);
      assert.ok(activities.length > 0);
      assert.ok(JSON.stringify(activities).length < 80_000, `${activities.length} at once`);
      read.push(...activities.map(({ number }) => number));
      after = watermark;
    }
    assert.deepEqual(
      read,
      Array.from({ length: 30 }, (_, at) => at + 1),
    );
  });

  it('answers a watermark from beyond the end with the end', async () => {
    await appendMany('c', 3);
    for (const after of [4, 999_999_999_999_999, END]) {
      assert.deepEqual(await log.read('c', after), { activities: [], watermark: 3 });
    }
  });

  it('keeps conversations apart, also when one id begins another', async () => {
    await log.append('a', { text: 'a' });
    await log.append('ab', { text: 'ab' });
    await log.append('a', { text: 'a again' });
    assert.deepEqual(await texts('a', 0), ['a', 'a again']);
    assert.deepEqual(await texts('ab', 0), ['ab']);
  });

  it('gives activities appended at once different positions, in order', async () => {
    const numbers = Array.from({ length: 30 }, (_, i) => i);
    const logged = await Promise.all(numbers.map((number) => log.append('c', { number })));
    assert.equal(new Set(logged.map((activity) => activity.id)).size, 30);
    const { activities, watermark } = await log.read('c', 0);
    assert.deepEqual(activities, logged);
    assert.equal(watermark, 30);
  });

  it('forgets the oldest activities and keeps counting', async () => {
    await appendMany('c', KEPT_ACTIVITIES + 5);
    const { activities } = await log.read('c', 0, END);
    assert.equal(activities.length, KEPT_ACTIVITIES);
    assert.equal(activities[0]?.text, '6');
    assert.equal(activities.at(-1)?.id, 'c|0000205');
    assert.equal((await log.read('c', 0)).activities.length, PAGE_SIZE);
    assert.deepEqual(await texts('c', 203), ['204', '205']);
  });

  it('tells followers after each append, until they leave', async () => {
    const heard: string[] = [];
    const leaveA = log.subscribe('c', () => heard.push('a'));
    const leaveB = log.subscribe('c', () => heard.push('b'));
    log.subscribe('other', () => heard.push('other'));
    await log.append('c', {});
    leaveA();
    leaveA();
    await log.append('c', {});
    leaveB();
    await log.append('c', {});
    assert.deepEqual(heard, ['a', 'b', 'b']);
  });

  it('lets a follower read what it was told of', async () => {
    const read: unknown[] = [];
    const told = new Promise<void>((resolve, reject) => {
      log.subscribe('c', () => {
        texts('c', 0).then((found) => {
          read.push(...found);
          resolve();
        }, reject);
      });
    });
    await log.append('c', { text: 'news' });
    await told;
    assert.deepEqual(read, ['news']);
  });

  it('lets a reader who reads on meanwhile miss nothing', async () => {
    const writing = appendMany('c', 60);
    const read: unknown[] = [];
    for (let after = 0; read.length < 60; ) {
      const { activities, watermark } = await log.read('c', after, 7);
      read.push(...activities.map(({ text }) => text));
      assert.equal(watermark, read.length, 'the watermark is behind what was read, and behind nothing else');
      after = watermark;
      // Leaves room for the writer: reading alone may never let anything else have a turn.
      await yielding();
    }
    await writing;
    assert.deepEqual(
      read,
      Array.from({ length: 60 }, (_, at) => String(at + 1)),
    );
  });

  it('goes on counting after everything was forgotten', async () => {
    await appendMany('c', 3);
    await log.forget('c');
    await log.forget('unknown');
    assert.ok((await texts('c', 0)).every((text) => text === undefined));
    assert.equal((await log.append('c', { text: 'after' })).id, 'c|0000004');
    assert.deepEqual(await texts('c', 3), ['after']);
  });

  it('sweeps nothing that was said since', async () => {
    await appendMany('c', 2);
    assert.equal(await log.sweep(new Date(Date.now() - DAY)), 0);
    assert.equal((await texts('c', 0)).length, 2);
  });

  it(
    expires ? 'leaves old conversations to expire' : 'sweeps conversations in which nothing was said',
    async () => {
      await appendMany('a', 3);
      await appendMany('ab', 1);
      await appendMany('汉', 1);
      const swept = await log.sweep(new Date(Date.now() + 2 * DAY));
      assert.equal(swept, expires ? 0 : 3);
      assert.equal((await texts('a', 0)).length, expires ? 3 : 0);
      assert.ok(await log.append('a', { text: 'again' }));
    },
  );

  it('rejects after it is closed, and does not mind closing twice', async () => {
    await log.close();
    await assert.rejects(log.append('c', {}), StorageError);
    await assert.rejects(log.read('c', 0), StorageError);
    await assert.rejects(log.sweep(new Date()), StorageError);
    await log.close();
  });
}
