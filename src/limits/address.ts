import { LRUCache } from 'lru-cache';
import type { Request, Response } from 'restify';

/** A host with or without a port, and with nothing that would end it and begin an address: whatever follows would be read as one. */
const HOST = /^[^\s/?#\\@]*$/;
/** What means the same whether it is escaped or not (RFC 3986, 2.3). */
const UNRESERVED = /^[\w.~-]$/;

/** A path that can be written in no other way, without a query. */
const PLAIN = /^(?:\/[\w~-]+)+$/;
/** Hosts with which an address could be read: there are few, and to read one takes longer than all other gates together. */
const READ = new LRUCache<string, true>({ max: 100 });
/** A name of a host is not longer. */
const LONGEST_HOST = 300;

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
  const { host = '' } = req.headers;
  if (READ.has(host) && PLAIN.test(req.url ?? '')) return false;
  try {
    if (!HOST.test(host)) throw new TypeError('There is more than a host in Host.');
    const { pathname, search } = req.getUrl();
    const plain = `${plainPath(pathname ?? '')}${search ?? ''}`;
    if (plain !== req.url) req.url = plain;
    if (host.length <= LONGEST_HOST) READ.set(host, true);
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

/** The path and the query of an address that `plainAddress` has written, without reading it once more. */
export function addressParts({ url = '' }: Pick<Request, 'url'>): {
  readonly path: string;
  readonly query: string;
} {
  const at = url.indexOf('?');
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at + 1) };
}
