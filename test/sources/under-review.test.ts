import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readUnderReview, UNDER_REVIEW_FILE, writeUnderReview } from '../../src/sources/under-review.js';

describe('The file of sources under review', () => {
  let parent: string;
  let dataDir: string;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'under-review-'));
    dataDir = join(parent, 'data');
  });

  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is written, read back, and removed when all is well', async () => {
    assert.deepEqual(readUnderReview(dataDir), new Set());
    await writeUnderReview(dataDir, '2026-11-21', ['multichannel#roles', 'multipartner#steps']);
    assert.deepEqual(JSON.parse(readFileSync(join(dataDir, UNDER_REVIEW_FILE), 'utf8')), {
      read: '2026-11-21',
      citations: [
        { page: 'multichannel', section: 'roles' },
        { page: 'multipartner', section: 'steps' },
      ],
    });
    assert.deepEqual(readUnderReview(dataDir), new Set(['multichannel#roles', 'multipartner#steps']));
    assert.deepEqual(readdirSync(dataDir), [UNDER_REVIEW_FILE], 'nothing else is left behind');
    await writeUnderReview(dataDir, '2026-11-22', []);
    assert.deepEqual(readdirSync(dataDir), []);
    await writeUnderReview(join(parent, 'none'), '2026-11-22', []);
  });

  it('is not read where it is longer than any list', async () => {
    await writeUnderReview(dataDir, '2026-11-21', ['multichannel#roles']);
    const path = join(dataDir, UNDER_REVIEW_FILE);
    writeFileSync(path, `${' '.repeat(2 ** 20)}${readFileSync(path, 'utf8')}`);
    const told: string[] = [];
    assert.deepEqual(
      readUnderReview(dataDir, (file) => told.push(file)),
      new Set(),
    );
    assert.deepEqual(told, [path]);
  });

  it('never stops the bot: what is malformed counts as empty and is told', async () => {
    await writeUnderReview(dataDir, '2026-11-21', ['multichannel#roles']);
    const path = join(dataDir, UNDER_REVIEW_FILE);
    for (const text of ['', '{', 'null', '[]', '{"read":1,"citations":[]}', '{"read":"x","citations":[7]}']) {
      writeFileSync(path, text);
      const told: string[] = [];
      assert.deepEqual(
        readUnderReview(dataDir, (file) => told.push(file)),
        new Set(),
      );
      assert.deepEqual(told, [path], text);
    }
  });
});
