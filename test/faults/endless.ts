import type { ServerResponse } from 'node:http';

/** More than anybody may read, in bytes; who reads it all waits for more. */
const ENOUGH = 256 * 1024 * 1024;

/** Goes on with an answer until it is left alone. */
export function endlessly(response: ServerResponse): void {
  const piece = ' '.repeat(65_536);
  let left = ENOUGH;
  const go = (): void => {
    let more = true;
    while (more && left > 0 && !response.destroyed) {
      left -= piece.length;
      more = response.write(piece);
    }
  };
  response.on('drain', go);
  go();
}
