import assert from 'node:assert/strict';
import { MOST_SEARCHES, PageMaker, TooMuchToDo } from '../../src/web/page-maker.js';
import { QUICK_IN_A_ROW, TwoLanes } from '../../src/web/two-lanes.js';
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

describe('What is quick', () => {
  it('goes ahead of what is long, which has its turn all the same', () => {
    const lanes = new TwoLanes<string>();
    lanes.push('long', 'long');
    for (let at = 0; at < QUICK_IN_A_ROW + 2; at += 1) lanes.push(`quick ${at}`, 'quick');
    lanes.push('longer', 'long');
    const turns = Array.from({ length: QUICK_IN_A_ROW + 4 }, () => lanes.shift());
    assert.equal(turns.indexOf('long'), QUICK_IN_A_ROW);
    assert.deepEqual(turns.slice(-1), ['longer']);
    assert.deepEqual([lanes.shift(), lanes.all()], [undefined, []]);
  });

  it('is there before a whole document of /policy that was asked for earlier, and so is a search', async () => {
    const maker = new PageMaker();
    try {
      const there: string[] = [];
      const of = { edition: '2026-11', language: 'hu' } as const;
      const come = async (name: string, shown: Parameters<PageMaker['page']>[0]['shown']) => {
        await maker.page({ ...of, shown });
        there.push(name);
      };
      await Promise.all([
        come('whole', { kind: 'whole' }),
        come('contents', { kind: 'contents' }),
        come('part', { kind: 'part', part: 'questions' }),
        come('search', { kind: 'found', query: 'azure' }),
      ]);
      assert.deepEqual(there, ['contents', 'part', 'search', 'whole']);
    } finally {
      maker.stop();
    }
  }).timeout(timeLimit(20_000));
});
