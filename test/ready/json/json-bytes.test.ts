import assert from 'node:assert/strict';
import { jsonBytes, Prewritten } from '../../../src/ready/json/json-bytes.js';

class Hello extends Prewritten {
  override get size(): number {
    return 18;
  }
  override write(into: Buffer, at: number): void {
    Buffer.from('{"hello":"világ"}').copy(into, at);
  }
  override toJSON(): object {
    return { hello: 'világ' };
  }
}

describe('JSON as bytes', () => {
  const hello = new Hello();

  it('is what JSON.stringify would write, wherever something prewritten lies', () => {
    const bodies: readonly unknown[] = [
      hello,
      [hello, hello, '✎', null],
      { a: 1, card: hello, 'quote"d': [undefined, hello], left: undefined, out: () => 1 },
      { activities: [{ attachments: [{ contentType: 'x', content: hello }], when: new Date(0) }] },
      { a: { b: { c: { d: { e: { f: { g: { h: { i: { j: { k: hello } } } } } } } } } } },
    ];
    for (const body of bodies) assert.equal(String(jsonBytes(body)), JSON.stringify(body));
  });

  it('is what JSON.stringify would write of anything else', () => {
    for (const value of [
      { text: '.0.0', list: ['.0.0', 1, null] },
      'x',
      5,
      null,
      [],
      {},
      { at: new Date(0) },
    ])
      assert.equal(String(jsonBytes(value)), JSON.stringify(value));
  });

  it('refuses what goes round in a circle', () => {
    const endless: Record<string, unknown> = { hello };
    endless.itself = endless;
    assert.throws(() => jsonBytes(endless), TypeError);
  });
});
