import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/tools/bench/free-port.js';
import { eventually } from '../eventually.js';

/** Skips a test, or what a hook comes before, where no Redis can be started. */
export function needsRedis(test: Mocha.Context): void {
  if (spawnSync('redis-server', ['--version']).status === 0) return;
  console.log('      skipped: redis-server is not installed (apt-get install redis-server)');
  test.skip();
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [reply] = (await once(socket, 'data')) as [Buffer];
    return reply.toString().startsWith('+PONG') || reply.toString().startsWith('-NOAUTH');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A Redis of our own on a free port, which writes down everything before it confirms it. */
export async function redisServer(...more: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let running: ChildProcess | undefined;

  async function start(): Promise<void> {
    const place = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--loglevel', 'warning'];
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
    running = spawn('redis-server', [...place, ...durable, ...more], { stdio: 'ignore' });
    await eventually('redis-server', () => answers(port));
  }

  async function stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = running;
    running = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    start,
    /** Stops it; what it has confirmed is on the disk. */
    stop,
    /** Keeps its connections open and answers nothing, as a machine does whose network is gone. */
    freeze: () => running?.kill('SIGSTOP'),
    thaw: () => running?.kill('SIGCONT'),
    async end(): Promise<void> {
      // Nothing of it is wanted any more; and one that is told kindly stays while it writes its first log as a replica.
      await stop('SIGKILL');
      // What it forked may still write for a moment.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

export type RedisServer = Awaited<ReturnType<typeof redisServer>>;
