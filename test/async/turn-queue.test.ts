import assert from 'node:assert/strict';
import { turnQueue } from '../../src/async/turn-queue.js';

/** Turns that wait to be told to end, and what happened so far. */
function turns() {
  const happened: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const turn = (name: string) => (): Promise<string> => {
    happened.push(name);
    return new Promise((done, fail) => {
      ends.set(name, (error) => (error === undefined ? done(`${name} done`) : fail(error)));
    });
  };
  return { happened, turn, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

const settled = (): Promise<void> => new Promise(setImmediate);

describe('The queue of turns', () => {
  it('runs those of one conversation one after another, in the order in which they came', async () => {
    const { happened, turn, end } = turns();
    const queue = turnQueue();
    const results = ['a', 'b', 'c'].map((name) => queue('one', turn(name)));
    await settled();
    assert.deepEqual(happened, ['a']);
    end('a');
    assert.equal(await results[0], 'a done');
    await settled();
    assert.deepEqual(happened, ['a', 'b']);
    // Who comes now waits behind whoever waits already.
    const last = queue('one', turn('d'));
    for (const name of ['b', 'c', 'd']) {
      end(name);
      await settled();
    }
    assert.deepEqual(await Promise.all([...results, last]), ['a done', 'b done', 'c done', 'd done']);
    assert.deepEqual(happened, ['a', 'b', 'c', 'd']);
  });

  it('lets different conversations not wait for each other', async () => {
    const { happened, turn, end } = turns();
    const queue = turnQueue();
    const both = [queue('one', turn('a')), queue('other', turn('b'))];
    await settled();
    assert.deepEqual(happened, ['a', 'b']);
    for (const name of ['b', 'a']) end(name);
    await Promise.all(both);
  });

  it('goes on after a turn that fails, and tells only whoever asked for it', async () => {
    const { turn, end } = turns();
    const queue = turnQueue();
    const failing = assert.rejects(queue('one', turn('a')), RangeError);
    const next = queue('one', turn('b'));
    await settled();
    end('a', new RangeError('wrong'));
    await failing;
    await settled();
    end('b');
    assert.equal(await next, 'b done');
  });

  it('takes a conversation again that nobody was left in', async () => {
    const { turn, end } = turns();
    const queue = turnQueue();
    for (const name of ['a', 'b']) {
      const result = queue('one', turn(name));
      await settled();
      end(name);
      assert.equal(await result, `${name} done`);
      await settled();
    }
  });
});
