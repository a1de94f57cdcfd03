import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../eventually.js';
import { ROOT } from './dockerfile.js';

const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
}

const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

interface Row {
  readonly name: string;
  readonly version: string;
  readonly loaded: boolean;
}

/** The table in docs/security.md of packages past their makers' support. */
const rows: readonly Row[] = [
  ...read('docs/security.md').matchAll(/^\| `([\w@/-]+)` (\d[\w.-]*) +\| [^|]+\| (yes|no)\b/gm),
].map(([, name = '', version = '', loaded]) => ({ name, version, loaded: loaded === 'yes' }));

/** Where a version of a package is installed; there may be several. */
function pathsOf({ name, version }: Row): readonly string[] {
  const found = Object.entries(packages).filter(
    ([path, locked]) => path.endsWith(`node_modules/${name}`) && locked.version === version && !locked.dev,
  );
  return found.map(([path]) => path);
}

/** Says what is loaded whenever the parent asks. */
const TELLS = `data:text/javascript,
  import { createRequire } from 'node:module';
  const { cache } = createRequire('${ROOT}');
  process.on('message', () => process.send(Object.keys(cache)));`;

/** The package of a file, by its path in the lock file. */
function packagePath(file: string): string | undefined {
  const path = file.replaceAll('\\', '/');
  return /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** A server with credentials, as a platform runs it. */
function startServer(dataFolder: string): ChildProcess {
  return fork(fileURLToPath(new URL('dist/src/main.js', ROOT)), {
    execArgv: ['--import', TELLS],
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataFolder,
      MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
      MicrosoftAppPassword: 'none',
      MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
    },
  });
}

describe('Packages past their makers’ support', () => {
  it('are in the table of docs/security.md with the versions of the lock file', () => {
    assert.ok(rows.length > 10);
    for (const row of rows) assert.ok(pathsOf(row).length > 0, `${row.name} ${row.version}`);
    const botFramework = Object.entries(packages).filter(
      ([path, { dev, version }]) =>
        !dev && /^4\.23\./.test(version ?? '') && /(?:bot|adaptive-e)[\w-]+$/.test(path),
    );
    assert.deepEqual(
      botFramework
        .map(([path]) => path.replace('node_modules/', ''))
        .filter((each) => !rows.some(({ name }) => name === each)),
      [],
    );
  });

  it('are loaded by the server only where the table says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-loaded-'));
    const server = startServer(folder);
    try {
      const wanted = rows.filter(({ loaded }) => loaded).map(pathsOf);
      // What can wait is loaded after the start.
      const loaded = await eventually('what the table says is loaded', async () => {
        server.send('what?');
        const [files] = (await once(server, 'message')) as [readonly string[]];
        const all = new Set(files.map(packagePath));
        return wanted.every((paths) => paths.some((path) => all.has(path))) && all;
      });
      const others = rows.filter((row) => !row.loaded && pathsOf(row).some((path) => loaded.has(path)));
      assert.deepEqual(others, []);
    } finally {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
