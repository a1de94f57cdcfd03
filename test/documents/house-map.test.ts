import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { parseMarkdown } from './markdown.js';
import { FILES, FOLDERS, read } from './repository.js';

const readme = read('README.md');

/** The block of code in a section of the README. */
function blockUnder(heading: string): string {
  const section = readme.split(/^(?=##+ )/m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return parseMarkdown(section).blocks[0] ?? '';
}

/** The paths of a tree that is drawn by indenting: two blanks a level. */
function pathsOfTree(tree: string): readonly string[] {
  const above: string[] = [];
  return [...tree.matchAll(/^( *)(\S+)/gm)].map(([, indent = '', name = '']) => {
    const depth = indent.length / 2;
    above.splice(depth, above.length, name.replace(/\/$/, ''));
    return above.join('/');
  });
}

const sources = FILES.filter((file) => file.startsWith('src/') && file.endsWith('.ts'));

/** The room of a file of `src`: a folder there, or the file itself. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** The rooms that a file knows, without its own. */
function known(path: string): readonly string[] {
  const names = [
    ...read(path).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'|new URL\('(\.\/[^']+\.js)', import/g),
  ];
  return names
    .map(([, imported = '', started = '']) => roomOf(posix.join(posix.dirname(path), imported || started)))
    .filter((room) => room !== roomOf(path));
}

describe('The README', () => {
  it('has at most 200 lines', () => {
    assert.ok(readme.trimEnd().split('\n').length <= 200);
  });

  describe('its map of the house', () => {
    const map = pathsOfTree(blockUnder('## The house'));

    it('names only what is there', () => {
      assert.deepEqual(
        map.filter((path) => !FILES.includes(path) && !FOLDERS.has(path)),
        [],
      );
    });

    it('names every room of src', () => {
      const rooms = [...FOLDERS].filter((folder) => /^src\/[^/]+$/.test(folder));
      const files = sources.filter((path) => /^src\/[^/]+$/.test(path));
      const named = map.filter((path) => /^src\/[^/]+$/.test(path));
      assert.deepEqual(new Set(named), new Set([...rooms, ...files]));
    });

    it('names every room within a wing, but for the tools', () => {
      const within = [...FOLDERS].filter((folder) => /^src\/[^/]+\/[^/]+$/.test(folder));
      assert.deepEqual(
        within.filter((folder) => !folder.startsWith('src/tools/') && !map.includes(folder)),
        [],
      );
    });
  });

  describe('its floors', () => {
    const floors = blockUnder('### Who knows whom')
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    const floorOf = (room: string): number => floors.findIndex((floor) => floor.includes(room));

    it('hold every room once', () => {
      const rooms = new Set(sources.map(roomOf));
      assert.deepEqual(new Set(floors.flat()), rooms);
      assert.equal(floors.flat().length, rooms.size);
    });

    it('are true: nobody knows a room on the same floor, or above', () => {
      const wrong = sources.flatMap((path) =>
        known(path)
          .filter((room) => floorOf(room) <= floorOf(roomOf(path)))
          .map((room) => `${path} knows ${room}`),
      );
      assert.deepEqual(wrong, []);
    });
  });
});
