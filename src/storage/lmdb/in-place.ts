import { statSync } from 'node:fs';
import { StorageError } from '../error.js';

/** How long a look at the files holds, in milliseconds. */
const HOLDS = 1000;

/** Which file has this name now, wherever it may have been before; undefined where none has. */
function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}

/**
 * Whether these files are where they were opened: what is written into one that was deleted or moved away is taken by the
 * system, read back, and gone with this process. The returned function throws `StorageError` where they are not, as of a
 * second ago at most.
 */
export function inPlace(paths: readonly string[]): () => void {
  const opened = paths.map(identityOf);
  let lookedAt = performance.now();
  return () => {
    const now = performance.now();
    if (now - lookedAt < HOLDS) return;
    const gone = paths.find((path, at) => identityOf(path) !== opened[at]);
    // While one is gone, each write asks again.
    if (gone === undefined) lookedAt = now;
    else {
      throw new StorageError(
        `"${gone}" was deleted, moved or replaced while the bot has it open: put back the folder in DATA_DIR, or ` +
          'start the bot anew.',
      );
    }
  };
}
