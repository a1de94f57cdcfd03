import type { Request, Response, Server } from 'restify';
import { BODY_LIMITS, comesInLines, isJson } from './bodies.js';
import { type Gate, gate, gateBehind } from './gate.js';

const MAX_BODY_BYTES = BODY_LIMITS.ofBody;
const MAX_DEPTH = 64;
/** The largest activities of Teams have some hundreds. Empty ones would take twenty times the room of their text. */
const MAX_VALUES = 10_000;

function refusal(code: string, message: string): object {
  return { error: { code, message } };
}

/**
 * Compressed bodies are refused before they are read: restify unpacks them without a limit, and one that is
 * broken would end the process. No channel sends any.
 */
function compressedBody(req: Request, res: Response): boolean {
  const encoding = req.headers['content-encoding'];
  if (encoding === undefined || encoding === '' || encoding.toLowerCase() === 'identity') return false;
  res.send(415, refusal('UnsupportedMediaType', 'Send the body uncompressed.'));
  return true;
}

/** Only JSON is read: forms and files would be unpacked onto the disk before anybody asked for them. */
function otherThanJson(req: Request, res: Response): boolean {
  const type = req.headers['content-type'];
  const hasBody = req.headers['content-length'] !== '0' && type !== undefined;
  if (req.method !== 'POST' || !hasBody || isJson(type)) return false;
  res.send(415, refusal('UnsupportedMediaType', 'Send JSON with the content type application/json.'));
  return true;
}

/** Whoever announces a body that is too large need not send it. */
function largeBody(req: Request, res: Response): boolean {
  if (Number(req.headers['content-length'] ?? 0) <= MAX_BODY_BYTES) return false;
  res.setHeader('Connection', 'close');
  res.send(413, refusal('PayloadTooLarge', `The body is larger than ${MAX_BODY_BYTES} bytes.`));
  return true;
}

/** What is refused before a body is read: bodies that nobody here wants. */
export function limitRequests(server: Server, linesAt?: string): void {
  const unlessLines =
    (refused: Gate): Gate =>
    (req, res) =>
      !comesInLines(req, linesAt) && refused(req, res);
  gate(server, compressedBody, unlessLines(otherThanJson), unlessLines(largeBody));
}

/** What JSON is too much of: what recurses over it could run out of stack, and each value takes room. */
function excess(body: unknown): string | undefined {
  let values = 0;
  const isTooMuch = (value: unknown, allowed: number): string | undefined => {
    values += 1;
    if (values > MAX_VALUES) return `has more than ${MAX_VALUES} values`;
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return undefined;
    if (allowed === 0) return `is nested deeper than ${MAX_DEPTH} levels`;
    for (const name in value) {
      const found = isTooMuch((value as Readonly<Record<string, unknown>>)[name], allowed - 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return isTooMuch(body, MAX_DEPTH);
}

/** What is left to ask once a body has been read. Call it behind `readBodies`. */
export function limitBodies(server: Server): void {
  gateBehind(server, (req, res) => {
    const found = excess(req.body);
    if (found === undefined) return false;
    req.body = undefined;
    res.send(400, refusal('BadRequest', `The body ${found}.`));
    return true;
  });
}
