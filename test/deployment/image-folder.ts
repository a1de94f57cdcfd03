import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Copy, copies, ROOT, type Stage } from './dockerfile.js';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/** The packages at the top that `npm ci --omit=dev` installs, by the lock file; those below come with them. */
export function productionPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8')) as Lock;
  return Object.entries(lock.packages)
    .filter(
      ([path, { dev, devOptional }]) =>
        /^node_modules\/(?!.*node_modules\/)/.test(path) && !dev && !devOptional,
    )
    .map(([path]) => path)
    .filter((path) => existsSync(new URL(path, ROOT)));
}

/** What the Dockerfile deletes again. */
const NOT_NEEDED = /\.(?:map|[cm]?ts)$|\/finish-first\.js$/;

const TYPESCRIPT = fileURLToPath(new URL('node_modules/typescript/bin/tsc', ROOT));

/**
 * What `npm run build` puts into dist/src: the product as its tsconfig.json knows it, and what the build finds for the
 * first answer. The folder here has the tools as well, and what older versions have left behind.
 */
export function productFiles(): readonly string[] {
  const root = fileURLToPath(ROOT);
  const listed = execFileSync(process.execPath, [TYPESCRIPT, '-p', root, '--listFilesOnly'], {
    encoding: 'utf8',
  });
  const sources = listed
    .split('\n')
    .map((path) => relative(root, path.trim()).replaceAll('\\', '/'))
    .filter((path) => path.startsWith('src/'));
  const built = sources.map((path) => `dist/${path.replace(/\.ts$/, '.js')}`);
  return [...built.filter((path) => !NOT_NEEDED.test(path)), 'dist/src/ready/first'];
}

/** A second name for a file is made much faster than a copy, and nothing here is ever written to. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another disk.
    copyFileSync(source, target);
  }
}

function copyTree(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) copyTree(from, to);
    else if (entry.isFile() && !NOT_NEEDED.test(entry.name)) linkOrCopy(from, to);
  }
}

function copyFromHere(path: string, target: string): void {
  const source = fileURLToPath(new URL(path, ROOT));
  if (statSync(source).isDirectory()) copyTree(source, target);
  else {
    mkdirSync(dirname(target), { recursive: true });
    linkOrCopy(source, target);
  }
}

function copyOne({ from, sources, target }: Copy, app: string): void {
  for (const source of sources) {
    // What other stages make below /app stands here at the same place below the root, if it was built.
    const path = from === undefined ? source : source.replace(/^\/app\//, '');
    const to = target.endsWith('/') ? join(app, target, basename(path)) : join(app, target);
    if (path === 'node_modules') {
      for (const each of productionPackages()) copyFromHere(each, join(app, each));
    } else if (path === 'dist/src') {
      for (const each of productFiles()) copyFromHere(each, join(to, relative(path, each)));
    } else copyFromHere(path, to);
  }
}

/** A folder with exactly the files that a stage copies, and an empty one for data. */
export function imageFolder(stage: Stage) {
  const folder = mkdtempSync(join(tmpdir(), 'advisor-image-'));
  chmodSync(folder, 0o755);
  const app = join(folder, 'app');
  const data = join(folder, 'data');
  for (const each of [app, data]) mkdirSync(each);
  for (const copy of copies(stage)) copyOne(copy, app);
  return { app, data, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
