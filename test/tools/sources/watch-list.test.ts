import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { evaluate } from '../../../src/policy/condition.js';
import { EDITION_IDS } from '../../../src/policy/edition.js';
import { EDITIONS } from '../../../src/policy/editions/registry.js';
import { optionsOf } from '../../../src/policy/facts.js';
import { dependants } from '../../../src/tools/sources/dependants.js';
import { readWatchList, WatchListError, writeWatchList } from '../../../src/tools/sources/watch-list.js';
import { combinations, factsNamed } from '../../proof/worlds.js';

const OURS = fileURLToPath(new URL('../../../../src/tools/sources/watch-list.json', import.meta.url));
const editions = EDITION_IDS.map((id) => EDITIONS[id]);

describe('The watch list', () => {
  const cited = dependants(editions);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watch-list-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says how to find every cited passage, and none besides', async () => {
    const list = await readWatchList(OURS);
    assert.deepEqual(new Set(list.keys()), new Set(cited.keys()));
  });

  it('is written back byte for byte, so that recording changes only what was recorded', async () => {
    const copy = join(folder, 'copy.json');
    await writeWatchList(copy, await readWatchList(OURS));
    assert.equal(readFileSync(copy, 'utf8'), readFileSync(OURS, 'utf8'));
  });

  it('is refused with a sentence that names the entry where it is malformed', async () => {
    const path = join(folder, 'list.json');
    const bad = [
      '{',
      '[]',
      '{"nowhere#x":{"headings":[],"recorded":null}}',
      '{"multichannel#roles":{"headings":[],"recorded":{"hash":"short","on":"2026-11-21"}}}',
      '{"multichannel#roles":{"headings":"Roles","recorded":null}}',
      '{"multichannel#roles":{"headings":[]}}',
    ];
    for (const text of bad) {
      writeFileSync(path, text);
      await assert.rejects(readWatchList(path), WatchListError, text);
    }
  });
});

describe('What rests on a passage', () => {
  it('is counted exactly: the same as by walking every complete situation', () => {
    for (const id of ['2018-10-21vianet', '2020-06'] as const) {
      const { rules, citations } = EDITIONS[id];
      const counted = dependants([EDITIONS[id]]);
      const walked = new Map<string, number>();
      for (const situation of combinations(factsNamed(EDITIONS[id]), optionsOf)) {
        const holding = rules.filter(({ when }) => evaluate(when, situation) === 'holds');
        const keys = holding.flatMap(({ cites }) =>
          cites.map((cite) => `${citations[cite]?.page}#${citations[cite]?.section}`),
        );
        for (const key of new Set(keys)) walked.set(key, (walked.get(key) ?? 0) + 1);
      }
      const exact = [...counted].map(([key, [found]]) => [key, found?.situations]);
      assert.deepEqual(Object.fromEntries(exact), Object.fromEntries(walked));
    }
  });

  it('names every rule of every edition', () => {
    const all = [...dependants(editions).values()].flat();
    for (const { id, rules } of editions) {
      const named = new Set(all.filter(({ edition }) => edition === id).flatMap((each) => each.rules));
      assert.deepEqual(named, new Set(rules.map((rule) => rule.id)));
    }
  });
});
