/** A stored value together with the version a later write has to name. */
export interface Stored<T> {
  readonly value: T;
  readonly version: string;
}

/**
 * Where conversations live: JSON values under string keys, written by compare-and-swap, because
 * the last writer must not silently win when two devices answer at once.
 */
export interface Store {
  /** The value under `key`, or undefined when there is none. Rejects with `StorageError`. */
  read<T>(key: string): Promise<Stored<T> | undefined>;
  /**
   * Writes `value` if the stored version is still `expected` (undefined: if nothing is stored yet).
   * Resolves to the new version, or to undefined when somebody else was faster and nothing was written.
   * When it resolves, the value is durable. Rejects with `StorageError`.
   */
  write<T>(key: string, value: T, expected: string | undefined): Promise<string | undefined>;
  /** Deletes the value; a key that does not exist is no error. */
  delete(key: string): Promise<void>;
  /**
   * Deletes what nobody has written since `before`, and resolves to how many values that were; those whose key
   * `isKept` accepts stay. It may keep a value for up to a day longer. A store that lets its values expire by
   * themselves deletes nothing here. Keys that `isKept` is to see are printable ASCII of at most 500 characters.
   * Rejects with `StorageError`.
   */
  sweep(before: Date, isKept: (key: string) => boolean): Promise<number>;
  /** Releases files and connections; afterwards every call rejects. */
  close(): Promise<void>;
}
