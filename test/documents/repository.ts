import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { ROOT } from '../deployment/dockerfile.js';

/** What installing, building and running make. */
const MADE = ['node_modules', 'dist', 'coverage', 'data', '.git', '.tools'];

/** Every file that somebody wrote, as its path from the root. */
export const FILES: readonly string[] = readdirSync(ROOT, { withFileTypes: true })
  .filter(({ name }) => !MADE.includes(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(new URL(`${entry.name}/`, ROOT), { recursive: true, withFileTypes: true })
          .filter((each) => each.isFile())
          .map((each) => posix.join(each.parentPath.slice(ROOT.pathname.length), each.name))
      : [entry.name],
  );

/** Every folder that holds one of these files, at whatever depth. */
export const FOLDERS: ReadonlySet<string> = new Set(
  FILES.flatMap((file) => {
    const parts = file.split('/');
    return parts.slice(0, -1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
  }),
);

export function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

/** The documents, but for the labelling guide that was handed to the people who wrote its sentences. */
export const DOCUMENTS: readonly string[] = FILES.filter(
  (file) => file.endsWith('.md') && !file.startsWith('test/'),
);

/** All that is written in code and configuration, in which a name of theirs occurs. */
export const CODE: string = FILES.filter(
  (file) =>
    !file.startsWith('test/documents/') &&
    (/\.(ts|js|mjs|yml|bicep|bicepparam)$/.test(file) || /^(Dockerfile|\.ci\/.*|package\.json)$/.test(file)),
)
  .map(read)
  .join('\n');

function escaped(text: string): string {
  return text.replaceAll(/[.+?^$()|[\]\\]/g, '\\$&');
}

/** A path in which `<name>`, `*` and `**` stand for what differs, as an expression. */
function patternOf(path: string): RegExp {
  const pattern = escaped(path)
    .replaceAll('**', '\0')
    .replaceAll(/\*|<[^>]*>/g, '[^/]+')
    .replaceAll('\0', '.+');
  return new RegExp(`^${pattern}$`);
}

/** Where the source of what the compiler makes stands; anything else in `dist` is not written by hand. */
function sourceOf(path: string): string | undefined {
  if (!path.startsWith('dist/')) return path;
  return /^dist\/(src|test)\//.test(path) ? path.slice('dist/'.length).replace(/\.js$/, '.ts') : undefined;
}

/** Whether a file or folder is there: from the root, or a bare file name wherever it stands. */
export function exists(written: string): boolean {
  const path = sourceOf(written.replace(/\/$/, ''));
  if (path === undefined) return true;
  const pattern = patternOf(path);
  const found = (each: string): boolean => pattern.test(each);
  if (path.includes('/')) return FILES.some(found) || [...FOLDERS].some(found);
  return FILES.some((file) => found(posix.basename(file))) || FOLDERS.has(path);
}
