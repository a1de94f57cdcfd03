import assert from 'node:assert/strict';
import { FILES, read } from './repository.js';

const model = read('docs/security.md');

interface Shown {
  readonly file: string;
  /** Titles as the document writes them, with `…` for what differs from case to case. */
  readonly titles: readonly string[];
}

/** The list items that begin with a file of tests. */
function shownBy(text: string): readonly Shown[] {
  return [...text.matchAll(/^- `(test\/[^`]+)`:([\s\S]*?)(?=\n- |\n\n|$(?![\s\S]))/gm)].map(
    ([, file = '', list = '']) => ({
      file,
      titles: [...list.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title.replaceAll(/\s+/g, ' ')),
    }),
  );
}

/** The titles of a file of tests, written the same way. */
function titlesIn(code: string): readonly string[] {
  return [...code.matchAll(/\bit\(\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)].map(([, plain, template = '']) =>
    (plain ?? template.replaceAll(/\$\{[^}]*\}/g, '…')).replaceAll(/\\(.)/g, '$1'),
  );
}

const threats = model.split(/^(?=##)/m).filter((section) => section.startsWith('### '));

describe('The threat model', () => {
  it('is read', () => {
    assert.ok(threats.length > 10);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is read as code
    assert.deepEqual(titlesIn("it('a', () => {}); it(`b ${c}: d`, () => {})"), ['a', 'b …: d']);
    assert.deepEqual(shownBy('- `test/a.ts`: “b\n  c”, “d”\n- `test/e.ts`: “f”'), [
      { file: 'test/a.ts', titles: ['b c', 'd'] },
      { file: 'test/e.ts', titles: ['f'] },
    ]);
  });

  it('shows each defence by a test', () => {
    const bare = threats.filter((section) => shownBy(section).every(({ titles }) => titles.length === 0));
    assert.deepEqual(
      bare.map((section) => section.split('\n')[0]),
      [],
    );
  });

  it('names only tests that are there', () => {
    const missing = shownBy(model).flatMap(({ file, titles }) => {
      const there = FILES.includes(file) ? titlesIn(read(file)) : [];
      return titles.filter((title) => !there.includes(title)).map((title) => `${file}: ${title}`);
    });
    assert.deepEqual(missing, []);
  });
});
