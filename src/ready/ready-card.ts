import type { Card } from '../cards/template.js';
import { Prewritten } from './json/json-bytes.js';

/** Stands in a card for the origin while it is drawn for everybody; no conversation has it. */
export const ANYONE = '.0.0';
const PLACE = JSON.stringify(ANYONE);

/**
 * A card that is the same for everybody but for the origin in its taps: its JSON, in one piece of memory, and where
 * the origin belongs. As an object it would take several times as much.
 */
export class CardPattern {
  readonly #bytes: Buffer;
  /** Where each part ends; between two parts stands the origin. */
  readonly #ends: readonly number[];

  /** @param card with `ANYONE` in place of the origin */
  constructor(card: Card) {
    const parts = JSON.stringify(card).split(PLACE);
    this.#bytes = Buffer.from(parts.join(''));
    let end = 0;
    this.#ends = parts.map((part) => {
      end += Buffer.byteLength(part);
      return end;
    });
  }

  /** The bytes that it keeps. */
  get size(): number {
    return this.#bytes.length;
  }

  /** The bytes that it has with this origin, as JSON. */
  sizeWith(place: Buffer): number {
    return this.#bytes.length + place.length * (this.#ends.length - 1);
  }

  /** Writes its JSON with this origin: in one piece, for some forty of them would cost more to make than to copy. */
  write(place: Buffer, into: Buffer, begin: number): void {
    let at = begin;
    let from = 0;
    for (const end of this.#ends) {
      if (from > 0) at += place.copy(into, at);
      at += this.#bytes.copy(into, at, from, end);
      from = end;
    }
  }
}

/** A card for one conversation. It is JSON like any other; whoever writes bytes need not put it together. */
export class ReadyCard extends Prewritten {
  readonly #pattern: CardPattern;
  readonly #place: Buffer;
  readonly #size: number;

  constructor(pattern: CardPattern, from: string) {
    super();
    this.#pattern = pattern;
    this.#place = Buffer.from(JSON.stringify(from));
    this.#size = pattern.sizeWith(this.#place);
  }

  override get size(): number {
    return this.#size;
  }

  override write(into: Buffer, at: number): void {
    this.#pattern.write(this.#place, into, at);
  }

  override toJSON(): Card {
    const bytes = Buffer.alloc(this.#size);
    this.write(bytes, 0);
    return JSON.parse(bytes.toString()) as Card;
  }
}
