import assert from 'node:assert/strict';
import { networkOf } from '../../src/limits/caller.js';

describe('The name of whoever shares an address', () => {
  it('is the same whichever network card heard it', () => {
    for (const zone of ['', '%eth0', '%eth0-1', '%en0.5', '%12', '%a%b', '%-', '%'])
      assert.equal(networkOf(`fe80::1${zone}`), 'fe80:0:0:0::/64', zone);
  });

  it('is one for all whose address cannot be told', () => {
    for (const odd of ['', '%', 'nonsense', '::g', '\u0000', '1'.repeat(10_000), ':'.repeat(10_000)])
      assert.equal(networkOf(odd), 'unknown', odd.slice(0, 20));
    assert.equal(networkOf(undefined), 'unknown');
  });
});
