import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { settingsRead } from '../deployment/settings-read.js';
import { parseMarkdown } from './markdown.js';
import { addresses, constants, paths, runs } from './named.js';
import { CODE, DOCUMENTS, exists, FILES, FOLDERS, read } from './repository.js';

const scripts: Readonly<Record<string, string>> = JSON.parse(read('package.json')).scripts;
const texts = new Map(DOCUMENTS.map((path) => [path, parseMarkdown(read(path))]));
/** What a changelog names was there once. */
const present = DOCUMENTS.filter((path) => path !== 'CHANGELOG.md');
/** Made or written by whoever runs the product. */
const ELSEWHERE = ['.env', 'under-review.json', 'X-Forwarded-*'];
/** Settings of Node itself. */
const OF_NODE = ['NODE_COMPILE_CACHE'];

/** For every document that is true today, what `wrong` finds in it. */
function mistakes(wrong: (document: string) => readonly string[]): readonly string[] {
  return present.flatMap((document) => wrong(document).map((name) => `${document}: ${name}`));
}

function markdown(document: string) {
  const found = texts.get(document);
  assert.ok(found, document);
  return found;
}

/** Whether a relative link leads somewhere, its anchor included. */
function resolves(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : posix.join(posix.dirname(document), path);
  if (!FILES.includes(target) && !FOLDERS.has(target.replace(/\/$/, ''))) return false;
  return anchor === undefined || (texts.get(target)?.anchors.includes(anchor) ?? false);
}

function isRelative(link: string): boolean {
  return !/^[a-z]+:/.test(link);
}

/** The sources of the program that a script runs last. */
function sourcesOf(script: string): readonly string[] {
  const [, program = ''] = /node dist\/(src\/tools\/.+)\.js$/.exec(scripts[script] ?? '') ?? [];
  const folder = posix.dirname(program);
  return FILES.filter((file) =>
    folder === 'src/tools' ? file === `${program}.ts` : posix.dirname(file) === folder,
  );
}

describe('The documents', () => {
  it('are read', () => {
    assert.ok(DOCUMENTS.length > 20);
    assert.deepEqual(parseMarkdown('# A `b` c!\n[d](e.md#f) `g/h`\n```\ni\n```\n# A b c'), {
      anchors: ['a-b-c', 'a-b-c-1'],
      links: ['e.md#f'],
      spans: ['b', 'g/h'],
      blocks: ['i\n'],
    });
    const found = parseMarkdown(
      '`src/main.ts` `facts.ts` `a b` `NODE_ENV=x` `PORT` `GET /r/MC-1` `npm run x -- --y z`',
    );
    assert.deepEqual(paths(found), ['src/main.ts', 'facts.ts']);
    assert.deepEqual(constants(found), ['NODE_ENV', 'PORT']);
    assert.deepEqual(addresses(found), ['/r/']);
    assert.deepEqual(runs(found), [{ script: 'x', options: ['y'] }]);
    for (const path of [
      'src/main.ts',
      'src/policy/',
      'facts.ts',
      'src/language/words/<tag>.json',
      'dist/src/main.js',
    ])
      assert.ok(exists(path), path);
    for (const path of ['src/none.ts', 'src/polic', 'none.ts', 'src/<tag>.json', 'dist/src/none.js'])
      assert.ok(!exists(path), path);
  });

  it('link only to what is there', () => {
    const broken = DOCUMENTS.flatMap((document) =>
      markdown(document)
        .links.filter((link) => isRelative(link) && !resolves(document, link))
        .map((link) => `${document}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it('name only files and folders that are there', () => {
    const wrong = mistakes((document) =>
      paths(markdown(document)).filter((path) => !ELSEWHERE.includes(path) && !exists(path)),
    );
    assert.deepEqual(wrong, []);
  });

  it('name only scripts of package.json, with options that these have', () => {
    const wrong = mistakes((document) =>
      runs(markdown(document)).flatMap(({ script, options }) => {
        if (scripts[script] === undefined) return [`npm run ${script}`];
        const code = sourcesOf(script).map(read).join('\n');
        return options
          .filter((option) => !new RegExp(`\\b${option}\\b`).test(code))
          .map((option) => `npm run ${script} -- --${option}`);
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it('name only settings and constants that are there', () => {
    const settings = [...settingsRead(), ...OF_NODE];
    const wrong = mistakes((document) =>
      constants(markdown(document)).filter(
        (name) => !settings.includes(name) && !new RegExp(`\\b${name}\\b`).test(CODE),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it('name only addresses that the server knows', () => {
    const wrong = mistakes((document) =>
      addresses(markdown(document)).filter((address) => !new RegExp(`(?<![\\w./])${address}`).test(CODE)),
    );
    assert.deepEqual(wrong, []);
  });

  it('can each be reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const document of reached) {
      for (const link of markdown(document).links.filter(isRelative)) {
        const target = posix.join(posix.dirname(document), link.split('#')[0] ?? '');
        if (texts.has(target)) reached.add(target);
      }
    }
    assert.deepEqual(
      DOCUMENTS.filter((document) => !reached.has(document)),
      [],
    );
  });

  it('show every picture that is there', () => {
    const shown = new Set(
      DOCUMENTS.flatMap((document) =>
        markdown(document).links.map((link) => posix.join(posix.dirname(document), link)),
      ),
    );
    assert.deepEqual(
      FILES.filter((file) => file.startsWith('docs/pictures/') && !shown.has(file)),
      [],
    );
  });
});
