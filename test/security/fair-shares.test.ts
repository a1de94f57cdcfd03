import assert from 'node:assert/strict';
import { FairShares } from '../../src/limits/fair-shares.js';

describe('Fair shares', () => {
  let ended: string[];
  beforeEach(() => {
    ended = [];
  });
  const taker =
    (shares: FairShares) =>
    (caller: string, name = caller) =>
      shares.take(caller, () => ended.push(name));

  it('are so many of one caller, and come back', () => {
    const take = taker(new FairShares({ ofOne: 2, ofAll: Number.POSITIVE_INFINITY }));
    const giveBack = take('anna');
    assert.ok(take('anna'));
    assert.equal(take('anna'), undefined);
    assert.ok(take('béla'));
    giveBack?.();
    giveBack?.();
    assert.ok(take('anna'));
    assert.equal(take('anna'), undefined);
    assert.deepEqual(ended, []);
  });

  it('are taken from whoever has most, the oldest first, when all are taken', () => {
    const take = taker(new FairShares({ ofOne: 10, ofAll: 5 }));
    for (const name of ['a1', 'a2', 'a3']) take('anna', name);
    for (const name of ['b1', 'b2']) take('béla', name);
    assert.ok(take('cili'));
    assert.deepEqual(ended, ['a1']);
    assert.ok(take('dóra'));
    assert.deepEqual(ended, ['a1', 'a2']);
    assert.ok(take('emil'));
    assert.deepEqual(ended, ['a1', 'a2', 'b1']);
  });

  it('are refused to whoever has as many as anybody else, or one less', () => {
    const take = taker(new FairShares({ ofOne: 10, ofAll: 3 }));
    for (const caller of ['anna', 'anna', 'béla']) take(caller);
    assert.equal(take('anna'), undefined);
    assert.equal(take('béla'), undefined);
    assert.deepEqual(ended, []);
  });

  it('are never more than there are, and never kept from one caller by three hundred others', () => {
    const shares = new FairShares({ ofOne: 256, ofAll: 2000 });
    let open = 0;
    const take = (caller: string): boolean => {
      const end = (): void => {
        open -= 1;
      };
      if (shares.take(caller, end) === undefined) return false;
      open += 1;
      assert.ok(open <= 2000);
      return true;
    };
    for (let round = 0; round < 100; round += 1) {
      for (let caller = 0; caller < 300; caller += 1) take(`hostile ${caller}`);
    }
    for (let at = 0; at < 4; at += 1) assert.ok(take('honest'));
  });
});
