import { ConfigError } from '../problem/config-error.js';

/** What the system says about a port, in a sentence with a remedy. */
export function listenError(setting: string, host: string, port: number, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const nowhere = `HOST is "${host}", which no address is known for. Set it to an address of this machine.`;
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use. Stop what listens there, or set ${setting} to another number.`,
    EACCES: `Port ${port} may not be used here. Set ${setting} to a number above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has.`,
    ENOTFOUND: nowhere,
    EINVAL: nowhere,
  };
  const message = known[code];
  return message === undefined ? error : new ConfigError(message);
}
