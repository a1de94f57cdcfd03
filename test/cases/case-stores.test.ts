import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import { caseKey, caseListKey, isCaseKey } from '../../src/cases/case-keys.js';
import { CaseStore } from '../../src/cases/case-store.js';
import { keeperId } from '../../src/cases/keeper.js';
import { openLmdbStore } from '../../src/storage/lmdb/lmdb.js';
import { openRedisStore } from '../../src/storage/redis/redis.js';
import type { Store } from '../../src/storage/store.js';
import { temporaryFolder } from '../start/running.js';
import { needsRedis, type RedisServer, redisServer } from '../storage/redis-server.js';
import { ANNA, caseContract, made } from './case-contract.js';
import { reminderContract } from './reminder-contract.js';

/** Of a day. */
const SECONDS = 24 * 60 * 60;

describe('Cases on disk', () => {
  const folder = temporaryFolder();
  let opened = 0;
  after(() => folder.remove());
  function open(): Store {
    opened += 1;
    return openLmdbStore(`${folder.path}/${opened}`);
  }
  caseContract(open);
  describe('their reminders', () => reminderContract(open));
});

describe('Cases in Redis', () => {
  let server: RedisServer;
  let look: Redis;
  before(async function () {
    needsRedis(this);
    server = await redisServer();
    look = new Redis(server.url);
  });
  after(async () => {
    look?.disconnect();
    await server?.end();
  });

  async function open(): Promise<Store> {
    await look.flushall();
    const daysOf = (key: string) => (isCaseKey(key) ? 365 : undefined);
    return openRedisStore({ url: server.url, retentionDays: 30, daysOf, isKept: () => false });
  }

  caseContract(open);
  describe('their reminders', () => reminderContract(open));

  it('live as long as cases are kept, and conversations no longer than before', async () => {
    const store = await open();
    const { id } = await made(new CaseStore(store));
    await store.write('conversation', 1, undefined);
    const left = (key: string) => look.ttl(`advisor:k:${key}`);
    assert.ok((await left(caseKey(id))) > 364 * SECONDS);
    assert.ok((await left(caseListKey(keeperId(ANNA)))) > 364 * SECONDS);
    assert.ok((await left('conversation')) <= 30 * SECONDS);
    await store.close();
  });
});
