import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { boundedText } from '../../src/async/bounded-text.js';

describe('A text that comes in pieces', () => {
  it('is put together, also in the middle of a character', async () => {
    const bytes = Buffer.from('汉字');
    const pieces = [bytes.subarray(0, 4), bytes.subarray(4)];
    assert.equal(await boundedText(pieces, 6), '汉字');
    assert.equal(await boundedText(Readable.from(pieces), 6), '汉字');
    assert.equal(await boundedText([], 0), '');
  });

  it('is not read on once it is too long', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read += 1;
        yield Buffer.alloc(10);
      }
    }
    const stream = Readable.from(endless(), { objectMode: false, highWaterMark: 10 });
    await assert.rejects(boundedText(stream, 25), RangeError);
    assert.ok(stream.destroyed);
    assert.ok(read < 10, `${read} pieces were read`);
  });
});
