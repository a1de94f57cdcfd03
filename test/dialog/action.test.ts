import assert from 'node:assert/strict';
import {
  type ActionData,
  answerData,
  askCustomerData,
  changeData,
  originData,
  parseAction,
  plainData,
  setEditionData,
  setLanguageData,
} from '../../src/dialog/action.js';
import type { Origin } from '../../src/policy/conversation.js';
import { EDITION_IDS } from '../../src/policy/edition.js';
import { FACT_IDS, optionsOf } from '../../src/policy/facts.js';

const origin: Origin = { key: '2f1c-_k', interview: 3, turn: 12, edition: undefined };
const old: Origin = { ...origin, edition: '2019-03' };

describe('The data of a tap', () => {
  it('is read back as what it was made from', () => {
    for (const from of [origin, old]) {
      for (const fact of FACT_IDS) {
        assert.deepEqual(parseAction(changeData(fact, from)), { kind: 'change', fact, origin: from });
        for (const value of [...optionsOf(fact), 'unknown' as const]) {
          const data = answerData(fact, value, from);
          assert.deepEqual(parseAction(data), { kind: 'answer', fact, value, origin: from });
        }
      }
      for (const kind of ['back', 'restart'] as const) {
        assert.deepEqual(parseAction(originData(kind, from)), { kind, origin: from });
      }
      for (const edition of [undefined, ...EDITION_IDS]) {
        assert.deepEqual(parseAction(setEditionData(edition, from)), {
          kind: 'setEdition',
          edition,
          origin: from,
        });
      }
    }
    for (const kind of ['show', 'help', 'language', 'edition', 'why'] as const) {
      assert.deepEqual(parseAction(plainData(kind)), { kind });
    }
    assert.deepEqual(parseAction(setLanguageData('hu')), { kind: 'setLanguage', language: 'hu' });
    assert.deepEqual(parseAction(askCustomerData('hu')), { kind: 'askCustomer', language: 'hu' });
    assert.deepEqual(parseAction(askCustomerData()), { kind: 'askCustomer', language: undefined });
  });

  it('names the fact, the answer, what it was drawn from, and the edition', () => {
    assert.deepEqual(answerData('seller', 'unknown', origin), {
      action: 'answer',
      fact: 'seller',
      value: 'unknown',
      from: '2f1c-_k.3.12',
      edition: 'newest',
    });
    assert.equal(answerData('seller', 'vianet', old).edition, '2019-03');
  });

  it('survives the way through JSON, with more in it than we put there', () => {
    const data = { ...answerData('cloud', 'china', origin), msteams: { type: 'x' }, extra: 1 };
    assert.deepEqual(parseAction(JSON.parse(JSON.stringify(data))), {
      kind: 'answer',
      fact: 'cloud',
      value: 'china',
      origin,
    });
  });

  const good: ActionData = answerData('cloud', 'china', origin);
  const HOSTILE: readonly unknown[] = [
    undefined,
    null,
    '',
    'answer',
    7,
    [],
    [good],
    {},
    { action: 'answer' },
    { action: 'constructor' },
    { action: ['help'] },
    { ...good, fact: 'planet' },
    { ...good, fact: '__proto__' },
    { ...good, fact: 'toString' },
    { ...good, fact: ['cloud'] },
    { ...good, value: 'mars' },
    { ...good, value: 'directBill' },
    { ...good, value: ['china'] },
    { ...good, value: null },
    { ...good, value: '\u0024{1+1}' },
    { ...good, from: undefined },
    { ...good, from: 'k' },
    { ...good, from: 'k.1' },
    { ...good, from: 'k.1.2.3' },
    { ...good, from: 'k.-1.2' },
    { ...good, from: 'k.1e9.2' },
    { ...good, from: 'k.1.99999999999' },
    { ...good, from: `${'k'.repeat(41)}.1.2` },
    { ...good, from: `${'k'.repeat(1_000_000)}.1.2` },
    { ...good, from: { key: 'k' } },
    { ...good, from: '../x.1.2' },
    { ...good, edition: undefined },
    { ...good, edition: '1999-01' },
    { ...good, edition: 'toString' },
    { ...setEditionData('2019-03', origin), wanted: 'hasOwnProperty' },
    { ...setEditionData('2019-03', origin), wanted: undefined },
    { ...changeData('cloud', origin), fact: undefined },
    { action: 'setLanguage' },
    { action: 'setLanguage', language: 7 },
    { action: 'back' },
    { action: 'restart', from: 'k.1.2' },
  ];
  HOSTILE.forEach((value, index) => {
    it(`is refused when nobody of us wrote it (${index + 1}: ${(JSON.stringify(value) ?? 'nothing').slice(0, 70)})`, () => {
      assert.equal(parseAction(value), undefined);
    });
  });
});
