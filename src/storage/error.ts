/** The storage failed for a reason of its own (a folder, a disk), never because of what was asked of it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
