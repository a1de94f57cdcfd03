import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Running } from '../../src/main.js';
import { eventually } from '../eventually.js';
import { newcomer } from '../faults/person.js';
import { startIn, temporaryFolder } from '../start/running.js';

describe('One address, with the settings as they are', () => {
  const folder = temporaryFolder();
  let product: Running;
  let port: number;
  const open: Socket[] = [];
  beforeEach(async () => {
    product = await startIn(folder.path);
    port = Number(new URL(product.address).port);
  });
  afterEach(async () => {
    for (const socket of open.splice(0)) socket.destroy();
    await product.close();
  });
  after(() => folder.remove());

  /** Opens a connection and sends something; what has come back, and whether it is over. */
  function dialed(first = '') {
    const seen = { text: '', over: false };
    const socket = connect(port, '127.0.0.1');
    const sent = new Promise<void>((done) => {
      socket.once('connect', () => socket.write(first, () => done()));
    });
    open.push(socket);
    socket.on('data', (chunk) => {
      seen.text += String(chunk);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      seen.over = true;
    });
    return { seen, connected: once(socket, 'connect'), sent };
  }

  it('has 256 connections', async () => {
    const all = Array.from({ length: 300 }, () => dialed());
    await Promise.all(all.map(({ connected }) => connected));
    await eventually('the rest to end', () => all.filter(({ seen }) => seen.over).length === 44);
  });

  it('has 4 MB of bodies that are on their way', async () => {
    const length = 256 * 1024;
    const head = `POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
    const all: ReturnType<typeof dialed>[] = [];
    for (let at = 0; at < 20; at += 1) {
      // One after another: as many at once would each have some of it, and more than the rest be refused.
      const each = dialed(head + ' '.repeat(length - 1));
      all.push(each);
      await each.sent;
    }
    await eventually(
      'the rest to be refused',
      () => all.filter(({ seen }) => seen.text.startsWith('HTTP/1.1 503')).length >= 4,
    );
    // Each has 8 KB that count for nobody.
    assert.equal(all.filter(({ seen }) => seen.text !== '').length, 4);
  });

  it('has 128 streams, and eight of one conversation', async () => {
    const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
    const follow = (url: unknown) =>
      dialed(
        `GET ${String(url).replace(/^ws:..[^/]+/, '')} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n\r\n`,
      );
    const all: ReturnType<typeof dialed>[] = [];
    for (let at = 0; at < 17; at += 1) {
      const { body } = await (await newcomer(product.address)).open(product.address);
      const { streamUrl } = body;
      for (let i = 0; i < 8; i += 1) all.push(follow(streamUrl));
      if (at === 0) {
        await eventually('the eight', () => all.every(({ seen }) => seen.text !== ''));
        const { seen } = follow(streamUrl);
        await eventually('the ninth to be refused', () => seen.text.startsWith('HTTP/1.1 429'));
      }
    }
    await eventually('an answer for each', () => all.every(({ seen }) => seen.text !== ''));
    assert.equal(all.filter(({ seen }) => seen.text.startsWith('HTTP/1.1 101')).length, 128);
    assert.equal(all.filter(({ seen }) => seen.text.startsWith('HTTP/1.1 429')).length, 8);
  });
});
