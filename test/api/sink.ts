import { EventEmitter } from 'node:events';
import type { LineSink } from '../../src/api/answer-lines.js';

/** Takes all lines at once, and counts them. */
export class Sink extends EventEmitter implements LineSink {
  readonly destroyed = false;
  count = 0;

  write(): boolean {
    this.count += 1;
    return true;
  }
}
