import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { call, newPerson, type Person } from '../faults/person.js';
import { productEachTime } from '../operation/process.js';
import type { Json } from '../turn/bot-server.js';

const MEGABYTE = 1024 * 1024;

/** What a process holds, as the system counts it. */
function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

describe('The memory that one visitor takes', () => {
  const { start } = productEachTime();

  it('is little, whatever is posted, and however many answers and streams are not read', async function () {
    if (process.platform !== 'linux') this.skip();
    const product = await start();
    const { address } = product;
    const { hostname, port } = new URL(address);
    const open: Socket[] = [];
    const unread = (head: string): void => {
      const socket = connect(Number(port), hostname, () => socket.write(`${head}\r\n\r\n`));
      socket.on('error', () => undefined);
      socket.pause();
      open.push(socket);
    };
    const people: Person[] = [];
    for (let i = 0; i < 3; i += 1) people.push(await newPerson(address));
    const pathOf = ({ conversationId }: Person): string => `/v3/directline/conversations/${conversationId}`;
    const read = async (path: string, { token }: Person): Promise<Json> =>
      (await call(address + path, token, 'GET')).body;
    const before = memoryOf(product.pid);
    // As large as a body may be, of which little is kept; and as large as an activity may be, which fills transcripts.
    const [dropped, kept] = ['x'.repeat(120_000), 'x'.repeat(12_000)];
    for (const person of people) {
      for (let i = 0; i < 60; i += 1) {
        const much = i % 2 === 0 ? dropped : kept;
        const answer = await person.send(address, {
          type: 'message',
          text: 'x',
          value: { much },
          ...(much === dropped && { channelData: { much } }),
        });
        assert.ok('id' in answer.body);
      }
      const page = JSON.stringify(await read(`${pathOf(person)}/activities`, person));
      assert.ok(page.length > 12_000 && page.length < 128_000, `a page of ${page.length} bytes`);
    }
    for (const person of people) {
      const path = pathOf(person);
      for (let i = 0; i < 33; i += 1) {
        unread(`GET ${path}/activities HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${person.token}`);
      }
      for (let i = 0; i < 8; i += 1) {
        const { streamUrl } = await read(`${path}?watermark=0`, person);
        const target = String(streamUrl).replace(/^ws:..[^/]+/, '');
        const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
        unread(
          `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}`,
        );
      }
    }
    let most = 0;
    for (let i = 0; i < 50; i += 1) {
      await pause(100);
      most = Math.max(most, memoryOf(product.pid) - before);
    }
    for (const socket of open) socket.destroy();
    assert.equal((await fetch(`${product.address}/health`)).status, 200);
    assert.ok(most < 150 * MEGABYTE, `${Math.round(most / MEGABYTE)} MB more than before`);
  });
});
