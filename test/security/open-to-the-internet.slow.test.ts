import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { timeLimit } from '../effort.js';
import { productEachTime } from '../operation/process.js';
import type { Json } from '../turn/bot-server.js';
import { crowd } from './crowd.js';

const MEGABYTE = 1024 * 1024;
const ADDRESSES = 300;
const MILLISECONDS = 60_000;
/** Of 512 MB: what nobody can take back from a process. The rest is for the program itself, and pages of files. */
const MOST = 384 * MEGABYTE;
/** What Node chooses by itself in a container of 512 MB. */
const HEAP = '--max-old-space-size=256';

/** One core for the product, as far as this system can keep it to one. */
function onOneCore(): [string, ...string[]] {
  const product: [string, ...string[]] = [process.execPath, 'dist/src/main.js'];
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0
    ? ['taskset', '-c', '0', ...product]
    : product;
}

/** What a process holds that is not a part of some file, as the system counts it. */
function ownMemoryOf(pid: number): number {
  const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

describe('The product with 512 MB and one core, open to the internet', () => {
  const { start } = productEachTime();

  /** Somebody who goes through interviews, one after another, until told to stop; how long each answer took. */
  async function interviews(address: string, headers: Record<string, string>, goOn: () => boolean) {
    const times: number[] = [];
    const call = async (path: string, token = '', body?: Json): Promise<Json> => {
      const began = performance.now();
      const response = await fetch(`${address}/v3/directline${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...headers, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json()) as Json;
      assert.ok(response.ok, `${path}: ${response.status} ${JSON.stringify(answer)}`);
      times.push(performance.now() - began);
      return answer;
    };
    while (goOn()) {
      const { token } = (await call('/tokens/generate', '', {})) as { token: string };
      const { conversationId } = await call('/conversations', token, { locale: 'en' });
      const path = `/conversations/${String(conversationId)}/activities`;
      let seen = 0;
      let watermark = '0';
      for (const [at, text] of ['start', '1', '1', '1', '1', '1'].entries()) {
        await call(path, token, { type: 'message', text });
        const all = 1 + 2 * (at + 1);
        // A page has an end, in bytes as well: what is behind it is asked for, as every client does.
        for (let pages = 0; seen < all && pages < all; pages += 1) {
          const page = (await call(`${path}?watermark=${watermark}`, token)) as {
            activities: unknown[];
            watermark: string;
          };
          seen += page.activities.length;
          watermark = page.watermark;
        }
        assert.equal(seen, all, 'the greeting, and an answer to everything');
      }
      await pause(2000);
    }
    return times.sort((a, b) => a - b);
  }

  for (const proxied of [false, true]) {
    const where = proxied ? 'behind a proxy' : 'at its own address';
    it(`answers whoever is honest while 300 addresses do what they can, ${where}`, async function () {
      if (process.platform !== 'linux') this.skip();
      this.timeout(timeLimit(2 * MILLISECONDS));
      const environment = { NODE_OPTIONS: HEAP, ...(proxied && { TRUST_PROXY: 'true' }) };
      const product = await start(environment, onOneCore());
      let over = false;
      const headers: Record<string, string> = proxied ? { 'x-forwarded-for': '127.2.0.1' } : {};
      const endAttack = crowd({
        port: Number(new URL(product.address).port),
        addresses: ADDRESSES,
        proxied,
      });
      let most = 0;
      let times: readonly number[];
      try {
        const honest = interviews(product.address, headers, () => !over);
        // Whatever becomes of it is looked at in the end.
        honest.catch(() => undefined);
        const end = performance.now() + MILLISECONDS;
        while (performance.now() < end) {
          await pause(100);
          assert.equal(product.child.exitCode, null, product.output().slice(-1000));
          most = Math.max(most, ownMemoryOf(product.pid));
        }
        over = true;
        times = await honest;
      } finally {
        await endAttack();
      }
      assert.ok(times.length >= 14, `${times.length} answers`);
      assert.equal((await fetch(`${product.address}/health`)).status, 200);
      assert.ok(most < MOST, `${Math.round(most / MEGABYTE)} MB`);
      const [median, p95] = [0.5, 0.95].map((share) =>
        Math.round(times[Math.floor(times.length * share)] ?? 0),
      );
      console.log(
        `      ${times.length} answers, median ${median} ms, p95 ${p95} ms; ${Math.round(most / MEGABYTE)} MB at most`,
      );
    });
  }
});
