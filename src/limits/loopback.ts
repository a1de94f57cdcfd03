import type { Server } from 'restify';
import { gate } from './gate.js';
import { isProbe } from './probes.js';

/** Names and addresses of this machine itself, with or without a port. */
const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

const OWN_ONLY = new WeakSet<Server>();

/** Whether a call is not for this server, which is called by another name. */
export function isMisdirected(server: Server, host: string | undefined): boolean {
  return OWN_ONLY.has(server) && !LOOPBACK.test(host ?? '');
}

/**
 * Answers those only who call it by a name of this machine. Where every caller is believed, a page of somebody else's
 * could otherwise give its own name this machine's address, and then call as if it were at home.
 */
export function loopbackHostsOnly(server: Server): void {
  const message =
    'Without credentials (MicrosoftAppId) this bot answers only to names of its own machine, such as localhost.';
  OWN_ONLY.add(server);
  gate(server, (req, res) => {
    // Whoever asks whether the process lives calls it by whatever name it has there, and learns nothing else.
    if (!isMisdirected(server, req.headers.host) || isProbe(req.path())) return false;
    res.send(421, { error: { code: 'MisdirectedRequest', message } });
    return true;
  });
}
