import type { ServerResponse } from 'node:http';

/** Goes on with an answer until it is left alone. */
export function endlessly(response: ServerResponse): void {
  const piece = ' '.repeat(65_536);
  const go = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', go);
  go();
}
