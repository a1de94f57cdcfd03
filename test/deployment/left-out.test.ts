import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ROOT } from './dockerfile.js';
import { importsOf, packageOf } from './imports.js';

/**
 * Half of what npm would install is asked for by packages that never load it here. "overrides" in package.json puts an
 * empty package in its place; these tests say why each of them is missed by nobody.
 */
const EMPTY = '@favware/skip-dependency';

interface Manifest {
  readonly overrides: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly name?: string; readonly version: string }>>;
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')) as T;
}

const { overrides } = json<Manifest>('package.json');

/** The files that Node could load of a folder; what is built for browsers it never takes. */
function code(folder: string): readonly { readonly path: string; readonly text: string }[] {
  const root = new URL(`${folder}/`, ROOT);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?js$/.test(path))
    .filter((path) => !/(?:^|\/)(?:node_modules|browser|workerd|react-native)\//.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
}

/** The files of an installed package that import another package. */
function importers(within: string, name: string): readonly string[] {
  return code(`node_modules/${within}`)
    .filter(({ text }) => importsOf(text.replaceAll('"', "'")).some((each) => packageOf(each) === name))
    .map(({ path }) => path);
}

describe('What is left out of the installation', () => {
  it('is empty in the lock file too, and of one version', () => {
    const { packages } = json<Lock>('package-lock.json');
    const empty = Object.entries(packages).filter(([, { name }]) => name === EMPTY);
    const stands = (within: string, name: string): boolean =>
      empty.some(([path]) => path === `node_modules/${within}/node_modules/${name}`) ||
      empty.some(([path]) => path === `node_modules/${name}`);
    for (const [within, names] of Object.entries(overrides)) {
      for (const [name, instead] of Object.entries(names)) {
        assert.equal(instead, `npm:${EMPTY}@1.2.2`);
        assert.ok(stands(within, name), `${within}: ${name}`);
      }
    }
    assert.deepEqual([...new Set(empty.map(([, { version }]) => version))], ['1.2.2']);
  });

  it('belongs to packages of which we load no code, only a bundle for browsers or JSON', () => {
    const bundles = ['botframework-webchat', 'adaptivecards', '@microsoft/app-manifest'];
    const ours = [...code('dist/src'), ...code('dist/test'), ...code('src/page')];
    assert.ok(ours.length > 500);
    const loaded = ours
      .flatMap(({ text }) => importsOf(text))
      .filter((name) => !/\.json$|\/dist\/\w+\.js$/.test(name));
    assert.ok(loaded.includes('botbuilder'), 'imports are found at all');
    assert.deepEqual(
      loaded.filter((name) => bundles.includes(packageOf(name))),
      [],
    );
  });

  it('or of Web Chat: all that it depends on, because its bundle has it inside', () => {
    const { dependencies, peerDependencies } = json<Manifest>(
      'node_modules/botframework-webchat/package.json',
    );
    const wanted = Object.keys({ ...dependencies, ...peerDependencies });
    const left = Object.keys(overrides['botframework-webchat'] ?? {});
    // npm would then leave it out below botframework-directlinejs as well, which our tests do load.
    assert.deepEqual(new Set(left), new Set(wanted.filter((name) => name !== 'uuid')));
    const bundle = readFileSync(new URL('node_modules/botframework-webchat/dist/webchat.js', ROOT), 'utf8');
    assert.doesNotMatch(bundle, /\brequire\("[a-z@]/);
  });

  it('or is imported by no file that Node would load', () => {
    const [file, ...others] = new Set(
      importers('@azure/identity', '@azure/msal-browser').map((path) => basename(path)),
    );
    assert.deepEqual([file, others], ['msalBrowserCommon.js', []]);
    const ways = code('node_modules/@azure/identity').filter(({ text }) =>
      importsOf(text.replaceAll('"', "'")).some((name) => basename(name) === file),
    );
    assert.deepEqual(ways, [], 'nothing leads to sign-in in a browser');
    assert.deepEqual(importers('botframework-schema', 'adaptivecards'), [], 'its types alone name it');
  });

  it('or is asked for only in a format that we never ask for', () => {
    const files = importers('@azure/storage-blob', 'apache-arrow');
    assert.deepEqual([...new Set(files.map((path) => basename(path)))], ['blobListArrowParser.js']);
    for (const { path, text } of code('node_modules/@azure/storage-blob')) {
      if (files.includes(path)) assert.match(text, /await import\("apache-arrow"\)/);
    }
    for (const { path, text } of code('dist/src/storage')) assert.doesNotMatch(text, /arrow/i, path);
  });

  it('accounts for every override', () => {
    const bundles = ['@microsoft/app-manifest', 'adaptivecards', 'botframework-webchat'];
    const loaded = ['@azure/identity', '@azure/storage-blob', 'botframework-schema'];
    assert.deepEqual(new Set(Object.keys(overrides)), new Set([...bundles, ...loaded]));
    for (const name of loaded) assert.equal(Object.keys(overrides[name] ?? {}).length, 1, name);
  });
});
