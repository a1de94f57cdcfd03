import assert from 'node:assert/strict';
import { load, type MemorySample } from '../../../src/tools/bench/load-run.js';
import { agentsEcho, echo } from '../../../src/tools/bench/servers.js';

describe('The load', () => {
  it('drives whole interviews over both ways in, and looks at the memory meanwhile', async () => {
    const seen: MemorySample[] = [];
    const options = { conversations: 6, turns: 150, seconds: 30, connections: 3 };
    const { driven, samples, finished } = await load(options, (sample) => seen.push(sample));
    assert.deepEqual([...driven.errors], []);
    assert.equal(driven.turns, 150);
    assert.equal(driven.times.length, 150);
    assert.ok(finished > 5, `${finished} interviews`);
    assert.equal(samples.length, 25);
    assert.deepEqual(seen, samples);
    for (const { heap, rss } of samples) assert.ok(heap > 1e6 && rss > heap / 2);
  });
});

for (const [name, begin] of Object.entries({ echo, agentsEcho })) {
  describe(`The ${name} of the bench`, () => {
    it('answers, is measured, and ends', async () => {
      const server = await begin();
      try {
        assert.ok(server.firstAnswer > 0);
        assert.ok((await server.cpu()) > 0);
        assert.ok((await server.memory()).heap > 1e6);
      } finally {
        await server.stop();
      }
      await assert.rejects(fetch(`http://127.0.0.1:${server.port}/`));
    });
  });
}
