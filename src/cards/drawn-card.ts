import { randomUUID } from 'node:crypto';
import type { Card } from './template.js';

/** Stands in a card for the origin while it is drawn for everybody. */
export const ANYONE = '.0.0';
const PLACE = JSON.stringify(ANYONE);

type Stamp = (from: string) => unknown;

/** What puts an origin into a value, or undefined where none belongs into it: such parts are shared. */
function stampOf(value: unknown): Stamp | undefined {
  if (value === ANYONE) return (from) => from;
  if (typeof value !== 'object' || value === null) return undefined;
  const stamps = Object.entries(value).flatMap(([key, each]) => {
    const stamp = stampOf(each);
    return stamp === undefined ? [] : [{ key, stamp }];
  });
  if (stamps.length === 0) return undefined;
  return (from) => {
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
    for (const { key, stamp } of stamps) (copy as Record<string, unknown>)[key] = stamp(from);
    return copy;
  };
}

/** A card that is the same for everybody but for the origin in its taps. */
export class CardPattern {
  readonly #card: Card;
  #stamp: Stamp | undefined;
  #pieces: readonly Buffer[] | undefined;

  /** @param card with `ANYONE` in place of the origin */
  constructor(card: Card) {
    this.#card = card;
  }

  /** The card drawn there. */
  card(from: string): Card {
    this.#stamp ??= stampOf(this.#card) ?? (() => this.#card);
    return this.#stamp(from) as Card;
  }

  /** Adds the same card as JSON to `bytes`. */
  write(from: string, bytes: Buffer[]): void {
    this.#pieces ??= JSON.stringify(this.#card)
      .split(PLACE)
      .map((piece) => Buffer.from(piece));
    const place = Buffer.from(JSON.stringify(from));
    this.#pieces.forEach((piece, index) => {
      if (index > 0) bytes.push(place);
      bytes.push(piece);
    });
  }
}

/** The cards that `jsonOf` writes; undefined while anything else makes JSON. */
let written: DrawnCard[] | undefined;
/** Nobody outside can write this, so it stands in JSON only where a card belongs. */
const HOLE = randomUUID();

/** A card for one conversation. It is JSON like any other; only `jsonOf` knows that it need not be put together. */
export class DrawnCard {
  readonly #pattern: CardPattern;
  readonly #from: string;

  constructor(pattern: CardPattern, from: string) {
    this.#pattern = pattern;
    this.#from = from;
  }

  toJSON(): Card | string {
    if (written === undefined) return this.#pattern.card(this.#from);
    written.push(this);
    return HOLE;
  }

  write(bytes: Buffer[]): void {
    this.#pattern.write(this.#from, bytes);
  }
}

/** `JSON.stringify` as UTF-8, but cards that were drawn before are not written anew. */
export function jsonOf(value: unknown): Buffer {
  const cards: DrawnCard[] = [];
  written = cards;
  let text: string;
  try {
    text = JSON.stringify(value);
  } finally {
    written = undefined;
  }
  if (cards.length === 0) return Buffer.from(text);
  const bytes: Buffer[] = [];
  text.split(`"${HOLE}"`).forEach((piece, index) => {
    if (index > 0) cards[index - 1]?.write(bytes);
    bytes.push(Buffer.from(piece));
  });
  return Buffer.concat(bytes);
}
