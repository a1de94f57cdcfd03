import assert from 'node:assert/strict';
import { MOST_SEARCHES, PageMaker, TooMuchToDo } from '../../src/web/page-maker.js';
import { timeLimit } from '../effort.js';

describe('A document of /policy for which there is too little memory', () => {
  it('is refused, and is not made where the process itself would run out of it', async () => {
    const maker = new PageMaker({ maxOldGenerationSizeMb: 8 });
    const wanted = { edition: '2026-11', language: 'en', shown: { kind: 'whole' } } as const;
    try {
      await assert.rejects(maker.page(wanted), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
    } finally {
      maker.stop();
    }
  }).timeout(timeLimit(20_000));
});

describe('Searches of /policy', () => {
  const search = { edition: '2019-03', language: 'en', shown: { kind: 'found', query: 'a' } } as const;

  it('wait in a line that has an end, and it has room again when they are done', async () => {
    const maker = new PageMaker();
    try {
      const line = Array.from({ length: MOST_SEARCHES }, () => maker.page(search));
      await assert.rejects(maker.page(search), TooMuchToDo);
      await Promise.all([maker.page({ ...search, shown: { kind: 'contents' } }), ...line]);
      await maker.page(search);
    } finally {
      maker.stop();
    }
  }).timeout(timeLimit(20_000));
});
