import type { Logger } from 'pino';
import type { Citation } from '../policy/edition.js';
import { passageKey } from './passage-key.js';
import { readUnderReview } from './under-review.js';

/** How often the file that the source watch writes is looked at, in milliseconds. */
const REVIEW_INTERVAL = 60_000;

/** What the source watch found, kept up to date while the server runs. */
export function watchReview(dataDir: string, log: Logger) {
  const read = (): ReadonlySet<string> =>
    readUnderReview(dataDir, (file) =>
      log.warn({ file }, 'the list of passages under review cannot be read'),
    );
  let passages = read();
  const timer = setInterval(() => {
    passages = read();
  }, REVIEW_INTERVAL).unref();
  return {
    underReview: ({ page, section }: Citation) => passages.has(passageKey(page, section)),
    stop: () => clearInterval(timer),
  };
}
