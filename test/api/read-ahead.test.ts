import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { setImmediate as lap } from 'node:timers/promises';
import { readAhead } from '../../src/api/read-ahead.js';
import { eventually } from '../eventually.js';

const PIECE = 16 * 1024;

/** Gives so many pieces, and counts them. */
function source(pieces: number) {
  let given = 0;
  const readable = new Readable({
    read() {
      given += 1;
      this.push(given > pieces ? null : Buffer.alloc(PIECE, 'é'));
    },
  });
  return { readable, given: () => given };
}

describe('A stream of lines', () => {
  it('has come whole before its first line is answered, as far as two million characters', async () => {
    const { readable, given } = source(100);
    const text = readAhead(readable);
    await eventually('its end', () => given() > 100);
    let length = 0;
    for await (const piece of text) length += piece.length;
    assert.equal(length, (100 * PIECE) / 2);
  });

  it('is read no further than that while its lines wait', async () => {
    const { readable, given } = source(10_000);
    const text = readAhead(readable);
    await eventually('as much as is held', () => given() >= 128);
    for (let at = 0; at < 500; at += 1) await lap();
    // Two bytes are one character here.
    assert.ok(given() < 300, String(given()));
    for await (const _ of text) break;
    await eventually('that it is left', () => readable.destroyed);
  });

  it('tells whoever reads that it has ended before its end', async () => {
    const { readable } = source(10_000);
    const text = readAhead(readable);
    await assert.rejects(async () => {
      for await (const _ of text) readable.destroy();
    });
  });
});
