import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { whileSpoken } from '../../../src/language/understand/phrases/while-spoken.js';

const HOUR = 60 * 60 * 1000;

describe('What is held of a language', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setInterval'] }));
  afterEach(() => mock.timers.reset());

  it('is made with its first use and kept while it is spoken', () => {
    const made: string[] = [];
    const held = whileSpoken((tag) => ({ number: made.push(tag) }));
    assert.deepEqual(made, []);
    for (let hour = 0; hour < 10; hour += 1) {
      held('hu');
      mock.timers.tick(HOUR);
    }
    assert.deepEqual(made, ['hu']);
  });

  it('is let go when nobody has spoken it for long, and made again with the next line', () => {
    const made: string[] = [];
    const held = whileSpoken((tag) => ({ number: made.push(tag) }));
    held('hu');
    held('ru');
    mock.timers.tick(HOUR);
    held('ru');
    mock.timers.tick(HOUR);
    held('ru');
    held('hu');
    assert.deepEqual(made, ['hu', 'ru', 'hu']);
  });
});
