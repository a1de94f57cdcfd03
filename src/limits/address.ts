import type { Request, Response } from 'restify';

/** A host with or without a port, and with nothing that would end it and begin an address: whatever follows would be read as one. */
const HOST = /^[^\s/?#\\@]*$/;
/** What means the same whether it is escaped or not (RFC 3986, 2.3). */
const UNRESERVED = /^[\w.~-]$/;

/** A path with each character written in its one way: the router decodes paths, and whoever guards one compares it. */
function plainPath(path: string): string {
  return path.replace(/%[\da-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return UNRESERVED.test(character) ? character : escaped.toUpperCase();
  });
}

/**
 * Writes the address of a request as the router will read it: without another host in front, without `..`, and with
 * nothing escaped that need not be. Who may call, how often, and from which page is decided by the address, so that there
 * must not be two ways to read one. Whether there is none, and that was answered.
 *
 * An address that cannot be read ends the process in restify's router: an odd Host header is enough.
 */
export function plainAddress(req: Request, res: Response): boolean {
  try {
    if (!HOST.test(req.headers.host ?? '')) throw new TypeError('There is more than a host in Host.');
    const { pathname, search } = req.getUrl();
    const plain = `${plainPath(pathname ?? '')}${search ?? ''}`;
    if (plain !== req.url) req.url = plain;
    return false;
  } catch {
    // Whatever puts the refusal into words must find an address.
    req.headers.host = 'localhost';
    if (!URL.canParse(`http://localhost${req.url}`)) req.url = '/';
    const error = { code: 'BadRequest', message: 'The address of this request cannot be read.' };
    res.send(400, { error });
    return true;
  }
}
