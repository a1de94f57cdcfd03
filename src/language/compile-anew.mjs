/**
 * The compiler (TypeScript 7.0.2) does not look again at what imports a JSON file once that has changed
 * (microsoft/TypeScript#64025): a message that is missing would compile, and one that was added would still be missed.
 * So after a change of words, lexicons or ledgers it begins from nothing. Run it before the compiler.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';

const SOURCES = new URL('../', import.meta.url);
const BUILT = new URL('../../dist/', import.meta.url);

/** @returns {readonly URL[]} */
function filesIn(folder, ending, recursive) {
  const names = readdirSync(folder, { recursive, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  return names.map((name) => new URL(name.replaceAll('\\', '/'), folder));
}

const modified = (file) => statSync(file).mtimeMs;
const known = statSync(BUILT, { throwIfNoEntry: false }) ? filesIn(BUILT, '.tsbuildinfo', false) : [];
const changed = Math.max(...filesIn(SOURCES, '.json', true).map(modified));
for (const file of known.filter((each) => modified(each) < changed)) rmSync(file);
