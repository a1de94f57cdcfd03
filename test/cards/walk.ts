/** Every object in a card, however deep. */
export type Piece = Readonly<Record<string, unknown>>;

export function isPiece(value: unknown): value is Piece {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function* pieces(value: unknown): Generator<Piece> {
  if (Array.isArray(value)) {
    for (const each of value) yield* pieces(each);
  } else if (isPiece(value)) {
    yield value;
    for (const each of Object.values(value)) yield* pieces(each);
  }
}

export function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* strings(each);
  }
}

export function ofType(card: unknown, type: string): readonly Piece[] {
  return [...pieces(card)].filter((piece) => piece.type === type);
}

/** The taps of a card that carry data, in the order in which they stand. */
export function taps(card: unknown): readonly Piece[] {
  return ofType(card, 'Action.Execute').flatMap(({ data }) => (isPiece(data) ? [data] : []));
}

/** What the person reads on the card. */
export function texts(card: unknown): readonly string[] {
  return ofType(card, 'TextBlock').flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

/** How long a card is as it is sent, in UTF-16. */
export function size(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf16le');
}
