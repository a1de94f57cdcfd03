import type { Card } from '../cards/template.js';
import { Prewritten } from './json/json-pieces.js';

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

  /** Its JSON with this origin, in one piece: some forty of them would cost more to make than to copy. */
  bytes(from: string): Buffer {
    const place = Buffer.from(JSON.stringify(from));
    const whole = Buffer.allocUnsafe(this.#bytes.length + place.length * (this.#ends.length - 1));
    let at = 0;
    let begin = 0;
    for (const end of this.#ends) {
      if (begin > 0) at += place.copy(whole, at);
      at += this.#bytes.copy(whole, at, begin, end);
      begin = end;
    }
    return whole;
  }
}

/** A card for one conversation. It is JSON like any other; whoever writes bytes need not put it together. */
export class ReadyCard extends Prewritten {
  readonly #pattern: CardPattern;
  readonly #from: string;

  constructor(pattern: CardPattern, from: string) {
    super();
    this.#pattern = pattern;
    this.#from = from;
  }

  override pieces(): readonly Buffer[] {
    return [this.#pattern.bytes(this.#from)];
  }

  override toJSON(): Card {
    return JSON.parse(this.#pattern.bytes(this.#from).toString()) as Card;
  }
}
