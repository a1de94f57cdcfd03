/** Nobody answered in time. */
export class Late extends Error {
  readonly code = 'ETIMEDOUT';
}

/** The reply, or `Late`. What has arrived while this process was busy with something else is not late. */
export async function inTime<T>(reply: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    // After a timer Node reads what has arrived, and only then comes to this.
    timer = setTimeout(() => setImmediate(() => fail(new Late())), milliseconds);
  });
  return Promise.race([reply, late]).finally(() => clearTimeout(timer));
}
