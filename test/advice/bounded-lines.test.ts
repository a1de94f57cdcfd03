import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { boundedLines, TOO_LONG } from '../../src/advice/bounded-lines.js';

async function linesOf(...pieces: readonly string[]) {
  const lines: (string | typeof TOO_LONG)[] = [];
  for await (const line of boundedLines(Readable.from(pieces), 5)) lines.push(line);
  return lines;
}

describe('The lines of a text that comes in pieces', () => {
  it('are the same wherever it is cut', async () => {
    for (const pieces of [
      ['one\ntwo\n\nthree'],
      ['on', 'e\nt', 'wo', '\n', '\n', 'three'],
      [...'one\ntwo\n\nthree\n'],
    ]) {
      assert.deepEqual(await linesOf(...pieces), ['one', 'two', '', 'three']);
    }
  });

  it('are told to be too long, one by one', async () => {
    assert.deepEqual(await linesOf('123456\n12345\n123', '45', '6'), [TOO_LONG, '12345', TOO_LONG]);
  });

  it('are kept as far as they may go, however long they are', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<string> {
      for (; asked < 600; asked += 1) yield 'x'.repeat(1_000_000);
    }
    // More than one text may have.
    const first = await boundedLines(endless(), 5).next();
    assert.deepEqual(first, { value: TOO_LONG, done: false });
    assert.equal(asked, 600);
  });
});
