import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openBlobStore } from '../../src/storage/blob/blob.js';
import { StorageError } from '../../src/storage/error.js';
import { eventually } from '../eventually.js';
import { onLoopback } from '../loopback.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Headers of a blob of so many bytes. */
const there = (length: number) => ({
  etag: '"1"',
  'last-modified': new Date(0).toUTCString(),
  'content-length': `${length}`,
});

describe('Azure Blob Storage whose answers do not end as they should', () => {
  let answer: Answer;
  let ended = 0;
  let close: () => Promise<void>;
  let container: string;
  before(async () => {
    const server = createServer((request, response) => {
      response.once('close', () => {
        ended += 1;
      });
      if (request.method === 'HEAD') {
        response.writeHead(200, there(4));
        response.end();
      } else answer(request, response);
    });
    const opened = await onLoopback(server);
    container = `http://127.0.0.1:${opened.port}/devstoreaccount1/container`;
    close = opened.close;
  });
  after(() => close());
  const open = () => openBlobStore({ kind: 'blob', container, signature: 'sig=x' });

  it('is not opened where its first answer breaks off, and ends no process by that', async () => {
    answer = (_request, response) => {
      response.writeHead(206, { ...there(1), 'content-range': 'bytes 0-0/4' });
      response.flushHeaders();
      setTimeout(() => response.destroy(), 50);
    };
    await assert.rejects(open(), StorageError);
  });

  it('is not read on where a value is longer than any is', async () => {
    answer = (_request, response) => {
      response.writeHead(206, { ...there(1), 'content-range': 'bytes 0-0/4' });
      response.end('x');
    };
    const store = await open();
    let sent = 0;
    ended = 0;
    answer = (_request, response) => {
      response.writeHead(200, there(1e9));
      const go = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1 << 16, 'x'))) sent += 1 << 16;
      };
      response.on('drain', go);
      go();
    };
    await assert.rejects(store.read('key'), StorageError);
    await eventually('the end of the answer', () => ended > 0);
    assert.ok(sent < 1e8, `${sent} bytes were taken`);
    await store.close();
  });
});
