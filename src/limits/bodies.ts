import type { Request, Response, Server } from 'restify';
import { callerAddress } from './caller.js';
import { Shares } from './shares.js';

/** What bodies may hold; in bytes. */
export interface BodyLimits {
  /** One body. Activities are small; Teams itself sends at most some 100 KB. */
  readonly ofBody: number;
  /** All bodies of one address that have begun to come and are not whole. */
  readonly ofAddress: number;
  /** All bodies of everybody. */
  readonly ofAll: number;
}

export const BODY_LIMITS: BodyLimits = {
  ofBody: 256 * 1024,
  ofAddress: 8 * 1024 * 1024,
  ofAll: 64 * 1024 * 1024,
};

type BodyRead =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'tooMany' }
  /** Who sent it has gone. */
  | { readonly kind: 'broken' };

/** Reads a body for as long as there is room for it, and not a byte further. */
function read(req: Request, most: number, room: (bytes: number) => boolean): Promise<BodyRead> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = (what: BodyRead): void => {
      req.off('data', take).off('end', end).off('close', gone).off('error', gone);
      resolve(what);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= most && room(chunk.length)) return;
      req.pause();
      done({ kind: size > most ? 'tooLarge' : 'tooMany' });
    };
    const end = (): void => done({ kind: 'whole', bytes: Buffer.concat(chunks, size) });
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

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;

/** The body as what its type says; undefined where it is not that. */
function parse(bytes: Buffer, type: string | undefined): { readonly body: unknown } | undefined {
  if (bytes.length === 0) return { body: undefined };
  if (type === undefined || !JSON_TYPE.test(type)) return { body: bytes };
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

/** Reads the bodies of posts into `req.body`: JSON, within bounds for the body, for its caller and for all together. */
export function readBodies(server: Server, trustProxy: boolean, given: Partial<BodyLimits> = {}): void {
  const limits = { ...BODY_LIMITS, ...given };
  const ofAddresses = new Shares(limits.ofAddress);
  const ofAll = new Shares(limits.ofAll);

  async function readInto(req: Request, res: Response): Promise<boolean> {
    const held: (() => void)[] = [];
    const caller = callerAddress(req, trustProxy);
    const room = (bytes: number): boolean => {
      const made = [ofAddresses.take(caller, bytes), ofAll.take('all', bytes)];
      held.push(...made.filter((giveBack) => giveBack !== undefined));
      return !made.includes(undefined);
    };
    try {
      const came = await read(req, limits.ofBody, room);
      return taken(came, req, res, limits.ofBody);
    } finally {
      for (const giveBack of held) giveBack();
    }
  }

  server.use((req: Request, res: Response, next) => {
    if (req.method !== 'POST') {
      next();
      return;
    }
    readInto(req, res).then((goOn) => next(goOn ? undefined : false), next);
  });
}
