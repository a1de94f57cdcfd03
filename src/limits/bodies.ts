import type { Request, Response, Server } from 'restify';
import { callerAddress } from './caller.js';
import { gateBehind } from './gate.js';
import { Shares } from './shares.js';

/** What bodies may hold, from their first byte until they are answered; in bytes. */
export interface BodyLimits {
  /** One body. Activities are small; Teams itself sends at most some 100 KB. */
  readonly ofBody: number;
  /** What every body has room for, whatever others send: what people say and tap is smaller. */
  readonly ofSmall: number;
  /** What all bodies of one address have beyond that. */
  readonly ofAddress: number;
  /** What all bodies of everybody have beyond that. */
  readonly ofAll: number;
}

export const BODY_LIMITS: BodyLimits = {
  ofBody: 256 * 1024,
  ofSmall: 8 * 1024,
  ofAddress: 4 * 1024 * 1024,
  ofAll: 16 * 1024 * 1024,
};

/** Each piece costs as much as some hundred bytes, however small it is; a packet is a thousand bytes and more. */
const MOST_PIECES = 2048;

type BodyRead =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'tooMany' }
  /** Who sent it has gone. */
  | { readonly kind: 'broken' };

/** Reads a body for as long as there is room for it, and not a byte further. */
function read(
  req: Request,
  { ofBody, ofSmall }: BodyLimits,
  room: (bytes: number) => boolean,
): Promise<BodyRead> {
  return new Promise((resolve) => {
    let held: Buffer = Buffer.alloc(0);
    let size = 0;
    let pieces = 0;
    const done = (what: BodyRead): void => {
      req.off('data', take).off('end', end).off('close', gone).off('error', gone);
      resolve(what);
    };
    /** In one piece that doubles: what is held is then what was asked room for. */
    const grow = (needed: number): boolean => {
      let length = Math.max(ofSmall, held.length);
      while (length < needed) length *= 2;
      length = Math.min(length, Math.max(ofBody, needed));
      if (length > ofSmall && !room(length - Math.max(ofSmall, held.length))) return false;
      const larger = Buffer.allocUnsafeSlow(length);
      held.copy(larger, 0, 0, size);
      held = larger;
      return true;
    };
    const refused = (kind: 'tooLarge' | 'tooMany'): void => {
      req.pause();
      held = Buffer.alloc(0);
      done({ kind });
    };
    const take = (chunk: Buffer): void => {
      pieces += 1;
      if (pieces > MOST_PIECES) {
        // Nobody's program sends so; what is on its way would be as many pieces again.
        req.socket.destroy();
        return;
      }
      const needed = size + chunk.length;
      if (needed > ofBody) refused('tooLarge');
      // Most come in one piece, which need not be copied.
      else if (size === 0 && needed <= ofSmall) {
        held = chunk;
        size = needed;
      } else if (needed > held.length && !grow(needed)) refused('tooMany');
      else {
        chunk.copy(held, size);
        size = needed;
      }
    };
    const end = (): void => done({ kind: 'whole', bytes: held.subarray(0, size) });
    const gone = (): void => done({ kind: 'broken' });
    req.on('data', take).on('end', end).on('close', gone).on('error', gone);
  });
}

/** How long whoever is refused may take to read why, in milliseconds. */
const LINGERING = 500;

/**
 * Refuses what was not read to its end. What comes behind is not read on, so the connection ends; but not at once: the
 * system would throw away the answer with all that is unread.
 */
function refuse(req: Request, res: Response, status: number, code: string, message: string): void {
  res.once('finish', () => setTimeout(() => req.socket.destroy(), LINGERING).unref());
  res.send(status, { error: { code, message } });
}

/** Whether a content type is one of lines, each a JSON of its own. */
export function isLines(type: string): boolean {
  return /^application\/(?:x-ndjson|ndjson|jsonl)\b/i.test(type);
}

/** Whether a request comes as lines, which are read one by one, where they are taken at all. */
export function comesInLines(req: Pick<Request, 'headers' | 'url'>, linesAt: string | undefined): boolean {
  const [path] = (req.url ?? '').split('?');
  return path === linesAt && isLines(req.headers['content-type'] ?? '');
}

/** Whether a content type is one of JSON. */
export function isJson(type: string): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(type);
}

/** The body as what its type says; undefined where it is not that. */
function parse(bytes: Buffer, type: string | undefined): { readonly body: unknown } | undefined {
  if (bytes.length === 0) return { body: undefined };
  if (type === undefined || !isJson(type)) return { body: bytes };
  try {
    return { body: JSON.parse(bytes.toString()) as unknown };
  } catch {
    return undefined;
  }
}

const NOT_JSON = 'The body is not valid JSON.';

/** Takes over what came, or answers why not; whether there is something to go on with. */
function taken(came: BodyRead, req: Request, res: Response, most: number): boolean {
  switch (came.kind) {
    case 'broken':
      return false;
    case 'tooLarge':
      refuse(req, res, 413, 'PayloadTooLarge', `The body is larger than ${most} bytes.`);
      return false;
    case 'tooMany':
      refuse(req, res, 503, 'ServiceUnavailable', 'Too much is being sent at once; send it again later.');
      return false;
    case 'whole': {
      const parsed = parse(came.bytes, req.headers['content-type']);
      if (parsed === undefined) res.send(400, { error: { code: 'InvalidContent', message: NOT_JSON } });
      else req.body = parsed.body;
      return parsed !== undefined;
    }
  }
}

/**
 * Reads the bodies of posts into `req.body`: JSON, within bounds for the body, for its caller and for all together.
 * @param linesAt the path whose posts may come as lines: those are left to whoever answers it
 */
export function readBodies(
  server: Server,
  trustProxy: boolean,
  given: Partial<BodyLimits> = {},
  linesAt?: string,
): void {
  const limits = { ...BODY_LIMITS, ...given };
  const ofAddresses = new Shares(limits.ofAddress);
  const ofAll = new Shares(limits.ofAll);

  /** Room for more of a body, until it is answered: the handlers have it as long. */
  function roomFor(req: Request, res: Response): (bytes: number) => boolean {
    const caller = callerAddress(req, trustProxy);
    const held: (() => void)[] = [];
    res.once('close', () => {
      for (const giveBack of held) giveBack();
    });
    return (bytes) => {
      const made = [ofAddresses.take(caller, bytes), ofAll.take('all', bytes)];
      held.push(...made.filter((giveBack) => giveBack !== undefined));
      return !made.includes(undefined);
    };
  }

  /** Whether there is nothing to go on with. */
  async function readInto(req: Request, res: Response): Promise<boolean> {
    const came = await read(req, limits, roomFor(req, res));
    return !taken(came, req, res, limits.ofBody);
  }

  gateBehind(server, (req, res) => {
    if (req.method !== 'POST' || comesInLines(req, linesAt)) return false;
    return readInto(req, res);
  });
}
