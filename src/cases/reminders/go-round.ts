import { hourOf } from './due-list.js';

/** How often one looks for what is due, in milliseconds. */
const PERIOD = 60_000;
const HOUR = 3_600_000;
/** So far the clock on the wall may go from the other one between two looks: both are set a little now and then. */
const JUMP = 5 * 60_000;
/** Hours since the last round; after more it may as well be the clock that is wrong. */
const LONG_AWAY = 24;

/** Milliseconds since 1970, and milliseconds that nobody sets back. */
export interface Clocks {
  readonly wall: () => number;
  readonly steady: () => number;
}

export interface GoRoundOptions {
  readonly rounds: { round(): Promise<number>; stop(): void };
  /** The hour up to which rounds were gone; undefined where nothing was ever due. */
  readonly roundedTo: () => Promise<number | undefined>;
  readonly clocks: Clocks;
  /** Told of what failed; the next round is gone all the same. */
  readonly onTrouble: (error: unknown) => void;
  /** Milliseconds between two rounds. */
  readonly period?: number;
}

/**
 * Whether the clock can be believed: one that has just jumped, or is a day ahead of the last round, has to stay where it is for
 * an hour first. Nobody is to be reminded of what is due next month because a clock was wrong for a while.
 */
export class Believed {
  readonly #clocks: Clocks;
  #last: { readonly wall: number; readonly steady: number };
  /** Since when the wall clock goes as it should, in steady milliseconds. */
  #since: number;
  #jumped = false;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
    this.#last = { wall: clocks.wall(), steady: clocks.steady() };
    this.#since = this.#last.steady;
  }

  /** @param roundedTo the hour up to which rounds were gone */
  now(roundedTo: number | undefined): boolean {
    const { wall, steady } = { wall: this.#clocks.wall(), steady: this.#clocks.steady() };
    const drift = wall - this.#last.wall - (steady - this.#last.steady);
    this.#last = { wall, steady };
    if (Math.abs(drift) > JUMP) {
      this.#since = steady;
      this.#jumped = true;
    }
    const settled = steady - this.#since >= HOUR;
    if (settled) this.#jumped = false;
    const away = roundedTo !== undefined && hourOf(wall) - roundedTo > LONG_AWAY;
    return settled || !(this.#jumped || away);
  }
}

/** Goes round once a minute. The returned function ends that, and resolves when what was begun is written down. */
export function goRound(options: GoRoundOptions): () => Promise<void> {
  const { rounds, roundedTo, clocks, onTrouble, period = PERIOD } = options;
  const believed = new Believed(clocks);
  let underWay: Promise<void> = Promise.resolve();
  let stopped = false;

  async function once(): Promise<void> {
    try {
      if (believed.now(await roundedTo())) await rounds.round();
    } catch (error) {
      if (!stopped) onTrouble(error);
    }
  }

  function next(): void {
    timer = setTimeout(() => {
      underWay = once().finally(() => {
        if (!stopped) next();
      });
    }, period).unref();
  }
  let timer: NodeJS.Timeout | undefined;
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    rounds.stop();
    await underWay;
  };
}
