/** Waits until each is done or has failed, and only then rejects with what failed first: one failure stops nothing. */
export async function eachDone(work: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(work);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
