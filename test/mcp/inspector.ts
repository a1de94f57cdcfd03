import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Installed by `.ci/run`: with its pages and its terminal it is too large to come with the packages. */
const PROGRAM = fileURLToPath(
  new URL(
    '../../../.tools/inspector/node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js',
    import.meta.url,
  ),
);

/** Why tests with the inspector cannot run, or undefined where they can. */
export function inspectorMissing(): string | undefined {
  return existsSync(PROGRAM)
    ? undefined
    : 'the MCP inspector is not installed (npm install --prefix .tools/inspector --no-save @modelcontextprotocol/inspector)';
}

/** What the inspector ended with, and what it printed. */
export interface Inspected {
  readonly code: number;
  readonly result: unknown;
  readonly complaints: string;
}

/**
 * Calls the official inspector by its command line, which says JSON.
 * @param home where it may keep what it likes to keep
 */
export function inspect(home: string, args: readonly string[]): Promise<Inspected> {
  const env = { ...process.env, HOME: home, USERPROFILE: home };
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [PROGRAM, '--cli', ...args, '--format', 'json', '--quiet'],
      { env, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error !== null && typeof error.code !== 'number') return fail(error);
        const code = Number(error?.code ?? 0);
        // Where nothing was answered at all it says why elsewhere.
        const { result } = (stdout === '' ? {} : JSON.parse(stdout)) as { readonly result?: unknown };
        done({ code, result, complaints: stderr });
      },
    );
  });
}
