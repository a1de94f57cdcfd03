import assert from 'node:assert/strict';
import { affected } from '../../../src/tools/changed/affected.js';

const PROJECT = new Map([
  ['src/a.ts', ''],
  ['src/b.ts', "import { a } from './a.js';"],
  ['src/main.ts', "import { b } from './b.js';"],
  ['src/cards/look.ts', "const folder = new URL('../../../cards/', import.meta.url);"],
  ['src/page/box.js', ''],
  ['cards/menu.json', '{ "a": "src/a.ts" }'],
  ['docs/use.md', 'src/a.ts'],
  ['test/a.test.ts', "import { a } from '../src/a.js';"],
  ['test/b.test.ts', "import { b } from '../src/b.js';"],
  ['test/process.test.ts', "spawn('node', ['dist/src/main.js']);"],
  ['test/cards/look.test.ts', "import { look } from '../../src/cards/look.js';"],
  ['test/web/box.test.ts', "await import(new URL('../../web/box.js', import.meta.url).href);"],
  ['test/docs.test.ts', "readdirSync(new URL('docs', ROOT));"],
]);

const testsOf = (...changed: readonly string[]): ReadonlySet<string> =>
  new Set([...affected(changed, PROJECT)].filter((file) => file.endsWith('.test.ts')));

describe('The tests of what has changed', () => {
  it('are those that import it, or what imports it, or start a process of it', () => {
    assert.deepEqual(
      testsOf('src/a.ts'),
      new Set(['test/a.test.ts', 'test/b.test.ts', 'test/process.test.ts']),
    );
    assert.deepEqual(testsOf('src/b.ts'), new Set(['test/b.test.ts', 'test/process.test.ts']));
  });

  it('are those that read it as a file, by its folder or as it is built', () => {
    assert.deepEqual(testsOf('cards/menu.json'), new Set(['test/cards/look.test.ts']));
    assert.deepEqual(testsOf('src/page/box.js'), new Set(['test/web/box.test.ts']));
    assert.deepEqual(testsOf('docs/use.md'), new Set(['test/docs.test.ts']));
  });

  it('are themselves, and none where nothing relies on it', () => {
    assert.deepEqual(testsOf('test/a.test.ts'), new Set(['test/a.test.ts']));
    assert.deepEqual(testsOf('LICENSE'), new Set());
  });
});
