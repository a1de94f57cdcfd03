import type { Memory } from './child.js';
import { Chatter } from './direct-line.js';
import { type Driven, drive } from './drive.js';
import { HttpLine } from './http-line.js';
import { Caller } from './messages.js';
import { slope } from './numbers.js';
import { advisor } from './servers.js';

export interface LoadOptions {
  readonly conversations: number;
  readonly turns: number;
  readonly seconds: number;
  readonly connections: number;
}

/** The memory of the server once so many turns were answered. */
export interface MemorySample extends Memory {
  readonly turns: number;
  readonly seconds: number;
}

export interface Loaded {
  readonly driven: Driven;
  readonly samples: readonly MemorySample[];
  /** Interviews that came to guidance. */
  readonly finished: number;
}

const SAMPLES = 25;
/** The first part of the turns, in which everything is compiled and every conversation begins. */
const WARM_UP = 0.3;

/**
 * Drives whole interviews through a server of its own on the loopback interface: every second conversation over
 * Direct Line, the others over `/api/messages`. All stay open to the end.
 */
export async function load(options: LoadOptions, onSample: (sample: MemorySample) => void): Promise<Loaded> {
  const { conversations, connections, turns, seconds } = options;
  const server = await advisor();
  const { port } = server;
  const chatters = Array.from({ length: Math.floor(conversations / 2) }, (_, index) => new Chatter(index));
  const callers = Array.from({ length: conversations - chatters.length }, (_, index) => new Caller(index));
  const samples: MemorySample[] = [];
  const begin = performance.now();
  let sampling: Promise<void> = Promise.resolve();
  const sample = async (answered: number): Promise<void> => {
    const taken = {
      turns: answered,
      seconds: (performance.now() - begin) / 1000,
      ...(await server.memory()),
    };
    samples.push(taken);
    onSample(taken);
  };
  try {
    const openers = Array.from({ length: connections }, async (_, first) => {
      const line = new HttpLine(port);
      for (let at = first; at < chatters.length; at += connections) await chatters[at]?.open(line);
      line.close();
    });
    await Promise.all(openers);
    const guests = callers.flatMap((caller, index) => [caller, ...chatters.slice(index, index + 1)]);
    const every = Math.max(1, Math.floor(turns / SAMPLES));
    const driven = await drive({
      port,
      connections,
      guests,
      turns,
      seconds,
      onTurn(answered) {
        if (answered % every === 0) sampling = sampling.then(() => sample(answered));
      },
    });
    await sampling;
    const finished = [...chatters, ...callers].reduce((sum, { guest }) => sum + guest.finished, 0);
    return { driven, samples, finished };
  } finally {
    for (const chatter of chatters) chatter.close();
    await server.stop();
  }
}

/** Bytes that memory grows by in a thousand turns, after the warm-up. */
export function growth(samples: readonly MemorySample[], what: keyof Memory): number {
  const last = samples.at(-1)?.turns ?? 0;
  const after = samples.filter(({ turns }) => turns >= last * WARM_UP);
  return slope(after.map((sample) => [sample.turns / 1000, sample[what]]));
}
