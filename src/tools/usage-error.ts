import { RequestError } from '../advice/request-error.js';

/** A command line, or a file named on it, that cannot be used; the message says how it is used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Whether whoever asked can mend it; everything else is a defect of ours. */
export function isBadRequest(error: unknown): error is RequestError | UsageError {
  return error instanceof RequestError || error instanceof UsageError;
}
