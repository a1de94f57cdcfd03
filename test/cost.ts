const ROUNDS = 5;

/**
 * What the work costs: microseconds of the processor, at its best of a few rounds. What else runs on the machine does
 * not count; how fast the machine is does, so compare with the cost of something else.
 */
export function cost(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...rounds);
}
