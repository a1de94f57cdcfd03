import type { Request, Response } from 'restify';
import { NoRoomError } from '../../storage/error.js';
import { parseObject } from './protocol/received.js';
import { badArgument, Refusal } from './protocol/refusal.js';

export interface CallAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * A restify handler: what `handle` resolves to is sent, and a `Refusal` becomes its error body.
 * @param onError told of what is not the client's fault
 */
export function answering(handle: (req: Request) => Promise<CallAnswer>, onError: (error: unknown) => void) {
  return async (req: Request, res: Response): Promise<void> => {
    const { status, body } = await handle(req).catch((error: unknown): CallAnswer => {
      if (!(error instanceof Refusal) || error.status >= 500) onError(error);
      if (error instanceof Refusal) return error;
      return error instanceof NoRoomError
        ? new Refusal(503, 'NoRoom', 'The disk of this server is full; try again later.')
        : new Refusal(500, 'ServerError', 'The server failed; try again.');
    });
    res.setHeader('Cache-Control', 'no-store');
    res.json(status, body);
  };
}

/** The body as an object; throws `Refusal` 400 for anything else. */
export function bodyOf(req: Request): { readonly [field: string]: unknown } {
  const body = parseObject(req.body);
  if (body === undefined) throw badArgument('The body must be a JSON object.');
  return body;
}
