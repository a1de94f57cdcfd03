import { isThere, late } from '../../late/late.js';
import type { LanguageTag } from '../languages.js';

/**
 * What a language has in one of the folders here, read when it is first asked for: the file is named after its tag, and
 * nothing else names it. Undefined for a language that has none yet.
 */
export function ownFile<Contents>(tag: LanguageTag, folder = '.'): Contents | undefined {
  const file = new URL(`./${folder}/${tag}.json`, import.meta.url);
  return isThere(file) ? late<Contents>(file)() : undefined;
}
