import type { Request, Response, Server } from 'restify';
import { gate } from './gate.js';
import type { RateLimit } from './rate.js';

/** Answers 429, and when to come again. */
export function sendTooMany(res: Response, seconds: number): void {
  res.setHeader('Retry-After', String(seconds));
  res.setHeader('Cache-Control', 'no-store');
  const message = `Too many requests: come again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
  res.send(429, { error: { code: 'TooManyRequests', message } });
}

/** Counts a caller who is not believed: in how many seconds to come again, or undefined while that may go on. */
export type CountRefusal = (req: Request) => Promise<number | undefined>;

/** A call of somebody, and a limit that it counts against. */
export interface Counted {
  readonly limit: RateLimit;
  readonly caller: string;
}

export interface Limited {
  /** What a call counts against, all at once; undefined for a call that is not limited here. */
  readonly counted: (req: Request) => undefined | Promise<readonly Counted[]>;
}

/** Counts it everywhere: undefined while it is within every limit, or else in how many seconds to come again. */
export async function takeAll(counted: readonly Counted[]): Promise<number | undefined> {
  const waits = await Promise.all(counted.map(({ limit, caller }) => limit.take(caller)));
  const refused = waits.filter((seconds) => seconds !== undefined);
  return refused.length === 0 ? undefined : Math.max(...refused);
}

/** Refuses what a caller sends beyond a limit, before its body is read. */
export function limitCalls(server: Server, { counted }: Limited): void {
  gate(server, (req, res) => {
    const refused = counted(req)?.then(async (all) => {
      const seconds = await takeAll(all);
      if (seconds !== undefined) sendTooMany(res, seconds);
      return seconds !== undefined;
    });
    return refused ?? false;
  });
}
