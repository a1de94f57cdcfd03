import { ApiAsker } from './api-asker.js';
import { drive, type TakesTurns } from './drive.js';
import { Caller } from './messages.js';
import { median, percentile } from './numbers.js';
import { advisor, echo, type Started } from './servers.js';

/** One server, measured once. */
export interface ServerMeasures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly firstAnswer: number;
  readonly rss: number;
  readonly heap: number;
  /** Microseconds of processor time a turn, of all threads: what other work on the machine disturbs least. */
  readonly cpu: number;
  readonly errors: number;
}

export interface Pair {
  readonly echo: ServerMeasures;
  readonly advisor: ServerMeasures;
}

export interface PairOptions {
  readonly pairs: number;
  readonly turns: number;
  readonly connections: number;
  /** Whether the bot is asked as programs ask it, by its HTTP API, and not as people do. */
  readonly api?: boolean;
}

/** Conversations that are live at the same time. */
const GUESTS = 200;
/** Until everything is compiled that is, and the bot has read its lexicons, which it does 3 s after the start. */
const WARM_SECONDS = 5;

type Guests = (run: string) => readonly TakesTurns[];

const people: Guests = (run) => Array.from({ length: GUESTS }, (_, index) => new Caller(index, run));
const programs: Guests = () => Array.from({ length: GUESTS }, () => new ApiAsker());

async function measured(
  server: Started,
  { turns, connections }: PairOptions,
  guests: Guests,
): Promise<ServerMeasures> {
  const { port, firstAnswer } = server;
  try {
    const warm = { port, connections, turns: Number.POSITIVE_INFINITY, seconds: WARM_SECONDS };
    await drive({ ...warm, guests: guests('warm') });
    const before = await server.cpu();
    const driven = await drive({ port, connections, turns, guests: guests('bench') });
    const cpu = (await server.cpu()) - before;
    const { rss, heap } = await server.memory();
    return {
      perSecond: driven.times.length / driven.seconds,
      p50: percentile(driven.times, 0.5),
      p99: percentile(driven.times, 0.99),
      firstAnswer,
      rss,
      heap,
      cpu: (cpu * 1e6) / driven.turns,
      errors: driven.turns - driven.times.length,
    };
  } finally {
    await server.stop();
  }
}

/** Measures both in turn, each in a process of its own: what disturbs the machine disturbs both. */
export async function* measuredPairs(options: PairOptions): AsyncGenerator<Pair> {
  for (let pair = 0; pair < options.pairs; pair += 1) {
    yield {
      echo: await measured(await echo(), options, people),
      advisor: await measured(await advisor(), options, options.api ? programs : people),
    };
  }
}

export interface Ratio {
  readonly echo: number;
  readonly advisor: number;
  /** The median of the ratios of the pairs, and the smallest and the largest of them. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

/** One measure over all pairs. */
export function ratioOf(pairs: readonly Pair[], measure: keyof ServerMeasures): Ratio {
  const ratios = pairs.map((pair) => pair.advisor[measure] / pair.echo[measure]);
  return {
    echo: median(pairs.map((pair) => pair.echo[measure])),
    advisor: median(pairs.map((pair) => pair.advisor[measure])),
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
  };
}
