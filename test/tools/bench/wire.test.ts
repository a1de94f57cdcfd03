import assert from 'node:assert/strict';
import { LANGUAGE_TAGS } from '../../../src/language/languages.js';
import { wireSizes } from '../../../src/tools/bench/wire.js';

/** In bytes: a median, the largest as UTF-8, and the largest as Teams counts, some tenth above what they are. */
const BOUNDS: Readonly<Record<string, readonly [number, number, number]>> = {
  'msteams question': [9000, 15_500, 27_000],
  'msteams guidance': [18_000, 43_500, 67_000],
  'webchat question': [8500, 15_500, 27_000],
  'webchat guidance': [18_700, 45_000, 70_000],
};

describe('What goes over the wire', () => {
  it('stays within its bounds for every question and guidance, in every language, on every channel', () => {
    const sizes = wireSizes();
    assert.equal(sizes.length, Object.keys(BOUNDS).length * LANGUAGE_TAGS.length);
    for (const { channel, kind, language, median, most, mostAsTeamsCounts } of sizes) {
      const found = [median, most, mostAsTeamsCounts];
      const bounds = BOUNDS[`${channel} ${kind}`] ?? [];
      assert.ok(
        found.every((each, at) => each > 1000 && each <= (bounds[at] ?? 0)),
        `${channel} ${kind} ${language}: ${found.join()} where ${bounds.join()} is the most`,
      );
    }
  });
});
