import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** How the house stands: read from the imports, so that nobody has to remember it. */
const ROOT = new URL('../../', import.meta.url);

/**
 * The rooms, and for each the rooms whose doors it opens. A file belongs to the longest name that its path begins
 * with. What is not written here may not be imported, and what is written here must be.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  async: [],
  late: [],
  html: [],
  problem: [],
  listen: ['problem'],
  clouds: ['problem'],
  limits: [],
  page: [],

  policy: [],
  'policy/regions': ['policy'],
  'policy/editions': ['policy'],
  'policy/engine': ['policy', 'policy/editions'],
  'policy/compare': ['policy', 'policy/editions', 'policy/engine'],
  'policy/case': ['policy', 'policy/editions', 'policy/engine'],
  proof: ['policy', 'policy/editions', 'policy/engine', 'policy/case'],
  'proof/ledger': ['policy', 'proof'],
  receipt: ['problem', 'policy', 'policy/engine', 'policy/compare', 'policy/case'],

  'language/words': [],
  language: ['policy', 'policy/regions', 'policy/editions', 'policy/engine', 'language/words'],
  'language/places': ['policy/regions', 'language'],
  'language/announced': ['language'],
  'language/gate': ['policy', 'language', 'language/places', 'language/announced'],
  'language/lexicon': ['late', 'policy', 'language'],
  'language/understand/text': ['late', 'language', 'language/lexicon'],
  'language/understand/phrases': ['language', 'language/lexicon', 'language/understand/text'],
  'language/understand/clauses': [
    'language',
    'language/lexicon',
    'language/understand/text',
    'language/understand/phrases',
  ],
  'language/understand/claims': [
    'policy',
    'language/lexicon',
    'language/understand/text',
    'language/understand/clauses',
  ],
  'language/understand/places': [
    'policy/regions',
    'language',
    'language/places',
    'language/lexicon',
    'language/understand/text',
    'language/understand/phrases',
    'language/understand/clauses',
    'language/understand/claims',
  ],
  'language/understand/frames': ['language', 'language/lexicon'],
  'language/understand/questions': [
    'policy',
    'language',
    'language/lexicon',
    'language/understand/text',
    'language/understand/phrases',
    'language/understand/clauses',
  ],
  'language/understand': [
    'late',
    'problem',
    'policy',
    'policy/regions',
    'language',
    'language/announced',
    'language/understand/text',
    'language/understand/phrases',
    'language/understand/clauses',
    'language/understand/claims',
    'language/understand/places',
    'language/understand/frames',
    'language/understand/questions',
  ],

  'conversation/interview': ['policy', 'policy/regions', 'policy/engine', 'policy/case', 'receipt'],
  conversation: [
    'problem',
    'policy',
    'policy/regions',
    'policy/engine',
    'policy/compare',
    'policy/case',
    'receipt',
    'language',
    'language/places',
    'language/announced',
    'language/gate',
    'language/understand',
    'conversation/interview',
  ],
  cards: [
    'late',
    'cases',
    'cases/reminders',
    'policy',
    'policy/regions',
    'policy/editions',
    'policy/engine',
    'policy/compare',
    'policy/case',
    'receipt',
    'language',
    'language/places',
    'conversation/interview',
    'conversation',
  ],

  'ready/json': [],
  ready: ['policy/engine', 'language', 'conversation/interview', 'conversation', 'cards', 'ready/json'],

  advice: [
    'policy',
    'policy/regions',
    'policy/editions',
    'policy/engine',
    'policy/case',
    'receipt',
    'language',
    'language/places',
    'language/understand',
    'conversation/interview',
    'conversation',
    'cards',
  ],

  'api/schema': ['late', 'problem', 'policy', 'policy/case', 'language'],
  'api/callers': ['late', 'problem', 'clouds'],
  'api/operations': [
    'async',
    'policy',
    'policy/editions',
    'policy/engine',
    'policy/compare',
    'receipt',
    'language',
    'cards',
    'advice',
    'api/schema',
  ],
  'api/protocol': ['language', 'advice'],
  'api/describe': ['html', 'language', 'api/schema', 'api/operations', 'api/protocol'],
  api: [
    'async',
    'clouds',
    'limits',
    'policy',
    'language',
    'advice',
    'api/callers',
    'api/schema',
    'api/operations',
    'api/protocol',
    'api/describe',
  ],

  mcp: [
    'async',
    'late',
    'policy',
    'policy/editions',
    'review',
    'advice',
    'api/schema',
    'api/operations',
    'api/protocol',
    'api',
  ],

  'storage/lmdb': ['storage'],
  'storage/redis': ['async', 'limits', 'storage'],
  'storage/blob': ['async', 'storage'],
  storage: ['async', 'problem', 'clouds'],
  handover: ['async', 'problem', 'policy'],
  cases: ['late', 'policy', 'policy/editions', 'policy/engine', 'policy/case', 'policy/compare', 'storage'],
  'cases/export': ['language', 'policy', 'cases'],
  'cases/page': ['storage', 'cases'],
  'cases/reminders': ['async', 'policy', 'storage', 'cases'],
  feedback: ['policy', 'language', 'storage'],
  sources: ['policy'],

  'channels/seam': ['cards'],
  'channels/teams': ['channels/seam'],
  'channels/copilot': ['channels/seam'],
  'channels/webchat': ['channels/seam'],
  'channels/extension': ['late', 'problem', 'policy', 'conversation', 'cards', 'channels/seam'],
  'channels/botframework': ['async', 'late', 'problem', 'clouds', 'handover', 'channels/seam'],
  'channels/directline/protocol': [],
  'channels/directline/log': ['async', 'storage/lmdb', 'storage/redis', 'storage'],
  'channels/directline/tokens': ['late', 'problem', 'channels/directline/protocol'],
  'channels/directline/callers': [
    'problem',
    'limits',
    'channels/directline/protocol',
    'channels/directline/tokens',
  ],
  'channels/directline': [
    'async',
    'problem',
    'limits',
    'storage',
    'channels/seam',
    'channels/botframework',
    'channels/directline/protocol',
    'channels/directline/log',
    'channels/directline/tokens',
    'channels/directline/callers',
  ],
  channels: [
    'conversation',
    'channels/seam',
    'channels/teams',
    'channels/copilot',
    'channels/webchat',
    'channels/extension',
  ],

  turn: [
    'async',
    'cases',
    'cases/reminders',
    'cases/export',
    'cases/page',
    'policy',
    'policy/regions',
    'policy/engine',
    'receipt',
    'language',
    'conversation/interview',
    'conversation',
    'cards',
    'storage',
    'handover',
    'feedback',
    'channels/seam',
    'channels/extension',
    'channels',
  ],
  http: [
    'limits',
    'ready/json',
    'storage',
    'channels/botframework',
    'channels/directline/protocol',
    'channels/directline/log',
    'channels/directline/tokens',
    'channels/directline/callers',
    'channels/directline',
    'turn',
  ],
  review: [
    'html',
    'policy',
    'policy/editions',
    'policy/engine',
    'policy/compare',
    'proof',
    'proof/ledger',
    'language',
    'language/understand/text',
    'cards',
  ],
  web: [
    'html',
    'policy',
    'policy/editions',
    'cards',
    'receipt',
    'language',
    'channels/directline',
    'channels/directline/callers',
    'channels/webchat',
    'ready',
    'review',
  ],
  operation: [
    'async',
    'html',
    'listen',
    'problem',
    'policy',
    'policy/editions',
    'policy/engine',
    'proof',
    'proof/ledger',
    'language',
    'conversation/interview',
    'conversation',
    'storage',
    'cases',
    'channels/directline/log',
    'turn',
  ],
  start: [
    'api/callers',
    'async',
    'cases',
    'cases/reminders',
    'cases/export',
    'cases/page',
    'problem',
    'clouds',
    'limits',
    'policy',
    'policy/engine',
    'language',
    'language/understand',
    'cards',
    'ready',
    'storage/lmdb',
    'storage/redis',
    'storage/blob',
    'storage',
    'handover',
    'feedback',
    'channels/seam',
    'channels/botframework',
    'channels/directline/protocol',
    'channels/directline/log',
    'channels/directline/tokens',
    'channels/directline/callers',
    'channels/directline',
    'channels',
    'turn',
    'operation',
  ],
  'main.ts': [
    'api',
    'mcp',
    'problem',
    'listen',
    'clouds',
    'limits',
    'language',
    'ready',
    'storage',
    'sources',
    'channels/botframework',
    'http',
    'web',
    'operation',
    'start',
  ],
};

/** Own words for whoever works on the product: these may look into every room, and no room knows them. */
const TOOLS = 'tools';

/** The packages of the rim, and the rooms that may know them. Whatever replaces one touches these and no others. */
const PACKAGES: readonly (readonly [name: RegExp, rooms: RegExp])[] = [
  [/^botbuilder|^botframework-/, /^(channels\b.*|turn|http|main\.ts)$/],
  [/^restify$/, /^(api|mcp|limits|http|web|operation|channels\/directline\b.*)$/],
  [
    /^(ioredis|lmdb|@azure\/storage-blob|@azure\/identity)$/,
    /^(storage\b.*|channels\/(directline\/log|botframework))$/,
  ],
  [/^ws$/, /^channels\/directline$/],
  [/^jose$/, /^(api\/callers|channels\/(directline\/tokens|botframework))$/],
  [/^zod\b/, /^(api\b.*|mcp)$/],
  [/^@modelcontextprotocol\//, /^mcp$/],
  [/^(prom-client|@opentelemetry\/|@azure\/monitor)/, /^operation$/],
  [/^dotenv$/, /^start$/],
  [/^adaptivecards-templating$/, /^cards$/],
  [/^node:module$/, /^late$/],
  [/^intl-messageformat$/, /^language$/],
  [/^pino$/, /^(api|mcp|turn|http|sources|operation|start|channels\/botframework|main\.ts)$/],
  [/^node:(http|net|fs|crypto|worker_threads)/, /^(?!policy|receipt|proof|language|conversation|async).*$/],
];

interface Source {
  /** Path under src, such as `policy/facts.ts`. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** What it imports: paths under src, and names of packages. */
  readonly imports: readonly string[];
}

function importsOf(path: string, text: string): readonly string[] {
  const found = [
    ...text.matchAll(
      /(?:from|import)\s*\(?\s*'([^']+)'|(?:createRequire\([^)]*\)|\blate<[^(]*>)\(\s*'([^']+)'|new URL\('(\.\/[^']+\.js)', import/g,
    ),
  ];
  return found.map(([, static_, required, worker]) => {
    const name = static_ ?? required ?? worker ?? '';
    if (!name.startsWith('.')) return name;
    return posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts');
  });
}

/** What a file declares at its top. */
const DECLARED =
  /^(export )?(?:declare )?(?:abstract )?(?:async )?(interface|type|class|enum|function|const)\s+([A-Za-z_$]\w*)/gm;

const NAMES = [...Object.keys(ROOMS), TOOLS].sort((a, b) => b.length - a.length);

function roomOf(path: string): string {
  return NAMES.find((name) => path === name || path.startsWith(`${name}/`)) ?? `no room: ${path}`;
}

const files = readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const sources: readonly Source[] = files
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(new URL(`src/${path}`, ROOT), 'utf8');
    return { path, room: roomOf(path), text, imports: importsOf(path, text) };
  });
const product = sources.filter(({ room }) => room !== TOOLS);

function isOwn(name: string): boolean {
  return /\.(ts|json)$/.test(name);
}

function within(...names: readonly string[]): readonly Source[] {
  return sources.filter(({ path }) => names.some((name) => path.startsWith(`${name}/`)));
}

/** Every way along `next` that comes back to where it began, as readable lines. */
function circles(all: readonly string[], next: (name: string) => readonly string[]): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) found.push([...way.slice(way.indexOf(name)), name].join(' → '));
    if (done.has(name) || way.includes(name)) return;
    for (const each of next(name)) visit(each, [...way, name]);
    done.add(name);
  };
  for (const name of all) visit(name, []);
  return found;
}

describe('The house', () => {
  it('is read whole', () => {
    assert.ok(sources.length > 300);
    const guidance = sources.find(({ path }) => path === 'policy/engine/guidance.ts');
    assert.ok(guidance?.imports.includes('policy/engine/diagram.ts'));
    assert.ok(sources.some(({ imports }) => imports.includes('botbuilder')));
    assert.deepEqual(importsOf('a/b.ts', "import x from '../c/d.js';\nexport { y } from 'z';"), [
      'c/d.ts',
      'z',
    ]);
    assert.deepEqual(
      circles(['a', 'b', 'c'], (name) => ({ a: ['b'], b: ['c'], c: ['b'] })[name] ?? []),
      ['b → c → b'],
    );
  });

  it('has a room for every file', () => {
    assert.deepEqual(
      sources.filter(({ room }) => room.startsWith('no room')).map(({ path }) => path),
      [],
    );
  });

  it('has a line for every folder, so that none is taken for a part of the one above', () => {
    // An edition in several files has a folder of its own.
    const folders = new Set(product.map(({ path }) => posix.dirname(path)));
    const unnamed = [...folders].filter(
      (folder) => folder !== '.' && !(folder in ROOMS) && !folder.startsWith('policy/editions/'),
    );
    assert.deepEqual(unnamed, []);
  });

  it('opens only the doors that are written down', () => {
    const wrong = product.flatMap(({ path, room, imports }) =>
      imports
        .filter(isOwn)
        .filter((name) => roomOf(name) !== room && !ROOMS[room]?.includes(roomOf(name)))
        .map((name) => `${path} imports ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('has no door that nobody uses', () => {
    const unused = Object.entries(ROOMS).flatMap(([room, doors]) =>
      doors
        .filter(
          (door) =>
            !product.some((each) => each.room === room && each.imports.some((name) => roomOf(name) === door)),
        )
        .map((door) => `${room} → ${door}`),
    );
    assert.deepEqual(unused, []);
  });

  it('has no way through its rooms that leads back', () => {
    assert.deepEqual(
      circles(Object.keys(ROOMS), (room) => ROOMS[room] ?? []),
      [],
    );
  });

  it('has no way through its files that leads back', () => {
    const known = new Map(sources.map(({ path, imports }) => [path, imports]));
    assert.deepEqual(
      circles([...known.keys()], (path) => known.get(path) ?? []),
      [],
    );
  });

  it('knows each package of the rim in its rooms only', () => {
    const wrong = product.flatMap(({ path, room, imports }) =>
      imports.flatMap((name) =>
        PACKAGES.filter(([known, rooms]) => known.test(name) && !rooms.test(room)).map(
          () => `${path} imports ${name}`,
        ),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it('has a core without packages, clock, environment and chance', () => {
    const impure = /\bDate\b|\bprocess\b|Math\.random|performance\.|setTimeout|console\./;
    const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const core = within('policy', 'proof', 'receipt', 'conversation/interview');
    assert.ok(core.length > 30);
    assert.deepEqual(
      core.filter(({ text }) => impure.test(code(text))).map(({ path }) => path),
      [],
    );
    const packages = core.flatMap(({ path, imports }) =>
      imports.filter((name) => !isOwn(name)).map((name) => `${path} imports ${name}`),
    );
    assert.deepEqual(packages, []);
  });

  it('keeps nothing of a turn in the interview', () => {
    const kept = /^(?:export )?(?:let |const \w+(?:: .*)? = new (?:Map|WeakMap)\b)/m;
    assert.deepEqual(
      within('conversation/interview', 'ready/json')
        .filter(({ text }) => kept.test(text))
        .map(({ path }) => path),
      [],
    );
  });

  it('reads the environment in one file', () => {
    const readers = sources.filter(({ text }) => /process\.env|loadEnvFile|from 'dotenv'/.test(text));
    assert.deepEqual(
      readers.map(({ path }) => path),
      ['start/environment.ts'],
    );
  });

  it('asks the clock on the wall only for dates: it may be set back while something is waited for', () => {
    const asking = product.filter(({ text }) => /\bDate\.now\b/.test(text)).map(({ path }) => path);
    assert.deepEqual(asking.sort(), [
      'async/retry-after.ts',
      'channels/botframework/token-gate.ts',
      'channels/directline/log/memory-log.ts',
      'channels/directline/tokens/tokens.ts',
      'operation/kept-counts.ts',
      'operation/retention.ts',
      'start/build-cases.ts',
      'storage/dated-version.ts',
      'storage/memory.ts',
    ]);
  });

  it('has each request come to all gates in one file: posts that go past restify come to these only', () => {
    const adding = product.filter(({ text }) => /\bserver\.(?:use|pre|first)\(/.test(text));
    assert.deepEqual(
      adding.map(({ path }) => path),
      ['limits/gate.ts'],
    );
  });

  it('is started by main.ts alone', () => {
    assert.deepEqual(
      sources.filter(({ imports }) => imports.includes('main.ts')).map(({ path }) => path),
      [],
    );
  });

  it('has no file of more than 300 lines', () => {
    const long = sources.map(({ path, text }) => [path, text.split('\n').length] as const);
    assert.deepEqual(
      long.filter(([, lines]) => lines > 300),
      [],
    );
  });

  it('names every file after what it is', () => {
    assert.deepEqual(
      files.filter((path) => /(^|\/)(utils?|helpers?|common|misc|types)(\.\w+|\/|$)/i.test(path)),
      [],
    );
  });

  it('has one file of a name', () => {
    const names = sources.map(({ path }) => path).filter((path) => !path.includes('/editions/'));
    const twice = names.filter((path) =>
      names.some((other) => other !== path && posix.basename(other) === posix.basename(path)),
    );
    assert.deepEqual(twice, []);
  });

  it('gives one thing a name, and a name to one thing', () => {
    // Each edition is a world of its own.
    const all = sources.filter(({ path }) => !path.startsWith('policy/editions/'));
    const declared = all.flatMap(({ path, text }) =>
      [...text.matchAll(DECLARED)].map(([, exported, kind = '', name = '']) => {
        const known = exported !== undefined || /^(?:interface|type|class|enum)$/.test(kind);
        return { path, name, known };
      }),
    );
    const places = new Map<string, Set<string>>();
    for (const { path, name, known } of declared) {
      if (known) places.set(name, (places.get(name) ?? new Set()).add(path));
    }
    assert.ok(places.size > 1000);
    assert.deepEqual(
      [...places]
        .filter(([, paths]) => paths.size > 1)
        .map(([name, paths]) => `${name}: ${[...paths].join(', ')}`),
      [],
    );
  });

  it('reaches every file from somewhere', () => {
    const reached = new Set(sources.flatMap(({ imports }) => imports));
    const scripts = readFileSync(new URL('package.json', ROOT), 'utf8');
    const entry = (path: string): boolean =>
      path === 'main.ts' ||
      scripts.includes(`dist/src/${path.replace(/\.ts$/, '.js')}`) ||
      // What is kept in memory stands in for what is kept on disk, in tests.
      /memory/.test(path);
    assert.deepEqual(
      sources.map(({ path }) => path).filter((path) => !reached.has(path) && !entry(path)),
      [],
    );
  });

  it('knows the clouds in one file', () => {
    const cloud =
      /botframework\.(?:com|us|azure)|microsoftonline|trafficmanager|teams\.microsoft\.|cloud\.microsoft|windows\.net|azure\.(?:us|cn)|usgovcloudapi|chinacloudapi/;
    const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const knowing = product.filter(({ text }) => cloud.test(code(text)));
    assert.deepEqual(
      knowing.map(({ path }) => path),
      ['clouds/clouds.ts'],
    );
  });

  it('hides what is private from everybody, not only from the compiler', () => {
    const tests = readdirSync(new URL('test/', ROOT), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => ({ path: `test/${path}`, text: readFileSync(new URL(`test/${path}`, ROOT), 'utf8') }));
    // A constructor that only its class may call has no other way to be written.
    const keyword = /^\s*(?:constructor\()?(?:private|protected) (?!constructor)/m;
    assert.deepEqual(
      [...sources, ...tests].filter(({ text }) => keyword.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('writes HTML in one way, which escapes', () => {
    // What Teams takes for a mention is no HTML.
    const writers = product.filter(({ room }) => !['html', 'channels/teams'].includes(room));
    const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const other = writers.flatMap(({ path, text }) =>
      [...code(text).matchAll(/(?<!\bhtml)`\s*<[a-z!]|['"]<[a-z!/]/gi)].map(([found]) => `${path}: ${found}`),
    );
    assert.deepEqual(other, []);
  });

  it('has no sentence outside the language files', () => {
    // Channels and routes also answer programs, in English; people read only what these put together.
    const rooms = [
      'policy',
      'proof',
      'receipt',
      'language',
      'conversation',
      'cards',
      'turn',
      'review',
      'advice',
    ];
    const code = within(...rooms).flatMap(({ path, text }) => {
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
