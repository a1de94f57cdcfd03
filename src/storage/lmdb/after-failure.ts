import { NoRoomError } from '../error.js';

/** How often a look is taken whether the disk works again, in milliseconds. */
const PERIOD = 500;

export interface AfterFailure {
  write<T>(write: () => Promise<T>): Promise<T>;
  /** Resolves once the file has been opened anew after this error; rejects with it while that cannot be. */
  mend(error: unknown): Promise<void>;
}

/**
 * Once a write has failed, keeps all others from LMDB until the disk works again and the file has been opened anew: each
 * commit that fails may end the process, and leave an LMDB behind that takes and reads nothing for ever (docs/adr/0029).
 * @param openAnew rejects while the disk fails; called while no write is under way
 */
export function afterFailure(openAnew: () => Promise<void>): AfterFailure {
  /** What failed; undefined while all is well. */
  let failure: { readonly error: unknown } | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  let underWay = 0;

  async function look(error: unknown): Promise<void> {
    const now = performance.now();
    // LMDB forgets some writes around a failed commit, and closing it would wait for them for ever.
    if (underWay > 0 || now - lookedAt < PERIOD) throw error;
    lookedAt = now;
    await openAnew();
    failure = undefined;
  }

  function mend(error: unknown): Promise<void> {
    failure ??= { error };
    looking ??= look(failure.error).finally(() => {
      looking = undefined;
    });
    return looking;
  }

  return {
    async write(write) {
      if (failure !== undefined) await mend(failure.error);
      underWay += 1;
      try {
        return await write();
      } catch (error) {
        // Then nothing was tried.
        if (!(error instanceof NoRoomError)) failure = { error };
        throw error;
      } finally {
        underWay -= 1;
      }
    },
    mend,
  };
}
