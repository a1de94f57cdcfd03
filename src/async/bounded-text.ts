/**
 * What comes in pieces as one text. One that is longer rejects with `RangeError` and is not read on: otherwise whoever
 * answers decides how much memory it takes.
 * @param most in bytes
 */
export async function boundedText(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): Promise<string> {
  const read: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > most) throw new RangeError(`It is longer than ${most} bytes.`);
    read.push(piece);
  }
  return Buffer.concat(read).toString();
}
