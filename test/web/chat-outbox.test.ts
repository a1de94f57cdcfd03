import assert from 'node:assert/strict';
import { eventually } from '../eventually.js';

interface Said {
  readonly id: string;
  readonly replyToId?: string;
  readonly from: { readonly role: 'user' | 'bot' };
  readonly channelData?: object;
}
interface Outbox {
  add(activity: object): Promise<string>;
  heard(activity: Said): boolean;
  holds(activity: object): boolean;
  keepAgain(): void;
  stop(): void;
  readonly busy: boolean;
}
interface Options {
  readonly post: (activity: object) => Promise<string>;
  readonly look: () => Promise<void>;
  readonly tell: (state?: string) => void;
  readonly keep: (activities: readonly object[]) => void;
  readonly again: number;
  readonly lookAfter: number;
}

/** The file as browsers get it. */
const BUILT = new URL('../../web/chat-outbox.js', import.meta.url).href;

describe('the outbox of the chat', () => {
  let createChatOutbox: (options: Options) => Outbox;
  before(async () => {
    ({ createChatOutbox } = (await import(BUILT)) as { createChatOutbox: typeof createChatOutbox });
  });

  const tap = (name: string) => ({
    type: 'message',
    value: { action: name },
    channelData: { clientActivityID: name },
  });
  const answerTo = (id: string): Said => ({ id: `a ${id}`, replyToId: id, from: { role: 'bot' } });

  /** An outbox whose posts end as they are told to: with an id, with 'retry', or refused. */
  function outbox(outcomes: readonly (string | Error)[], look: (box: Outbox) => void = () => {}) {
    const posted: object[] = [];
    const told: (string | undefined)[] = [];
    const kept: number[] = [];
    const box: Outbox = createChatOutbox({
      again: 1,
      lookAfter: 1,
      async post(activity) {
        posted.push(activity);
        const outcome = outcomes[posted.length - 1] ?? 'never';
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
      look: async () => look(box),
      tell: (state) => told.push(state),
      keep: (activities) => kept.push(activities.length),
    });
    return { box, posted, told, kept };
  }

  it('sends again what did not arrive, under its own name, and says that it waits', async () => {
    const { box, posted, told, kept } = outbox(['retry', 'retry', '7']);
    assert.equal(await box.add(tap('one')), '7');
    assert.deepEqual(posted, [tap('one'), tap('one'), tap('one')]);
    assert.ok(told.includes('waiting'));
    box.heard(answerTo('7'));
    await eventually('nothing kept', () => kept.at(-1) === 0);
    assert.equal(told.at(-1), undefined);
  });

  it('sends the next only when the one before was answered', async () => {
    const { box, posted } = outbox(['1', '2']);
    await box.add(tap('one'));
    const second = box.add(tap('two'));
    assert.equal(posted.length, 1);
    box.heard(answerTo('1'));
    assert.equal(await second, '2');
    box.heard(answerTo('2'));
  });

  it('asks for an answer that was not brought', async () => {
    const { box, posted, kept } = outbox(['1'], (each) => each.heard(answerTo('1')));
    await box.add(tap('one'));
    await eventually('nothing kept', () => kept.at(-1) === 0);
    assert.equal(posted.length, 1);
  });

  it('sends again what arrived and was not answered', async () => {
    const { box, posted, kept } = outbox(['1', '2']);
    await box.add(tap('one'));
    await eventually('sent again', () => posted.length === 2);
    box.heard(answerTo('2'));
    await eventually('nothing kept', () => kept.at(-1) === 0);
  });

  it('knows the second answer to what was sent twice', async () => {
    const { box } = outbox(['2']);
    const echo = (id: string): Said => ({
      id,
      from: { role: 'user' },
      channelData: { clientActivityID: 'one' },
    });
    assert.ok(box.heard(echo('1')));
    assert.ok(box.heard(answerTo('1')));
    assert.ok(box.heard(echo('2')));
    assert.equal(box.heard(answerTo('2')), false);
    assert.ok(box.heard({ ...answerTo('1'), id: 'the second message of one answer' }));
  });

  it('holds the same tap once', async () => {
    const { box, posted } = outbox(['1']);
    const first = box.add(tap('one'));
    assert.ok(box.holds({ value: { action: 'one' } }));
    assert.ok(!box.holds({ value: { action: 'two' } }));
    assert.equal(await box.add(tap('one')), await first);
    assert.equal(posted.length, 1);
    box.heard(answerTo('1'));
  });

  it('sends a line twice that was typed twice', async () => {
    const { box, posted } = outbox(['1', '2']);
    const line = (name: string) => ({ type: 'message', text: '1', channelData: { clientActivityID: name } });
    await box.add(line('one'));
    const second = box.add(line('two'));
    box.heard(answerTo('1'));
    assert.equal(await second, '2');
    assert.equal(posted.length, 2);
    box.heard(answerTo('2'));
  });

  it('says so when something is refused, and goes on', async () => {
    const { box, told } = outbox([new Error('400'), '2']);
    await assert.rejects(box.add(tap('one')), /400/);
    assert.equal(told.at(-1), 'failed');
    assert.equal(await box.add(tap('two')), '2');
    box.heard(answerTo('2'));
  });

  it('sends nothing more once the conversation has ended, and refuses what waits and what comes', async () => {
    const { box, posted, told, kept } = outbox(Array.from({ length: 1000 }, () => 'retry'));
    const waits = box.add(tap('one'));
    await eventually('tried again', () => posted.length > 1);
    box.stop();
    await assert.rejects(waits);
    const before = { posted: posted.length, told: told.length, kept: kept.length };
    await new Promise((done) => setTimeout(done, 30));
    assert.deepEqual({ posted: posted.length, told: told.length, kept: kept.length }, before);
    assert.equal(box.busy, false);
    await assert.rejects(box.add(tap('two')));
    assert.equal(told.at(-1), 'failed');
    assert.equal(posted.length, before.posted);
  });

  it('keeps once more what waits, when it is asked to, and nothing where nothing waits', async () => {
    const { box, kept } = outbox(['1']);
    box.keepAgain();
    assert.deepEqual(kept, []);
    await box.add(tap('one'));
    box.keepAgain();
    assert.deepEqual(kept, [1, 1]);
    box.heard(answerTo('1'));
  });
});
