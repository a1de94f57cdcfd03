import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { callerAddress } from '../../src/limits/caller.js';
import { rateLimit } from '../../src/limits/rate.js';
import { tries } from '../effort.js';
import { heldBytes } from '../held.js';

describe('A rate limit', () => {
  it('lets so many calls of each caller pass, and says when to come again', async () => {
    const limit = rateLimit(3);
    for (let i = 0; i < 3; i += 1) assert.equal(await limit.take('anna'), undefined);
    const seconds = (await limit.take('anna')) ?? 0;
    assert.ok(seconds >= 1 && seconds <= 60);
    assert.equal(await limit.take('béla'), undefined);
  });

  it('is none at 0', async () => {
    const limit = rateLimit(0);
    for (let i = 0; i < 1000; i += 1) assert.equal(await limit.take('anna'), undefined);
  });

  it('begins anew when its time is over, which is counted from the first call', async () => {
    let now = 5000;
    const limit = rateLimit(2, 60, () => now);
    for (let i = 0; i < 2; i += 1) assert.equal(await limit.take('anna'), undefined);
    now += 59_000;
    assert.equal(await limit.take('anna'), 1);
    now += 1000;
    for (let i = 0; i < 2; i += 1) assert.equal(await limit.take('anna'), undefined);
    assert.equal(await limit.take('anna'), 60);
  });

  it('takes a megabyte at most, however many callers there are', async () => {
    const before = heldBytes();
    const limits = Array.from({ length: 5 }, () => rateLimit(1, 24 * 60 * 60));
    for (const limit of limits) for (let i = 0; i < 70_000; i += 1) await limit.take(`caller ${i}`);
    const each = (heldBytes() - before) / limits.length;
    assert.ok(each < 1024 * 1024, `${Math.round(each)} bytes`);
    // Used once more, so that they are held until here.
    for (const limit of limits) await limit.take('anybody');
  });

  it('needs no more memory for more callers', async () => {
    const limit = rateLimit(1);
    let counters = 0;
    // Three for each counter there is room for, so that hardly a counter stays unused.
    for (let i = 0; i < tries({ all: 400_000, quick: 200_000 }); i += 1)
      if ((await limit.take(`caller ${i}`)) === undefined) counters += 1;
    assert.ok(counters <= 65_536, `${counters} callers had a counter of their own`);
    assert.ok(counters > 60_000);
  });
});

describe('The address of a caller', () => {
  const from = (
    remoteAddress: string | undefined,
    headers: IncomingHttpHeaders,
    trustProxy = false,
  ): string => callerAddress({ headers, socket: { remoteAddress } as Socket }, trustProxy);
  const forwarded = (list: string): IncomingHttpHeaders => ({ 'x-forwarded-for': list });

  it('is that of the connection, whatever the caller says', () => {
    assert.equal(from('192.0.2.1', forwarded('198.51.100.7')), '192.0.2.1');
    assert.equal(from('::ffff:192.0.2.1', {}), '192.0.2.1');
    assert.equal(from('::ffff:c000:201', {}), '192.0.2.1');
    assert.equal(from(undefined, {}), 'unknown');
  });

  it('is what our own proxy saw last, if there is one', () => {
    assert.equal(from('10.0.0.1', forwarded('198.51.100.7'), true), '198.51.100.7');
    assert.equal(from('10.0.0.1', forwarded('1.2.3.4, 198.51.100.7'), true), '198.51.100.7');
    assert.equal(from('10.0.0.1', forwarded('198.51.100.7:4711'), true), '198.51.100.7');
    assert.equal(from('10.0.0.1', forwarded('[2001:db8::1]:4711'), true), '2001:db8:0:0::/64');
  });

  it('is that of the connection where a proxy writes nothing of use', () => {
    for (const list of ['', 'unknown', '_hidden', '1.2.3.4,', '<script>', '999.1.1.1']) {
      assert.equal(from('10.0.0.1', forwarded(list), true), '10.0.0.1', list);
    }
  });

  it('is one for a whole network of IPv6, since everybody there has many', () => {
    for (const ip of [
      '2001:db8:1:2::',
      '2001:0db8:0001:0002:ffff:ffff:ffff:ffff',
      '2001:DB8:1:2:3:4:5:6',
      '2001:db8:1:2::9%eth0',
    ]) {
      assert.equal(from(ip, {}), '2001:db8:1:2::/64', ip);
    }
    assert.notEqual(from('2001:db8:1:3::', {}), '2001:db8:1:2::/64');
    assert.equal(from('::1', {}), '0:0:0:0::/64');
  });
});
