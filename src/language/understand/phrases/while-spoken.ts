import type { LanguageTag } from '../../languages.js';

/** What nobody has needed for an hour or two is let go, in milliseconds: a language is some megabytes. */
const UNSPOKEN = 60 * 60 * 1000;

/** One for each language: made when it is first needed, and again when it is needed after it was let go. */
export function whileSpoken<V extends object>(make: (tag: LanguageTag) => V): (tag: LanguageTag) => V {
  const kept = new Map<LanguageTag, V>();
  const spoken = new Set<LanguageTag>();
  let sweeping: NodeJS.Timeout | undefined;

  function sweep(): void {
    for (const tag of kept.keys()) if (!spoken.has(tag)) kept.delete(tag);
    spoken.clear();
    if (kept.size > 0) return;
    clearInterval(sweeping);
    sweeping = undefined;
  }

  return (tag) => {
    spoken.add(tag);
    const known = kept.get(tag);
    if (known !== undefined) return known;
    const made = make(tag);
    kept.set(tag, made);
    sweeping ??= setInterval(sweep, UNSPOKEN).unref();
    return made;
  };
}
