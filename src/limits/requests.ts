import type { Request, Response, Server } from 'restify';

/** Activities are small; Teams itself sends at most some 100 KB. */
export const MAX_BODY_BYTES = 256 * 1024;
const MAX_DEPTH = 64;

function refusal(code: string, message: string): object {
  return { error: { code, message } };
}

/** Only JSON is read: forms and files would be unpacked onto the disk before anybody asked for them. */
function onlyJson(server: Server): void {
  server.pre((req: Request, res: Response, next) => {
    const type = req.headers['content-type'];
    const hasBody = req.headers['content-length'] !== '0' && type !== undefined;
    if (req.method !== 'POST' || !hasBody || /^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
      next();
      return;
    }
    res.send(415, refusal('UnsupportedMediaType', 'Send JSON with the content type application/json.'));
    next(false);
  });
}

/**
 * Compressed bodies are refused before they are read: restify unpacks them without a limit, and one that is
 * broken would end the process. No channel sends any.
 */
function onlyPlainBodies(server: Server): void {
  server.pre((req: Request, res: Response, next) => {
    const encoding = req.headers['content-encoding'];
    if (encoding === undefined || encoding === '' || encoding.toLowerCase() === 'identity') {
      next();
      return;
    }
    res.send(415, refusal('UnsupportedMediaType', 'Send the body uncompressed.'));
    next(false);
  });
}

/** restify reads a body that is too large to its end before it says so; whoever announces one need not send it. */
function onlySmallBodies(server: Server): void {
  server.pre((req: Request, res: Response, next) => {
    if (Number(req.headers['content-length'] ?? 0) <= MAX_BODY_BYTES) {
      next();
      return;
    }
    res.setHeader('Connection', 'close');
    res.send(413, refusal('PayloadTooLarge', `The body is larger than ${MAX_BODY_BYTES} bytes.`));
    next(false);
  });
}

/** Whether JSON is nested deeper than anything a channel sends; what recurses over it could run out of stack. */
function tooDeep(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** What is left to ask once a body has been read. Call it behind the body parser. */
export function limitBodies(server: Server): void {
  server.use((req: Request, res: Response, next) => {
    if (!tooDeep(req.body)) {
      next();
      return;
    }
    res.send(400, refusal('BadRequest', `The body is nested deeper than ${MAX_DEPTH} levels.`));
    next(false);
  });
}

/** restify's router throws on an address that is none (an odd Host header is enough), and that ends the process. */
function onlyReadableAddresses(server: Server): void {
  server.pre((req: Request, res: Response, next) => {
    try {
      req.getUrl();
    } catch {
      res.send(400, refusal('BadRequest', 'The address of this request cannot be read.'));
      next(false);
      return;
    }
    next();
  });
}

/** What is refused before a body is read: addresses that are none, and bodies that nobody here wants. */
export function limitRequests(server: Server): void {
  onlyReadableAddresses(server);
  onlyPlainBodies(server);
  onlyJson(server);
  onlySmallBodies(server);
}
