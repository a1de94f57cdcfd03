/** Whether a path is one of those that say how the process is: their answers must not depend on what others do. */
export function isProbe(path: string): boolean {
  return /^\/(?:health|ready)$/.test(path);
}
