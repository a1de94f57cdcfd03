import { HttpLine } from './http-line.js';

/** Anybody who can take a turn over a connection. */
export interface TakesTurns {
  turn(line: HttpLine): Promise<void>;
}

export interface Driven {
  readonly turns: number;
  readonly seconds: number;
  /** Of each answered turn, in milliseconds. */
  readonly times: readonly number[];
  /** What went wrong, and how often. */
  readonly errors: ReadonlyMap<string, number>;
}

export interface Drive {
  readonly port: number;
  readonly connections: number;
  /** Whoever takes turns; each stays on one connection, and takes its next turn after all others of it. */
  readonly guests: readonly TakesTurns[];
  /** Ends after so many turns. */
  readonly turns: number;
  /** Ends after so long as well. */
  readonly seconds?: number;
  /** Called after every turn with how many there were. */
  readonly onTurn?: (turns: number) => void;
}

/** Drives guests through a server, a fixed number at a time: each connection sends as soon as it has its answer. */
export async function drive({
  port,
  connections,
  guests,
  turns,
  seconds = Number.POSITIVE_INFINITY,
  onTurn,
}: Drive): Promise<Driven> {
  const times: number[] = [];
  const errors = new Map<string, number>();
  const begin = performance.now();
  let begun = 0;
  let ended = 0;
  async function along(first: number): Promise<void> {
    const line = new HttpLine(port);
    for (let at = first; begun < turns && performance.now() - begin < seconds * 1000; at += connections) {
      if (at >= guests.length) at = first;
      begun += 1;
      const sent = performance.now();
      try {
        await guests[at]?.turn(line);
        times.push(performance.now() - sent);
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error);
        errors.set(what, (errors.get(what) ?? 0) + 1);
      }
      ended += 1;
      onTurn?.(ended);
    }
    line.close();
  }
  await Promise.all(Array.from({ length: Math.min(connections, guests.length) }, (_, first) => along(first)));
  return { turns: ended, seconds: (performance.now() - begin) / 1000, times, errors };
}
