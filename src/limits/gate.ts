import type { Request, Response, Server } from 'restify';

/** Looks at a request before its body is read: answers one that is not wanted, and says whether it has. */
export type Gate = (req: Request, res: Response) => boolean | Promise<boolean>;

const GATES = new WeakMap<Server, Gate[]>();

function closed(gates: readonly Gate[], from: number, req: Request, res: Response): ReturnType<Gate> {
  for (let at = from; at < gates.length; at += 1) {
    const refused = gates[at]?.(req, res) ?? false;
    if (refused instanceof Promise) return refused.then((done) => done || closed(gates, at + 1, req, res));
    if (refused) return true;
  }
  return false;
}

/** Adds gates; each request comes to all of them in turn. In one handler: to call one takes restify longer than they do. */
export function gate(server: Server, ...more: readonly Gate[]): void {
  const known = GATES.get(server);
  if (known !== undefined) {
    known.push(...more);
    return;
  }
  const gates = [...more];
  GATES.set(server, gates);
  server.pre((req: Request, res: Response, next) => {
    const pass = (refused: boolean): void => next(refused ? false : undefined);
    let refused: ReturnType<Gate>;
    try {
      refused = closed(gates, 0, req, res);
    } catch (error) {
      // restify would let it end the process.
      next(error);
      return;
    }
    if (refused instanceof Promise) refused.then(pass, next);
    else pass(refused);
  });
}
