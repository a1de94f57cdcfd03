/** Something whose JSON is there already. */
export abstract class Prewritten {
  /** Its JSON as UTF-8, in pieces. */
  abstract pieces(): readonly Buffer[];
  /** The same for `JSON.stringify`, which knows nothing of bytes. */
  abstract toJSON(): unknown;
}

/** So deep may something prewritten lie in a body; what lies deeper is written anew. */
const DEEPEST = 8;

function isOpen(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !('toJSON' in value);
}

function holds(value: unknown, depth: number): boolean {
  if (value instanceof Prewritten) return true;
  return depth > 0 && isOpen(value) && Object.values(value).some((each) => holds(each, depth - 1));
}

/** What stands between two prewritten parts is one text. */
class Pieces {
  readonly #done: Buffer[] = [];
  #text = '';

  /** A value that JSON knows: in a list anything, which may come to `null`. */
  add(value: unknown, depth: number): void {
    if (value instanceof Prewritten) this.#done.push(this.#rest(), ...value.pieces());
    else if (isOpen(value) && holds(value, depth)) this.#addAround(value, depth - 1);
    else this.#text += JSON.stringify(value) ?? 'null';
  }

  #addAround(value: object, depth: number): void {
    if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) {
        this.#text += at === 0 ? '[' : ',';
        this.add(each, depth);
      }
      this.#text += ']';
      return;
    }
    let before = '{';
    for (const [key, each] of Object.entries(value)) {
      if (each === undefined || typeof each === 'function') continue;
      this.#text += `${before}${JSON.stringify(key)}:`;
      before = ',';
      this.add(each, depth);
    }
    this.#text += '}';
  }

  #rest(): Buffer {
    const rest = Buffer.from(this.#text);
    this.#text = '';
    return rest;
  }

  all(): readonly Buffer[] {
    return [...this.#done, this.#rest()].filter(({ length }) => length > 0);
  }
}

/**
 * `JSON.stringify` as UTF-8, but what is prewritten is not written anew: in pieces, to be copied one after
 * another. Throws `TypeError` as that does.
 */
export function jsonPieces(value: unknown): readonly Buffer[] {
  const pieces = new Pieces();
  pieces.add(value, DEEPEST);
  return pieces.all();
}
