import { PassThrough, pipeline, type Readable } from 'node:stream';

/** In UTF-16 units: ten thousand lines have one or two million. Eight streams hold 32 MB at most. */
const AHEAD = 2 * 1024 * 1024;

/**
 * What comes, as text, read so far ahead and no further. A request has to have come whole within half a minute, and to answer
 * all of its lines may take longer.
 */
export function readAhead(source: Readable): AsyncIterable<string> {
  const ahead = new PassThrough({ readableHighWaterMark: AHEAD });
  // Whoever reads is told of what went wrong.
  pipeline(source, ahead, () => undefined);
  return ahead.setEncoding('utf8') as AsyncIterable<string>;
}
