import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Served, serve } from './child.js';
import { HttpLine } from './http-line.js';
import { delivery, isAnswered, MESSAGES } from './messages.js';

/** A server that has given its first answer. */
export interface Started extends Served {
  /** From the start of its process to the first answer, in seconds. */
  readonly firstAnswer: number;
}

/** Asks until there is an answer with a message in it. */
async function firstAnswered(port: number): Promise<boolean> {
  const line = new HttpLine(port);
  try {
    return isAnswered(await line.send('POST', MESSAGES, delivery('first', 1, { text: 'start over' })));
  } catch {
    return false;
  } finally {
    line.close();
  }
}

async function started(
  program: URL,
  env: Readonly<Record<string, string>>,
  node: readonly string[],
): Promise<Started> {
  const begin = performance.now();
  const served = await serve({ program, env, node }, firstAnswered);
  return { ...served, firstAnswer: (performance.now() - begin) / 1000 };
}

/** The bare echo bot. */
export function echo(node: readonly string[] = []): Promise<Started> {
  return started(new URL('./echo.js', import.meta.url), {}, node);
}

/** The same of the Microsoft 365 Agents SDK, botbuilder’s successor. */
export function agentsEcho(node: readonly string[] = []): Promise<Started> {
  return started(new URL('./agents-echo.js', import.meta.url), {}, node);
}

/**
 * The bot as it runs in production, with its data on disk in a folder that goes when it stops. Without credentials,
 * like the echo: nobody signs tokens here. One caller is to be allowed whatever they like.
 * @param more settings besides
 */
export async function advisor(
  node: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const data = await mkdtemp(join(tmpdir(), 'advisor-'));
  const server = await started(
    new URL('../../main.js', import.meta.url),
    { DATA_DIR: data, RATE_LIMIT_PER_MINUTE: '0', API_CALLS_PER_MINUTE: '0', LOG_LEVEL: 'warn', ...more },
    node,
  );
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
