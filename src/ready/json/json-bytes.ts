/** Something whose JSON is there already. */
export abstract class Prewritten {
  /** How many bytes its JSON has, as UTF-8. */
  abstract get size(): number;
  /** Writes it into a buffer that has room for it. */
  abstract write(into: Buffer, at: number): void;
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
class JsonParts {
  readonly #done: (string | Prewritten)[] = [];
  #text = '';

  /** A value that JSON knows: in a list anything, which may come to `null`. */
  add(value: unknown, depth: number): void {
    if (value instanceof Prewritten) {
      this.#done.push(this.#text, value);
      this.#text = '';
    } else if (isOpen(value) && holds(value, depth)) this.#addAround(value, depth - 1);
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

  all(): readonly (string | Prewritten)[] {
    return [...this.#done, this.#text];
  }
}

/**
 * `JSON.stringify` as UTF-8, in one piece of memory, but what is prewritten is copied and not written anew. Throws
 * `TypeError` as that does.
 */
export function jsonBytes(value: unknown): Buffer {
  const parts = new JsonParts();
  parts.add(value, DEEPEST);
  const all = parts.all();
  const sizes = all.map((part) => (typeof part === 'string' ? Buffer.byteLength(part) : part.size));
  const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const [index, part] of all.entries()) {
    if (typeof part === 'string') bytes.write(part, at);
    else part.write(bytes, at);
    at += sizes[index] ?? 0;
  }
  return bytes;
}
