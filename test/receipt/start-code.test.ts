import assert from 'node:assert/strict';
import { findReceipt } from '../../src/receipt/find-receipt.js';
import { startCode } from '../../src/receipt/start-code.js';

function situationOf(query: string): unknown {
  const code = startCode(new URLSearchParams(query).getAll('set'));
  return code === undefined ? undefined : findReceipt(code)?.receipt?.situation;
}

describe('The situation that an address begins with', () => {
  it('is what is known, whatever else stands there', () => {
    assert.deepEqual(situationOf('set=cloud=public&set=seller=enterpriseAgreement&locale=en'), {
      cloud: 'public',
      seller: 'enterpriseAgreement',
    });
    assert.deepEqual(situationOf('set=cloud=china'), { cloud: 'china' });
    assert.deepEqual(situationOf('set=cloud=moon&set=seller=unknown&set=__proto__=x&set=goal&set==&set='), {
      seller: 'unknown',
    });
  });

  it('is nothing where nothing of it is known', () => {
    for (const query of ['', 'set=', 'set=cloud', 'set=cloud=moon', 'cloud=public', 'set=constructor=name'])
      assert.equal(startCode(new URLSearchParams(query).getAll('set')), undefined, query);
  });

  it('is the last that is said of a fact', () => {
    assert.deepEqual(situationOf('set=cloud=public&set=cloud=china'), { cloud: 'china' });
  });
});
