import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const HEADER = 'X-Request-Id';
/** Those of others are said again where they can do no harm in a log. */
const TAKEN = /^[\w.:-]{1,64}$/;

/** The id of a request: the caller's own, or a new one; its answer has it too. */
export function requestId(req: Pick<IncomingMessage, 'headers'>, res: ServerResponse): string {
  const known = res.getHeader(HEADER);
  if (typeof known === 'string') return known;
  const theirs = req.headers['x-request-id'];
  const id = typeof theirs === 'string' && TAKEN.test(theirs) ? theirs : randomUUID();
  res.setHeader(HEADER, id);
  return id;
}
