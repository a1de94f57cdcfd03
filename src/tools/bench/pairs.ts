import { ApiAsker } from './api-asker.js';
import { spread } from './budget.js';
import { drive, type TakesTurns } from './drive.js';
import { Caller } from './messages.js';
import { median, percentile } from './numbers.js';
import { advisor, agentsEcho, echo, type Started } from './servers.js';

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

/** One round: every server, one after another. */
export interface Pair {
  readonly echo: ServerMeasures;
  /** The echo bot of the Microsoft 365 Agents SDK; not measured beside the API. */
  readonly agents: ServerMeasures | undefined;
  readonly advisor: ServerMeasures;
}

export type EchoName = 'agents' | 'echo';

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

/** Measures all in turn, each in a process of its own: what disturbs the machine disturbs all. */
export async function* measuredPairs(options: PairOptions): AsyncGenerator<Pair> {
  for (let pair = 0; pair < options.pairs; pair += 1) {
    yield {
      echo: await measured(await echo(), options, people),
      agents: options.api ? undefined : await measured(await agentsEcho(), options, people),
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
  /** How far apart the middle half of them is. */
  readonly varies: number;
}

/** One measure over all pairs, next to one of the echo bots. */
export function ratioOf(
  pairs: readonly Pair[],
  measure: keyof ServerMeasures,
  beside: EchoName = 'echo',
): Ratio {
  const both = pairs.flatMap(({ advisor, [beside]: other }) =>
    other === undefined ? [] : [{ bot: advisor[measure], echo: other[measure] }],
  );
  const ratios = both.map(({ bot, echo }) => bot / echo);
  return {
    echo: median(both.map(({ echo }) => echo)),
    advisor: median(both.map(({ bot }) => bot)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    varies: spread(ratios),
  };
}

/** How quiet the machine was: by how much the echo, which always does the same, differed from itself, as a share. */
export function unrest(pairs: readonly Pair[]): number {
  const all = pairs.map(({ echo }) => echo.perSecond);
  return (Math.max(...all) - Math.min(...all)) / median(all);
}
