import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { parseMarkdown } from './markdown.js';
import { DOCUMENTS, read } from './repository.js';

const FOLDER = 'docs/adr/';
const decisions = DOCUMENTS.filter((path) => /^docs\/adr\/\d/.test(path)).toSorted();

describe('Decisions', () => {
  it('are numbered without a gap', () => {
    assert.ok(decisions.length > 15);
    assert.deepEqual(
      decisions.map((path) => Number(posix.basename(path).slice(0, 4))),
      decisions.map((_, place) => place + 1),
    );
  });

  it('are each linked once from their index, in order', () => {
    const linked = parseMarkdown(read(`${FOLDER}README.md`)).links.filter((link) => /^\d/.test(link));
    assert.deepEqual(
      linked.map((link) => FOLDER + link),
      decisions,
    );
  });

  for (const path of decisions) {
    it(`${posix.basename(path)} has its number, a date, a state, and says why and at what cost`, () => {
      const text = read(path);
      assert.match(text, new RegExp(`^# ${Number(posix.basename(path).slice(0, 4))}\\. \\S`));
      assert.match(
        text,
        /^\d{4}-\d\d-\d\d · (accepted|superseded by \[\d+\]\(\S+\))( · continues \[\d+\]\(\S+\))?$/m,
      );
      assert.deepEqual(
        [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
        ['Context', 'Decision', 'Consequences'],
      );
    });
  }
});
