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
import { basename, dirname, join } from 'node:path';
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
const NOT_NEEDED = /\.(?:map|d\.[cm]?ts)$/;

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
    if (path !== 'node_modules') copyFromHere(path, to);
    else for (const each of productionPackages()) copyFromHere(each, join(app, each));
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
