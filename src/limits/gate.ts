import type { Next, Request, Response, Server } from 'restify';

/** Looks at a request before anybody answers it: answers one that is not wanted, and says whether it has. */
export type Gate = (req: Request, res: Response) => boolean | Promise<boolean>;

/** The gates that stand before the body of a request is read, and those that stand behind: the first of them reads it. */
interface Gates {
  readonly before: Gate[];
  readonly behind: Gate[];
}

const GATES = new WeakMap<Server, Gates>();

function closed(gates: readonly Gate[], from: number, req: Request, res: Response): ReturnType<Gate> {
  for (let at = from; at < gates.length; at += 1) {
    const refused = gates[at]?.(req, res) ?? false;
    if (refused instanceof Promise) return refused.then((done) => done || closed(gates, at + 1, req, res));
    if (refused) return true;
  }
  return false;
}

/** Has restify ask gates. In one handler: to call one takes restify longer than they do. */
function askedBy(gates: readonly Gate[]) {
  return (req: Request, res: Response, next: Next): void => {
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
  };
}

function gatesOf(server: Server): Gates {
  const known = GATES.get(server);
  if (known !== undefined) return known;
  const gates: Gates = { before: [], behind: [] };
  GATES.set(server, gates);
  server.pre(askedBy(gates.before));
  server.use(askedBy(gates.behind));
  return gates;
}

/** Adds gates before the body is read; each request comes to all of them in turn. */
export function gate(server: Server, ...more: readonly Gate[]): void {
  gatesOf(server).before.push(...more);
}

/** Adds gates that are asked once there is a route for the request, behind all of the others. */
export function gateBehind(server: Server, ...more: readonly Gate[]): void {
  gatesOf(server).behind.push(...more);
}

/** Asks all gates of a server without restify: whether one of them has answered. */
export async function isRefused(server: Server, req: Request, res: Response): Promise<boolean> {
  const { before, behind } = gatesOf(server);
  const refused = closed(before, 0, req, res);
  return (refused instanceof Promise ? await refused : refused) || closed(behind, 0, req, res);
}
