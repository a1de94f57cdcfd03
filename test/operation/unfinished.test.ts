import assert from 'node:assert/strict';
import { Unfinished } from '../../src/operation/unfinished.js';

/** Whether it has resolved once everything has had its turn. */
async function resolved(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await new Promise((later) => setTimeout(later, 5));
  return done;
}

describe('What is unfinished', () => {
  it('is waited for, also what began meanwhile, by everybody who asks', async () => {
    const unfinished = new Unfinished();
    const [first, second] = [unfinished.begin(() => true), unfinished.begin(() => true)];
    const [one, other] = [unfinished.finished(), unfinished.finished()];
    first();
    const third = unfinished.begin(() => true);
    second();
    assert.equal(await resolved(one), false);
    third();
    assert.equal(await resolved(one), true);
    assert.equal(await resolved(other), true);
  });

  it('is not waited for while it does not count', async () => {
    const unfinished = new Unfinished();
    unfinished.begin(() => false);
    assert.equal(await resolved(unfinished.finished()), true);
  });

  it('is finished whether it succeeds or fails, and whoever began it hears the same', async () => {
    const unfinished = new Unfinished();
    const failing = unfinished.track(Promise.reject(new Error('no')));
    assert.equal(await unfinished.track(Promise.resolve(5)), 5);
    await assert.rejects(failing, /no/);
    assert.equal(await resolved(unfinished.finished()), true);
  });
});
