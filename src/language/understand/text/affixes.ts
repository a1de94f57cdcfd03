const NONE: readonly never[] = [];

/** Finds what belongs to the beginnings, or to the endings, that a word has, without looking at every one of them. */
export class Affixes<V> {
  readonly #found = new Map<string, V[]>();
  readonly #lengths = new Set<number>();

  constructor(readonly kind: 'prefix' | 'suffix') {}

  add(affix: string, value: V): void {
    const others = this.#found.get(affix);
    if (others === undefined) this.#found.set(affix, [value]);
    else others.push(value);
    this.#lengths.add(affix.length);
  }

  of(word: string): readonly V[] {
    let found: V[] | undefined;
    for (const length of this.#lengths) {
      if (length > word.length) continue;
      const affix = this.kind === 'prefix' ? word.slice(0, length) : word.slice(word.length - length);
      const values = this.#found.get(affix);
      if (values !== undefined) found = found === undefined ? values : [...found, ...values];
    }
    return found ?? NONE;
  }
}
