import { posix } from 'node:path';

/** A file's path from the root of the project, with its text. */
export type Project = ReadonlyMap<string, string>;

const CODE = /\.[cm]?[jt]s$/;
const QUOTED = /(['"`])([\w@.][\w@./-]*)\1/g;

/** The source of what is built: `dist/test/a.js` comes from `test/a.ts`, and `dist/web` is a copy. */
function sourceOf(path: string): string {
  return path.replace(/^dist\/web\//, 'src/page/').replace(/^dist\//, '');
}

/**
 * What a file may read: everything in quotes that is a file or folder of the project, seen from its own folder, from
 * where it is built to, or from the root. So also what is started or read by its path, and not only what is imported.
 */
function namedIn(file: string, text: string, project: Project): readonly string[] {
  const folders = [posix.dirname(file), posix.join('dist', posix.dirname(file)), ''];
  const named = [...text.matchAll(QUOTED)].flatMap(([, , words = '']) =>
    folders.map((folder) => sourceOf(posix.join(folder, words))),
  );
  return [...new Set(named)].flatMap((path) => {
    const source = path.replace(/\.js$/, '.ts');
    if (project.has(source)) return [source];
    if (project.has(path)) return [path];
    const folder = path.endsWith('/') ? path : `${path}/`;
    return [...project.keys()].filter((each) => each.startsWith(folder));
  });
}

/** The files that read one of the changed ones, or one that does, and the changed ones themselves. */
export function affected(changed: readonly string[], project: Project): ReadonlySet<string> {
  const readers = new Map<string, string[]>();
  for (const [file, text] of project) {
    if (!CODE.test(file)) continue;
    for (const named of namedIn(file, text, project))
      readers.set(named, [...(readers.get(named) ?? []), file]);
  }
  const found = new Set<string>();
  const waiting = [...changed];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...(readers.get(file) ?? []));
  }
  return found;
}
