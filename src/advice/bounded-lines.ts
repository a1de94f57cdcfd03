/** A line that is longer than allowed. */
export const TOO_LONG = Symbol('a line that is too long');

/**
 * The lines of a text that comes in pieces. Of one that is too long nothing is kept after the piece with which it
 * became so.
 * @param longest how long a line may be, in UTF-16 units
 */
export async function* boundedLines(
  text: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<string | typeof TOO_LONG> {
  let begun = '';
  const line = (): string | typeof TOO_LONG => (begun.length > longest ? TOO_LONG : begun);
  for await (const piece of text) {
    const [first = '', ...others] = piece.split('\n');
    if (begun.length <= longest) begun += first;
    for (const next of others) {
      yield line();
      begun = next;
    }
  }
  if (begun !== '') yield line();
}
