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

export interface Limited {
  /** Who makes a call, and what it counts against; undefined for a call that is not limited here. */
  readonly counted: (
    req: Request,
  ) => undefined | Promise<{ readonly limit: RateLimit; readonly caller: string }>;
}

/** Refuses what a caller sends beyond a limit, before its body is read. */
export function limitCalls(server: Server, { counted }: Limited): void {
  gate(server, (req, res) => {
    const refused = counted(req)?.then(async ({ limit, caller }) => {
      const seconds = await limit.take(caller);
      if (seconds !== undefined) sendTooMany(res, seconds);
      return seconds !== undefined;
    });
    return refused ?? false;
  });
}
