import { randomBytes } from 'node:crypto';

/** Stands for what is prewritten while what is around it is written. Nobody can write it who has not read this memory. */
const PLACE = randomBytes(16).toString('base64url');
const QUOTED_PLACE = JSON.stringify(PLACE);

/** What is found while a body is written; undefined while JSON is written by anybody else. */
let found: Prewritten[] | undefined;

/** Something whose JSON is there already. */
export abstract class Prewritten {
  /** How many bytes its JSON has, as UTF-8. */
  abstract get size(): number;
  /** Writes it into a buffer that has room for it. */
  abstract write(into: Buffer, at: number): void;
  /** What it is, for `JSON.stringify`, which knows nothing of bytes. */
  abstract value(): unknown;

  toJSON(): unknown {
    if (found === undefined) return this.value();
    found.push(this);
    return PLACE;
  }
}

/** The JSON of what is around them, and what is prewritten in it, in order. */
function around(value: unknown): { readonly text: string; readonly inside: readonly Prewritten[] } {
  const inside: Prewritten[] = [];
  found = inside;
  try {
    return { text: JSON.stringify(value) ?? 'null', inside };
  } finally {
    found = undefined;
  }
}

/**
 * `JSON.stringify` as UTF-8, in one piece of memory, but what is prewritten is copied and not written anew. Throws
 * `TypeError` as that does.
 */
export function jsonBytes(value: unknown): Buffer {
  const { text, inside } = around(value);
  if (inside.length === 0) return Buffer.from(text);
  const texts = text.split(QUOTED_PLACE);
  const size = texts.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  const bytes = Buffer.allocUnsafe(inside.reduce((sum, each) => sum + each.size, size));
  let at = 0;
  for (const [index, each] of texts.entries()) {
    at += bytes.write(each, at);
    const next = inside[index];
    if (next === undefined) break;
    next.write(bytes, at);
    at += next.size;
  }
  return bytes;
}
