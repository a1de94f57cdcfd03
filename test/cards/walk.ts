/** An object in a card. */
export type Piece = Readonly<Record<string, unknown>>;

export function isPiece(value: unknown): value is Piece {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Everything in a value that `isWanted`, however deep, in the order in which it stands. */
function allWithin<T>(value: unknown, isWanted: (each: unknown) => each is T, found: T[] = []): readonly T[] {
  if (isWanted(value)) found.push(value);
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) allWithin(each, isWanted, found);
  }
  return found;
}

export function pieces(card: unknown): readonly Piece[] {
  return allWithin(card, isPiece);
}

export function strings(value: unknown): readonly string[] {
  return allWithin(value, (each) => typeof each === 'string');
}

export function ofType(card: unknown, type: string): readonly Piece[] {
  return pieces(card).filter((piece) => piece.type === type);
}

/** The taps of a card that carry data, in the order in which they stand. */
export function taps(card: unknown): readonly Piece[] {
  return ofType(card, 'Action.Execute').flatMap(({ data }) => (isPiece(data) ? [data] : []));
}

/** What the person reads on the card. */
export function texts(card: unknown): readonly string[] {
  return pieces(card).flatMap(({ type, text, value, isMultiline }) => {
    if (type === 'TextBlock' && typeof text === 'string') return [text];
    // A text to be copied stands in a field.
    return isMultiline === true && typeof value === 'string' ? value.split('\n') : [];
  });
}

/** How long a card is as it is sent, in UTF-16. */
export function size(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf16le');
}
