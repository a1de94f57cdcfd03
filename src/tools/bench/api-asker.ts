import type { TakesTurns } from './drive.js';
import type { HttpLine } from './http-line.js';

const ADVISE = '/api/v1/advise';

/** A situation as a program comes to know it: fact by fact, so that four of five answers are questions. */
const FACTS = [
  ['cloud', 'public'],
  ['partner', 'indirectReseller'],
  ['service', 'license'],
  ['seller', 'enterpriseAgreement'],
  ['goal', 'support'],
] as const;

const REQUESTS = FACTS.map((_, at) => JSON.stringify({ set: Object.fromEntries(FACTS.slice(0, at + 1)) }));

/** A program that asks the HTTP API, one answer after another. */
export class ApiAsker implements TakesTurns {
  #sent = 0;

  /** One answer; rejects where there was none. */
  async turn(line: HttpLine): Promise<void> {
    const body = REQUESTS[this.#sent % REQUESTS.length] ?? '';
    this.#sent += 1;
    const { status, text } = await line.send('POST', ADVISE, body);
    if (status !== 200) throw new Error(`The answer was ${status}: ${text.slice(0, 200)}`);
  }
}
