import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/languages.js';
import type { Rule } from '../../src/policy/edition.js';
import type { Own } from '../../src/policy/editions/2026-11/own.js';
import { EDITIONS } from '../../src/policy/editions/registry.js';
import { addressOf } from '../../src/policy/pages.js';
import { LEDGERS } from '../../src/proof/ledger/ledger.js';
import { prove } from '../../src/proof/proof.js';

/**
 * What is misspelt does not compile. Each line that shows it bears the compiler's own mark: were one of them to
 * compile, this file would not.
 */
describe('What is misspelt', () => {
  const newest = EDITIONS['2026-11'];
  const rule = {
    id: 'misspelt',
    when: { cloud: ['public'] },
    // @ts-expect-error: the edition has no such citation.
    cites: ['artikel'],
    // @ts-expect-error: nor such a step.
    steps: ['askMicrosft'],
    // @ts-expect-error: nor such a change.
    changes: ['licenceMove'],
    example: { cloud: 'public' },
  } satisfies Rule<Own>;

  it('in a rule, the compiler refuses, and the proof would', () => {
    const broken = { ...newest, rules: [...newest.rules, rule] };
    const dangling = prove(broken, LEDGERS['2026-11'], []).filter(({ kind }) => kind === 'danglingReference');
    assert.deepEqual(
      dangling.map(({ about }) => about),
      ['artikel', 'askMicrosft', 'licenceMove'],
    );
  });

  it('in words, the compiler refuses, and the language would', () => {
    const { en } = LANGUAGES;
    // @ts-expect-error: no edition gives such a reason.
    assert.throws(() => en.say('reason.noResales'), /There are no words for "reason.noResales" in en/);
    // @ts-expect-error: nor has any fact such an option.
    assert.throws(() => en.say('option.cloud.publik'), /There are no words/);
  });

  it('in a page, the compiler refuses, and the address would', () => {
    // @ts-expect-error: there is no such page.
    assert.throws(() => addressOf('multichanel', 'hu-hu'));
  });
});
