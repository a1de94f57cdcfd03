import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';

/** The log of one turn. Most turns have nothing to say, so it is made with the first line. */
export class TurnLog {
  readonly #log: Logger;
  #own: Logger | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Names the turn in the log, and nothing outside of it. */
  get line(): Logger {
    this.#own ??= this.#log.child({ turn: randomBytes(6).toString('base64url') });
    return this.#own;
  }
}
