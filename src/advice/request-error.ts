import type { Language, Values } from '../language/language.js';
import { LANGUAGES } from '../language/languages.js';
import type { KeyUnder } from '../language/message-keys.js';

/** Where in a request something stands: names of fields and places in lists, from the outside to the inside. */
export type RequestPath = readonly (string | number)[];

/**
 * A request that cannot be carried out: where, and why in one sentence that names what is allowed. Its message is in
 * English, since the request itself may have no language that exists; `said` has it in any other.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly at: RequestPath;
  readonly key: KeyUnder<'request'>;
  readonly values: Values;

  constructor(at: RequestPath, key: KeyUnder<'request'>, values: Values) {
    super(LANGUAGES.en.say(`request.${key}`, values));
    this.at = at;
    this.key = key;
    this.values = values;
  }

  /** The same of a request that stands within something, such as a list. */
  within(outer: RequestPath): RequestError {
    return new RequestError([...outer, ...this.at], this.key, this.values);
  }

  said(language: Language): string {
    return language.say(`request.${this.key}`, this.values);
  }
}
