import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Every way in which our compiled files name another file or a package. */
const IMPORT =
  /\b(?:from|import|load\(|require\(|import\(|createRequire\([^)]*\)\()\s*'([^'\s]+)'|\bnew URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g;

/** The names that a file imports, requires, or opens beside itself. */
export function importsOf(text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].map(([, imported, opened]) => imported ?? opened ?? '');
}

/** The name of the package in `@azure/identity`, `botbuilder-core/lib/x`. */
export function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Whether what a file imports is there, as Node looks for it: beside it, or in a node_modules above it. */
function isThere(name: string, file: string): boolean {
  if (isBuiltin(name)) return true;
  if (name.startsWith('.')) return existsSync(resolve(dirname(file), name));
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules', packageOf(name), 'package.json'))) return true;
  }
  return false;
}

/** What a file imports that is not there. */
export function missingImports(file: string): readonly string[] {
  return importsOf(readFileSync(file, 'utf8')).filter((name) => !isThere(name, file));
}
