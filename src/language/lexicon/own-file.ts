import { isThere, late } from '../../late/late.js';
import type { LanguageTag } from '../languages.js';

const found = new Map<string, () => unknown>();

/**
 * What a language has in one of the folders here, read when it is first asked for: the file is named after its tag, and
 * nothing else names it. Undefined for a language that has none yet.
 */
export function ownFile<Contents>(tag: LanguageTag, folder = '.'): Contents | undefined {
  const path = `./${folder}/${tag}.json`;
  let read = found.get(path);
  if (read === undefined) {
    const file = new URL(path, import.meta.url);
    read = isThere(file) ? late<Contents>(file) : () => undefined;
    found.set(path, read);
  }
  return read() as Contents | undefined;
}
