import assert from 'node:assert/strict';
import { PageMaker } from '../../src/web/page-maker.js';
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
