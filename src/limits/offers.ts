import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const RETURNED = new WeakSet<Duplex>();

/** Whether a connection comes again because its offer was ignored. */
export function isReturned(socket: Duplex): boolean {
  return RETURNED.has(socket);
}

/** Without the words that make an offer of it: Node then reads the request like any other. */
function withoutOffer(name: string, value: string): string {
  if (name.toLowerCase() !== 'connection') return value;
  const kept = value.split(',').filter((word) => !/^(?:upgrade|http2-settings)$/i.test(word.trim()));
  return kept.join(',').trim();
}

/**
 * Answers a request as if it had not offered another protocol, as HTTP has it: `curl --http2` offers one with every
 * request. Node hands such a connection over before the request is read, so it is given back to the server from the
 * first line on. All its headers stay, in number as well: what is refused for them is refused all the same.
 */
export function ignoreOffer(server: Server, req: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = req;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    lines.push(`${name}: ${withoutOffer(name, value)}`);
  }
  RETURNED.add(socket);
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

/** Whether Node has read the request's body already when it hands a connection over: it cannot be given back then. */
export const BODY_IS_GONE = Number.parseInt(process.versions.node, 10) >= 25;

/**
 * Has newer versions of Node hand over only connections whose offer is wanted: they can be asked to read all others as if
 * these offered nothing. They lose what has come behind such a request, so that its connection ends with the answer.
 */
export function handOverOnly(server: Server, isWanted: (req: IncomingMessage) => boolean): void {
  if (!BODY_IS_GONE) return;
  Object.assign(server, { shouldUpgradeCallback: isWanted });
  server.prependListener('request', (req, res) => {
    if (req.headers.upgrade !== undefined) res.setHeader('Connection', 'close');
  });
}
