/** The storage failed for a reason of its own (a folder, a disk), never because of what was asked of it. */
export class StorageError extends Error {
  override readonly name: string = 'StorageError';
}

/** There is too little room on the disk for anything new; what is kept can be read. */
export class NoRoomError extends StorageError {
  override readonly name = 'NoRoomError';
}
