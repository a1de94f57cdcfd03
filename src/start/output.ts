/** Nobody takes what is said. */
const BAD_OUTPUT = 1;

/**
 * Ends a program where nobody takes what it says, with exit code 1: in silence where whoever reads has enough, such as
 * `head`, and else with the reason.
 */
export function endWithOutput(): void {
  process.stderr.on('error', () => process.exit(BAD_OUTPUT));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') console.error(`What is found cannot be written (${error.code}): make space.`);
    process.exit(BAD_OUTPUT);
  });
}
