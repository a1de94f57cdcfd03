import assert from 'node:assert/strict';
import { retryAfter } from '../../src/async/retry-after.js';

describe('Retry-After', () => {
  it('holds seconds', () => {
    assert.equal(retryAfter('0'), 0);
    assert.equal(retryAfter('120'), 120_000);
    assert.equal(retryAfter(' 7 '), 7000);
  });

  it('holds a date, in each of the three forms', () => {
    const inAnHour = new Date(Date.now() + 3_600_000);
    const utc = inAnHour.toUTCString();
    const wait = retryAfter(utc) ?? 0;
    assert.ok(wait > 3_000_000 && wait <= 3_600_000, `${wait}`);
    for (const past of [
      'Sun, 06 Nov 1994 08:49:37 GMT',
      'Sunday, 06-Nov-94 08:49:37 GMT',
      'Sun Nov  6 08:49:37 1994',
    ]) {
      assert.equal(retryAfter(past), 0);
    }
  });

  it('asks for very long where it says so', () => {
    assert.equal(retryAfter('99999999999'), 99_999_999_999_000);
    assert.equal(retryAfter('9'.repeat(400)), Number.POSITIVE_INFINITY);
  });

  it('asks for nothing where it is missing or nonsense', () => {
    for (const nonsense of [
      undefined,
      null,
      '',
      ' ',
      '-5',
      '1.5',
      '1e3',
      '0x10',
      'soon',
      '-2026',
      '10 s',
      'NaN',
    ]) {
      assert.equal(retryAfter(nonsense), undefined, String(nonsense));
    }
  });
});
