import assert from 'node:assert/strict';
import { eventually } from '../eventually.js';

type Outcome = 'sent' | 'lost' | 'refused';
interface Outbox {
  add(
    compose: () => object | undefined,
    options?: { readonly name?: string; readonly after?: (done: boolean) => void },
  ): void;
  hear(mark: string, what: 'echo' | 'answer'): void;
}
interface Options {
  readonly post: (activity: object, mark: string) => Promise<Outcome>;
  readonly tell: (state?: string) => void;
  readonly again: number;
}

/** The file as browsers get it. */
const BUILT = new URL('../../web/outbox.js', import.meta.url).href;

describe('the outbox of the call page', () => {
  let createOutbox: (options: Options) => Outbox;
  before(async () => {
    ({ createOutbox } = (await import(BUILT)) as { createOutbox: typeof createOutbox });
  });

  /** An outbox whose posts are answered by hand. */
  function outbox(...outcomes: readonly Outcome[]) {
    const posted: { readonly activity: object; readonly mark: string }[] = [];
    const told: (string | undefined)[] = [];
    const box = createOutbox({
      again: 1,
      post: async (activity, mark) => {
        posted.push({ activity, mark });
        return outcomes[posted.length - 1] ?? 'sent';
      },
      tell: (state) => told.push(state),
    });
    const answer = (at: number): void => box.hear(posted[at]?.mark ?? '', 'answer');
    return { box, posted, told, answer };
  }

  /** All that waits for no timer is done by then. */
  const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

  it('sends the next only when the one before was answered', async () => {
    const { box, posted, answer } = outbox();
    box.add(() => ({ text: 'one' }));
    box.add(() => ({ text: 'two' }));
    await soon();
    assert.deepEqual(
      posted.map(({ activity }) => activity),
      [{ text: 'one' }],
    );
    answer(0);
    await soon();
    assert.equal(posted.length, 2);
    answer(1);
  });

  it('composes what waits only when its turn comes, and once for all that wait under a name', async () => {
    const { box, posted, answer } = outbox();
    let state = 'before';
    for (const _ of [1, 2, 3]) box.add(() => ({ state }), { name: 'form' });
    await soon();
    state = 'after';
    answer(0);
    await soon();
    answer(1);
    await soon();
    assert.deepEqual(
      posted.map(({ activity }) => activity),
      [{ state: 'before' }, { state: 'after' }],
    );
  });

  it('tries again what was lost on the way, under the same mark', async () => {
    const { box, posted, told, answer } = outbox('lost', 'lost', 'sent');
    box.add(() => ({ text: 'one' }));
    await eventually('the third attempt', () => posted.length === 3);
    assert.equal(new Set(posted.map(({ mark }) => mark)).size, 1);
    assert.ok(told.includes('connecting'));
    answer(0);
    await soon();
    assert.equal(told.at(-1), undefined);
  });

  it('does not send again what arrived although its receipt was lost', async () => {
    const { box, posted } = outbox('lost');
    box.add(() => ({ text: 'one' }));
    box.hear(posted[0]?.mark ?? '', 'echo');
    await soon();
    assert.equal(posted.length, 1);
    box.hear(posted[0]?.mark ?? '', 'answer');
  });

  it('says so when something is refused, and goes on', async () => {
    const { box, posted, told, answer } = outbox('refused');
    const ended: boolean[] = [];
    box.add(() => ({ text: 'one' }), { after: (done) => ended.push(done) });
    await soon();
    assert.deepEqual([ended, told], [[false], ['failed']]);
    box.add(() => ({ text: 'two' }), { after: (done) => ended.push(done) });
    await soon();
    answer(1);
    await soon();
    assert.deepEqual([ended, posted.length], [[false, true], 2]);
  });

  it('passes over what has nothing to say any more', async () => {
    const { box, posted } = outbox();
    box.add(() => undefined);
    await soon();
    assert.equal(posted.length, 0);
  });
});
