import assert from 'node:assert/strict';
import {
  type ActionData,
  acceptData,
  answerData,
  askCustomerData,
  changeData,
  fillData,
  originData,
  PLAIN,
  plainData,
  reasonData,
  setEditionData,
  setLanguageData,
  tickData,
} from '../../src/conversation/action.js';
import type { Origin } from '../../src/conversation/interview/state.js';
import { parseAction } from '../../src/conversation/parse-action.js';
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
      for (const kind of ['back', 'restart', 'dismiss', 'sendToPerson'] as const) {
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
    for (const kind of PLAIN) {
      assert.deepEqual(parseAction(plainData(kind)), { kind });
      assert.deepEqual(parseAction(plainData(kind, old)), { kind, origin: old });
    }
    assert.deepEqual(parseAction(setLanguageData('hu')), { kind: 'setLanguage', language: 'hu' });
    assert.deepEqual(parseAction(askCustomerData('hu')), { kind: 'askCustomer', language: 'hu' });
    assert.deepEqual(parseAction(askCustomerData()), { kind: 'askCustomer', language: undefined });
  });

  it('of what was understood, of ticks, reasons and receipts is read back as well', () => {
    for (const from of [origin, old]) {
      assert.deepEqual(parseAction(acceptData(from)), { kind: 'accept', origin: from });
      for (const fact of FACT_IDS) {
        assert.deepEqual(parseAction(acceptData(from, fact)), { kind: 'accept', fact, origin: from });
        for (const value of optionsOf(fact)) {
          const wanted = { kind: 'accept', fact, value, origin: from };
          assert.deepEqual(parseAction(acceptData(from, fact, value)), wanted);
        }
      }
      for (const done of [true, false]) {
        const wanted = { kind: 'tick', step: 'request', done, origin: from };
        assert.deepEqual(parseAction(tickData('request', done, from)), wanted);
      }
      const said = { ...reasonData(from), reason: 'Because' };
      assert.deepEqual(parseAction(said), { kind: 'reason', reason: 'Because', origin: from });
      assert.deepEqual(parseAction(reasonData(from)), { kind: 'reason', reason: '', origin: from });
    }
  });

  it('of a form says what it showed and what it says now, field by field', () => {
    const shown = { cloud: 'public', goal: 'support' } as const;
    const data = fillData(shown, 'hu', origin);
    const fields = (inputs: Readonly<Record<string, unknown>>) => {
      const action = parseAction({ ...data, ...inputs });
      assert.ok(action?.kind === 'fill');
      return action;
    };
    const same = { cloud: 'public', goal: 'support', service: '', customer: 'hu' };
    assert.deepEqual(fields(same).drawn, shown);
    assert.deepEqual(fields(same).wanted, shown);
    assert.deepEqual(fields({ ...same, goal: '' }).wanted, { cloud: 'public' }, 'emptied');
    assert.deepEqual(fields({ ...same, service: 'usage' }).wanted, { ...shown, service: 'usage' });
    assert.deepEqual(fields({ cloud: 'china' }).wanted, { ...shown, cloud: 'china' }, 'not on the form');
    assert.deepEqual(fields({}).wanted, shown, 'no field came back');
    for (const junk of [7, null, {}, [], 'mars', '__proto__', 'public,usGov']) {
      assert.deepEqual(fields({ ...same, service: junk }).wanted, shown, JSON.stringify(junk));
    }
  });

  it('names the fact, the answer, what it was drawn from, and the edition that was asked for', () => {
    assert.deepEqual(answerData('seller', 'unknown', origin), {
      action: 'answer',
      fact: 'seller',
      value: 'unknown',
      from: '2f1c-_k.3.12',
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
    { ...good, edition: null },
    { ...good, edition: '1999-01' },
    { ...good, edition: 'toString' },
    { ...setEditionData('2019-03', origin), wanted: 'hasOwnProperty' },
    { ...setEditionData('2019-03', origin), wanted: undefined },
    { ...changeData('cloud', origin), fact: undefined },
    { action: 'setLanguage' },
    { action: 'setLanguage', language: 7 },
    { action: 'back' },
    { action: 'restart', from: 'k.1.2', edition: '' },
    { action: 'subscription', from: 'k.1.2' },
    { action: 'subscription', what: 'turnTo', from: 'k.1.2' },
    { action: 'subscription', what: 'leaveOut', number: '0', from: 'k.1.2' },
    { action: 'subscription', what: 'leaveOut', number: 2, from: 'k.1.2' },
    { action: 'dismiss' },
    { action: 'sendToPerson' },
    { action: 'sendToPerson', from: 'k.1.2', edition: '1999-01' },
    { action: 'accept' },
    { ...acceptData(origin, 'cloud', 'public'), value: 'mars' },
    { ...acceptData(origin, 'cloud', 'public'), fact: 'planet' },
    { ...acceptData(origin, 'cloud', 'public'), fact: null },
    { action: 'fill', cloud: 'public' },
    { action: 'tick', step: 'x' },
    { ...tickData('x', true, origin), step: 7 },
    { ...tickData('x', true, origin), step: 'x'.repeat(10_000) },
    { action: 'reason', reason: 'x' },
    { action: 'receipt' },
    { action: 'receipt', receipt: ['MC-7K3F-9QXD-2M'] },
    { action: 'customer' },
    { action: 'customer', language: {} },
  ];
  HOSTILE.forEach((value, index) => {
    it(`is refused when nobody of us wrote it (${index + 1}: ${(JSON.stringify(value) ?? 'nothing').slice(0, 70)})`, () => {
      assert.equal(parseAction(value), undefined);
    });
  });
});
