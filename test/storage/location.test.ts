import assert from 'node:assert/strict';
import { parseConfig } from '../../src/start/config.js';
import { parseLocation } from '../../src/storage/location.js';

const GOOD: readonly (readonly [string, object])[] = [
  ['redis://localhost:6379', { kind: 'redis', url: 'redis://localhost:6379' }],
  [
    'rediss://:secret@cache.example.com:6380/2',
    { kind: 'redis', url: 'rediss://:secret@cache.example.com:6380/2' },
  ],
  ['redis://me:p%40ss@[::1]:6379', { kind: 'redis', url: 'redis://me:p%40ss@[::1]:6379' }],
  [
    'https://advisor.blob.core.windows.net/conversations',
    {
      kind: 'blob',
      container: 'https://advisor.blob.core.windows.net/conversations',
      signature: undefined,
    },
  ],
  [
    'https://advisor.blob.core.chinacloudapi.cn/conversations?sv=2024-11-04&sig=abc%3D',
    {
      kind: 'blob',
      container: 'https://advisor.blob.core.chinacloudapi.cn/conversations',
      signature: 'sv=2024-11-04&sig=abc%3D',
    },
  ],
  [
    'http://127.0.0.1:10000/devstoreaccount1/conversations',
    {
      kind: 'blob',
      container: 'http://127.0.0.1:10000/devstoreaccount1/conversations',
      signature: undefined,
    },
  ],
];

const BAD = [
  'hunter2',
  'redis:hunter2',
  'redis://',
  'redis://host/hunter2',
  'http://hunter2.blob.core.windows.net/conversations',
  'https://hunter2.example.com/conversations',
  'https://hunter2.blob.core.windows.net.evil.example/conversations',
  'https://hunter2.blob.core.windows.net/',
  'https://hunter2.blob.core.windows.net/a/b',
  'https://hunter2.blob.core.windows.net/UPPER',
  'https://hunter2.blob.core.windows.net/con--tainer',
  'https://account.blob.core.windows.net/container?hunter2',
  'http://127.0.0.1:10000/otheraccount/hunter2',
  'postgres://hunter2@localhost/db',
  'file:///hunter2',
];

describe('STORAGE_URL', () => {
  it('is not needed', () => {
    assert.deepEqual(parseLocation(undefined), { kind: 'parsed', value: undefined });
    assert.equal(parseConfig({}).storage, undefined);
    assert.equal(parseConfig({ STORAGE_URL: ' ' }).storage, undefined);
  });

  for (const [url, location] of GOOD) {
    it(`may be ${url}`, () => assert.deepEqual(parseConfig({ STORAGE_URL: url }).storage, location));
  }

  for (const url of BAD) {
    it(`may not be ${url}, and is not quoted: it may hold a secret`, () => {
      assert.throws(
        () => parseConfig({ STORAGE_URL: url }),
        (error: unknown) => {
          assert.ok(error instanceof Error && error.name === 'ConfigError');
          assert.match(error.message, /STORAGE_URL/);
          assert.ok(!error.message.includes('hunter2'));
          return true;
        },
      );
    });
  }
});

describe('DIRECT_LINE_TOKEN_KEY', () => {
  it('is at least 32 bytes in Base64', () => {
    const key = Buffer.alloc(32, 7);
    for (const text of [key.toString('base64'), key.toString('base64url')]) {
      assert.deepEqual(parseConfig({ DIRECT_LINE_TOKEN_KEY: text }).directLineKey, key);
    }
    assert.equal(parseConfig({}).directLineKey, undefined);
  });

  for (const text of [
    'hunter2',
    Buffer.alloc(31).toString('base64'),
    'ä'.repeat(50),
    `${'a'.repeat(60)} hunter2`,
  ]) {
    it(`may not be ${text.slice(0, 12)}…, and is not quoted`, () => {
      assert.throws(
        () => parseConfig({ DIRECT_LINE_TOKEN_KEY: text }),
        (error: unknown) =>
          error instanceof Error &&
          /32 bytes in Base64/.test(error.message) &&
          !error.message.includes('hunter2'),
      );
    });
  }
});
