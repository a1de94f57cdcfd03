import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** How the house stands: read from the imports, so that nobody has to remember it. */
const ROOT = new URL('../../', import.meta.url);

interface Source {
  /** Path under src, such as `policy/facts.ts`. */
  readonly path: string;
  readonly text: string;
  /** What it imports: paths under src, and names of packages. */
  readonly imports: readonly string[];
}

function importsOf(path: string, text: string): readonly string[] {
  const found = [
    ...text.matchAll(
      /(?:from|import)\s*\(?\s*'([^']+)'|createRequire\([^)]*\)\(\s*'([^']+)'|new URL\('(\.\/[^']+\.js)', import/g,
    ),
  ];
  return found.map(([, static_, required, worker]) => {
    const name = static_ ?? required ?? worker ?? '';
    if (!name.startsWith('.')) return name;
    return posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts');
  });
}

const files = readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const sources: readonly Source[] = files
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(new URL(`src/${path}`, ROOT), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });

function folder(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}

function isOwn(name: string): boolean {
  return /\.(ts|json)$/.test(name);
}

function inFolder(...names: readonly string[]): readonly Source[] {
  return sources.filter(({ path }) => names.includes(folder(path)));
}

/** Which imports of which files are not allowed, as readable lines. */
function offending(
  all: readonly Source[],
  forbidden: (name: string, path: string) => boolean,
): readonly string[] {
  return all.flatMap(({ path, imports }) =>
    imports.filter((name) => forbidden(name, path)).map((name) => `${path} imports ${name}`),
  );
}

/** From the inside out: each may know what stands before it and not what stands after. */
const LAYERS: readonly (readonly string[])[] = [
  ['policy'],
  ['language'],
  ['dialog'],
  ['cards'],
  ['feedback', 'handover'],
  ['channels'],
  ['record.ts', 'sessions.ts', 'reply.ts', 'effects.ts', 'extension.ts', 'bot.ts'],
  ['server.ts'],
  ['main.ts'],
];

function layer(path: string): number {
  return LAYERS.findIndex((names) => names.includes(folder(path)));
}

const RIM = /^(botbuilder|botframework-|restify|ws$|lmdb|pino|jose|dotenv|node:http|node:net)/;

describe('The house', () => {
  it('is read whole', () => {
    assert.ok(sources.length > 60);
    const facts = sources.find(({ path }) => path === 'policy/guidance.ts');
    assert.ok(facts?.imports.includes('policy/diagram.ts'));
    assert.ok(sources.some(({ imports }) => imports.includes('botbuilder')));
    assert.deepEqual(importsOf('a/b.ts', "import x from '../c/d.js';\nexport { y } from 'z';"), [
      'c/d.ts',
      'z',
    ]);
  });

  it('policy imports nothing outside policy', () => {
    assert.deepEqual(
      offending(inFolder('policy'), (name) => folder(name) !== 'policy' || !isOwn(name)),
      [],
    );
  });

  it('policy has no clock, no environment and no chance', () => {
    const impure = /\bDate\b|\bprocess\b|Math\.random|performance\.|setTimeout|console\./;
    const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    assert.deepEqual(
      inFolder('policy')
        .filter(({ text }) => impure.test(code(text)))
        .map(({ path }) => path),
      [],
    );
  });

  it('language, dialog and cards know nothing of the rim', () => {
    const outer = [
      'channels',
      'storage',
      'bot.ts',
      'server.ts',
      'main.ts',
      'sessions.ts',
      'config.ts',
      'web',
      'cli',
    ];
    const inner = inFolder('policy', 'language', 'dialog', 'cards');
    assert.deepEqual(
      offending(inner, (name) => RIM.test(name) || outer.includes(folder(name))),
      [],
    );
  });

  it('dependencies run one way, from main to policy', () => {
    const wrong = offending(sources, (name, path) => {
      const [from, to] = [layer(path), layer(name)];
      return from >= 0 && to > from;
    });
    assert.deepEqual(wrong, []);
  });

  it('channels know views and activities, never words', () => {
    const words = offending(inFolder('channels'), (name) => name.endsWith('.json'));
    assert.deepEqual(words, []);
  });

  it('botbuilder stands only at the rim', () => {
    // The echo bot of the bench is botbuilder's own sample.
    const rim = ['channels', 'bot.ts', 'reply.ts', 'server.ts', 'main.ts', 'bench'];
    const wrong = sources.filter(({ path }) => !rim.includes(folder(path)));
    assert.deepEqual(
      offending(wrong, (name) => /^botbuilder|^botframework-/.test(name)),
      [],
    );
  });

  it('storage stands alone', () => {
    assert.deepEqual(
      offending(inFolder('storage'), (name) => isOwn(name) && folder(name) !== 'storage'),
      [],
    );
  });

  it('only config.ts reads the environment', () => {
    const readers = sources.filter(({ text }) => /process\.env|loadEnvFile|from 'dotenv'/.test(text));
    assert.deepEqual(
      readers.map(({ path }) => path).filter((path) => path !== 'config.ts'),
      [],
    );
  });

  it('only main.ts starts the server', () => {
    const starters = offending(sources, (name) => name === 'main.ts');
    assert.deepEqual(starters, []);
  });

  it('no file is longer than 300 lines', () => {
    const long = sources.map(({ path, text }) => [path, text.split('\n').length] as const);
    assert.deepEqual(
      long.filter(([, lines]) => lines > 300),
      [],
    );
  });

  it('every file is named after what it is', () => {
    assert.deepEqual(
      files.filter((path) => /(^|\/)(utils?|helpers?|common|misc|types)(\.\w+|\/|$)/i.test(path)),
      [],
    );
  });

  it('every file is reached from somewhere', () => {
    const reached = new Set(sources.flatMap(({ imports }) => imports));
    // What is kept in memory stands in for what is kept on disk, in tests.
    const entry = (path: string): boolean => path === 'main.ts' || /^(cli|page)\/|memory/.test(path);
    assert.deepEqual(
      sources.map(({ path }) => path).filter((path) => !reached.has(path) && !entry(path)),
      [],
    );
  });

  it('no sentence stands outside the language files', () => {
    // Channels and routes also answer programs, in English; people read only what these put together.
    const code = inFolder('policy', 'dialog', 'cards', 'bot.ts', 'sessions.ts').flatMap(({ path, text }) => {
      const bare = text
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|^import .*$/gm, '')
        .replaceAll(/throw new \w+\([\s\S]*?\);/g, '');
      return [...bare.matchAll(/'((?:[A-Z][a-z]+|[a-z]+)(?: [a-z’]+){3,}[.!?])'/g)].map(
        ([, words]) => `${path}: ${words}`,
      );
    });
    assert.deepEqual(code, []);
  });
});
